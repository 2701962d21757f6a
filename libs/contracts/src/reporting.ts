import { catalogueOperations } from './catalogue';
import { checkOperations, comparisonOperations } from './comparisons';
import { Part, Text, Whole } from './fields';
import { healthOperations, Nothing } from './health';
import { observationOperations, observationsRecorded } from './observations';
import { contract, operation } from './operation';
import { reportOperations } from './reports';

export class Drained {
  @Text('Whose events') teller: string;
  @Whole('Applied now') applied: number;
  @Whole('Still parked') parked: number;
}

export class DrainedAll {
  @Part('By teller', () => Drained, { many: 10 }) items: Drained[];
}

/** What the reporting service promises. Plans and scenarios of every indicator are recorded here. */
export const reporting = contract('reporting', {
  catalogue: catalogueOperations,
  observations: observationOperations('reporting'),
  comparisons: comparisonOperations,
  checks: checkOperations,
  reports: reportOperations,
  parkedEvents: {
    drain: operation({
      route: 'POST /parked-events/drain',
      summary: 'Apply parked events again, in order',
      access: 'platform:admin',
      input: Nothing,
      output: DrainedAll,
      status: 200,
    }),
  },
  health: healthOperations,
});

/** What it tells. */
export const reportingEvents = { observationsRecorded: observationsRecorded('reporting') };
