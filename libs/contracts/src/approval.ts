import { event } from './event';
import { Flag, Id, Instant, OneOf, Part, Text, Whole } from './fields';
import { states, type State } from './observations';
import { operation } from './operation';
import type { Service } from './services';

export class StepObservations {
  @Id('Observations: all of them take the step, or none', { many: 1000, atLeast: 1 }) ids: string[];
  @Text('Why', { max: 1000, optional: true }) reason?: string;
}

export class ReturnObservations {
  @Id('Observations: all of them are returned, or none', { many: 1000, atLeast: 1 }) ids: string[];
  @Text('What is to be put right', { max: 1000 }) reason: string;
}

export class StepTaken {
  @Id('Observation') id: string;
  @OneOf('State now', states) state: State;
  @Flag('False where it was in this state already') isChanged: boolean;
}

export class StepsTaken {
  @Part('In the order sent', () => StepTaken, { many: 1000 }) items: StepTaken[];
}

export class SteppedObservation {
  @Id('Observation') id: string;
  @Text('SHA-256 of the row as it was approved; null for other states', { max: 64, nullable: true }) seal:
    string | null;
}

export class ObservationsStepped {
  @Text('Territory of all of them', { max: 60 }) territory: string;
  @Instant('When') at: string;
  @Text('Why', { max: 1000, nullable: true }) reason: string | null;
  @Part('Those that took the step', () => SteppedObservation, { many: 1000 }) items: SteppedObservation[];
}

export class ListSteps {
  @Id('Observations', { many: 100, optional: true }) observation?: string[];
  @Text('Territories', { many: 100, optional: true }) territory?: string[];
  @OneOf('States entered', states, { many: 4, optional: true }) state?: State[];
  @Text('Account that took the step', { max: 200, optional: true }) by?: string;
  @Whole('How many', { min: 1, max: 500, optional: true }) limit?: number;
  @Text('`next` of the page before', { max: 40, optional: true }) after?: string;
}

/** A state that an observation entered. A draft that corrects nothing has none: it is as it was recorded. */
export class Step {
  @Id('Observation') observation: string;
  @Text('Its territory') territory: string;
  @OneOf('State entered', states) state: State;
  @Instant('When') at: string;
  @Text('Account that took the step') by: string;
  @Text('Why', { max: 1000, nullable: true }) reason: string | null;
  @Text('SHA-256 of the row as it was approved; null for other states', { nullable: true }) seal:
    string | null;
}

export class StepPage {
  @Part('Newest first', () => Step, { many: 500 }) items: Step[];
  @Text('Cursor of the next page', { nullable: true }) next: string | null;
}

export class ListAltered {
  @Text('Territories', { many: 100, optional: true }) territory?: string[];
}

export class AlteredObservation {
  @Id('Observation') id: string;
  @Text('Territory', { nullable: true }) territory: string | null;
  @OneOf(
    'What does not fit: its row and the seal of its approval, its state and the steps, or either and what was told',
    ['seal', 'state', 'told'],
    { many: 3 },
  )
  differs: ('seal' | 'state' | 'told')[];
}

export class AlteredObservations {
  @Whole('Observations looked at') checked: number;
  @Whole('Altered, those not listed included') altered: number;
  @Part('The first 500', () => AlteredObservation, { many: 500 }) items: AlteredObservation[];
}

/** Submitting, approving and returning observations: the same for every service. */
export function approvalOperations(service: Service) {
  const refusals = [
    'request.invalid',
    'observation.not-found',
    'observation.refused',
    'observation.wrong-state',
    'observation.superseded',
    'territory.not-yours',
    'period.closed',
  ] as const;
  return {
    submit: operation({
      route: 'POST /observations/submit',
      summary: 'Submit drafts or returned observations for approval: all of the batch or nothing',
      access: `${service}:write`,
      input: StepObservations,
      output: StepsTaken,
      status: 200,
      errors: [...refusals],
    }),
    approve: operation({
      route: 'POST /observations/approve',
      summary: 'Approve submitted observations of other recorders: all of the batch or nothing',
      access: `${service}:approve`,
      input: StepObservations,
      output: StepsTaken,
      status: 200,
      errors: [...refusals, 'observation.own-approval', 'observation.altered'],
    }),
    return: operation({
      route: 'POST /observations/return',
      summary: 'Return submitted observations with a reason: all of the batch or nothing',
      access: `${service}:approve`,
      input: ReturnObservations,
      output: StepsTaken,
      status: 200,
      errors: [...refusals],
    }),
    steps: operation({
      route: 'GET /observations/steps',
      summary: 'Who submitted, approved or returned what, when and why, newest first',
      access: `${service}:read`,
      input: ListSteps,
      output: StepPage,
      errors: ['list.unreadable-cursor'],
    }),
    altered: operation({
      route: 'GET /observations/altered',
      summary: 'Observations whose row is not what was approved or told',
      access: 'platform:read',
      input: ListAltered,
      output: AlteredObservations,
    }),
  };
}

/** The events of a step, split by territory. */
export function approvalEvents(service: Service) {
  const stepped = (verb: string) =>
    event(
      `${service}.observations.${verb}`,
      1,
      `Observations of one territory were ${verb}`,
      ObservationsStepped,
    );
  return {
    observationsSubmitted: stepped('submitted'),
    observationsApproved: stepped('approved'),
    observationsReturned: stepped('returned'),
  };
}
