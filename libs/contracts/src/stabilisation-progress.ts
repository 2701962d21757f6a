import { Day, Decimal, Flag, Id, OneOf, Part, Text, Whole } from './fields';
import { TripsTo } from './mobile-sales';
import { operation } from './operation';
import { goodsCodes, pointKinds, stabilisationStates } from './stabilisation';

const quantity = { places: 3, nullable: true } as const;

export class ReadStabilisationProgress {
  @Id('The programme') id: string;
}

/** What was committed and sold of a group of goods. Commitments count once they are approved, failed ones too. */
export class GoodsProgress {
  @OneOf('Group of goods', goodsCodes) goods: (typeof goodsCodes)[number];
  @Text('Unit of the quantities') unit: string;
  @Whole('Commitments that count') commitments: number;
  @Whole('Commitments that are not approved yet, and do not count') registered: number;
  @Whole('Enterprises whose commitments count, each once with its branches') enterprises: number;
  @Decimal('Committed', quantity) committed: string | null;
  @Decimal('Sold, where it is known; null: of commitments, and of none is it known', quantity) sold:
    string | null;
  @Whole('Commitments of which nobody knows what was sold; it is missing, not zero') withoutSold: number;
  @Decimal('What those committed of which it is known what they sold', quantity) committedWithSold:
    string | null;
  @Decimal('Sold ÷ what the same committed, %; null: nothing to divide, or by', { places: 2, nullable: true })
  percent: string | null;
  @Flag('Whether sums are not shown, since they would tell of fewer than three enterprises')
  isWithheld: boolean;
}

export class PointsOfKind {
  @OneOf('Kind', pointKinds) kind: (typeof pointKinds)[number];
  @Whole('Points that take part or took part') points: number;
  @Whole(
    'Of these, points that operate today: their last day has not passed, and the programme has not ended',
  )
  operating: number;
}

export class PointsInCommune {
  @Text('Commune') commune: string;
  @Whole('Its points that take part or took part') points: number;
}

/** How a programme comes on, by the entries of its territory that name its code, as they stand now. */
export class StabilisationProgress {
  @Id('The programme') id: string;
  @Text('Its code') code: string;
  @Text('Its territory') territory: string;
  @OneOf('Where it stands', stabilisationStates) state: (typeof stabilisationStates)[number];
  @Day('Its first day') startsOn: string;
  @Day('Its last day') endsOn: string;
  @Part('Goods that it covers or that somebody committed himself to', () => GoodsProgress, { many: 30 })
  goods: GoodsProgress[];
  @Part('Points by kind; every kind is named', () => PointsOfKind, { many: 10 }) points: PointsOfKind[];
  @Whole('Communes that these points name') communes: number;
  @Whole('Points that name no commune') withoutCommune: number;
  @Part('Communes with their points, the most first', () => PointsInCommune, { many: 1000 })
  items: PointsInCommune[];
  @Part('Trips of mobile sales by where to; every kind is named', () => TripsTo, { many: 10 })
  trips: TripsTo[];
  @Whole('Trips that are still planned') tripsPlanned: number;
  @Decimal(
    'Revenue of the trips that were held, VND millions; null: of trips, and of none is it known, or it is not shown',
    quantity,
  )
  revenueMn: string | null;
  @Decimal('Preferential loans that the programme provides for, VND millions; null: not known', quantity)
  loanSupportMn: string | null;
  @Decimal(
    'Loans given for commitments that count, VND millions; null: of none is it known, or it is not shown',
    quantity,
  )
  loansMn: string | null;
  @Whole('Commitments of which it is not known what loan was given') withoutLoan: number;
  @Decimal(
    'Loans provided for less loans given, VND millions; negative: more than there is; null: not known, or not shown',
    quantity,
  )
  loanLeftMn: string | null;
  @Whole('Points and trips whose days lie outside the programme’s: it was given other days since')
  outside: number;
}

/** How a programme comes on. */
export const stabilisationProgress = operation({
  route: 'GET /stabilisation-programmes/:id/progress',
  summary: 'What was committed and sold by goods, points by kind and commune, trips and loans of a programme',
  access: 'public',
  input: ReadStabilisationProgress,
  output: StabilisationProgress,
  errors: ['register.not-found'],
});
