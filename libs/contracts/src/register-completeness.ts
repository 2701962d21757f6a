import { event } from './event';
import { Day, Instant, Once, Part, Text, Whole, type IdempotencyKey } from './fields';
import { operation } from './operation';
import type { Service } from './services';

export class CompleteRegister {
  @Once() idempotencyKey?: IdempotencyKey;
  @Text('The register by its address: `power-plants`', { max: 60 }) register: string;
  @Text('Territory', { max: 60, example: 'nghe-an' }) territory: string;
  @Day('The day on which it held every entry that existed then; it is kept so since') on: string;
  @Text('What the declaration rests on', { max: 1000, optional: true }) note?: string;
}

export class ReopenRegister {
  @Text('The register by its address: `power-plants`', { max: 60 }) register: string;
  @Text('Territory', { max: 60, example: 'nghe-an' }) territory: string;
  @Text('Why', { max: 1000 }) reason: string;
}

/** That a register of a territory holds every entry that existed on a day, and is kept so since. */
export class RegisterDeclaration {
  @Text('The register by its address: `power-plants`', { max: 60 }) register: string;
  @Text('Territory', { max: 60 }) territory: string;
  @Day('The day on which it held every entry that existed then') completeOn: string;
  @Text('What the declaration rests on; told, like the account, to readers of the territory alone', {
    max: 1000,
    nullable: true,
  })
  note: string | null;
  @Instant('Declared') declaredAt: string;
  @Text('Account that declared it', { nullable: true }) declaredBy: string | null;
}

/** That a declaration was taken back. */
export class RegisterReopened {
  @Text('The register by its address: `power-plants`', { max: 60 }) register: string;
  @Text('Territory', { max: 60 }) territory: string;
  @Day('The day of the declaration that was taken back') completeOn: string;
  @Text('Why', { max: 1000 }) reason: string;
  @Instant('Taken back') reopenedAt: string;
  @Text('Account that took it back') reopenedBy: string;
}

export class ListDeclarations {
  @Text('Territories', { max: 60, many: 100, optional: true }) territory?: string[];
  @Text('Registers by their addresses', { max: 60, many: 20, optional: true }) register?: string[];
  @Whole('How many at most. Default: 100', { min: 1, max: 500, optional: true }) limit?: number;
  @Text('`next` of the page before', { max: 200, optional: true }) after?: string;
}

export class RegisterDeclarations {
  @Part('Declarations in force, by territory and register', () => RegisterDeclaration, { many: 500 })
  items: RegisterDeclaration[];
  @Text('Cursor of the next page', { max: 200, nullable: true }) next: string | null;
}

/** Registers declared complete: only then does anything follow from what they lack. The same for every service. */
export function completenessOperations(service: Service) {
  return {
    complete: operation({
      route: 'POST /registers/:register/complete',
      summary: 'Declare that a register of a territory holds every entry of a day, and is kept so since',
      access: `${service}:approve`,
      input: CompleteRegister,
      output: RegisterDeclaration,
      status: 200,
      errors: [
        'register.unknown',
        'territory.unknown',
        'territory.not-yours',
        'territory.not-in-force',
        'register.step-in-future',
      ],
    }),
    reopen: operation({
      route: 'POST /registers/:register/reopen',
      summary: 'Take back, with a reason, that a register is complete',
      access: `${service}:approve`,
      input: ReopenRegister,
      output: RegisterReopened,
      status: 200,
      errors: ['register.unknown', 'territory.unknown', 'territory.not-yours', 'register.not-complete'],
    }),
    list: operation({
      route: 'GET /registers',
      summary: 'Which registers are declared complete, since which day',
      access: 'public',
      input: ListDeclarations,
      output: RegisterDeclarations,
      errors: ['register.unknown', 'list.unreadable-cursor'],
    }),
  };
}

/** What is told when a register is declared complete, or that is taken back. */
export function completenessEvents(service: Service) {
  return {
    registerCompleted: event(
      `${service}.register.completed`,
      1,
      'A register of a territory was declared complete',
      RegisterDeclaration,
    ),
    registerReopened: event(
      `${service}.register.reopened`,
      1,
      'That a register is complete was taken back',
      RegisterReopened,
    ),
  };
}
