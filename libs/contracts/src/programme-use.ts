import { Decimal, Flag, Id, OneOf, Part, Text, Whole } from './fields';
import { operation } from './operation';
import { budgets, promotionProgrammes } from './promotion';

const money = { places: 3, nullable: true } as const;

export class ReadProgrammeUse {
  @Text('Territory; one that others were merged into counts what is theirs too', {
    max: 60,
    example: 'nghe-an',
  })
  territory: string;
  @Whole('Year', { min: 2000, max: 2100 }) year: number;
}

/** A programme that a use is held against. */
export class ProgrammeUsed {
  @Id('The programme') id: string;
  @Text('Its code') code: string;
  @Text('Its territory') territory: string;
  @OneOf('Where it stands', promotionProgrammes.states) state: (typeof promotionProgrammes.states)[number];
  @Decimal('Its amount, VND millions; that of a draft does not count yet', { places: 3 }) amountMn: string;
  @Whole('Schemes planned', { nullable: true }) schemesPlanned: number | null;
}

/** What schemes use of a year's budget. A scheme counts once it is approved, and no more when it is stopped. */
export class BudgetUse {
  @OneOf('Budget', budgets) budget: (typeof budgets)[number];
  @Part('Programmes, those that are not withdrawn', () => ProgrammeUsed, { many: 500 })
  programmes: ProgrammeUsed[];
  @Decimal('Amount of the approved programmes, VND millions; null: there is none', money) amountMn:
    string | null;
  @Whole('Schemes that count') schemes: number;
  @Whole('Of these, schemes of a territory that has no approved programme itself') withoutProgramme: number;
  @Whole('Of these, schemes whose support is not known; it is missing, not zero') withoutSupport: number;
  @Decimal('Support of the others, VND millions; null: of none is it known', money) supportMn: string | null;
  @Decimal('Paid out, VND millions; null: of none is it known', money) paidMn: string | null;
  @Whole('Schemes that are paid and whose payment is not known') withoutPayment: number;
  @Decimal('Amount less support, VND millions; negative: more than there is; null: no approved programme', {
    places: 3,
    nullable: true,
  })
  leftMn: string | null;
  @Flag('Whether the support exceeds the amount; null: no approved programme', { nullable: true })
  isExceeded: boolean | null;
}

export class ProgrammeUse {
  @Part('The national budget, then the local one', () => BudgetUse, { many: 2 }) items: BudgetUse[];
}

/** What is left of a year's promotion budgets. */
export const programmeUse = operation({
  route: 'GET /promotion-programmes/use',
  summary: 'What the schemes of a year use of its promotion budgets, and what is left',
  access: 'industry:read',
  input: ReadProgrammeUse,
  output: ProgrammeUse,
  errors: ['territory.unknown', 'territory.not-yours'],
});
