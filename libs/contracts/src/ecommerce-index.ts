import { BothLanguagesText, Cell, CheckResult } from './comparisons';
import { DayOrMonth, Decimal, Id, OneOf, Part, Text, Whole } from './fields';
import { statuses, type Status } from './observations';
import { operation } from './operation';

export class ReadEcommerceIndex {
  @Whole('Year', { min: 1900, max: 2100, example: 2023 }) year: number;
  @Text('Group of localities among which they are ranked. Default: the country', {
    max: 60,
    optional: true,
    example: 'nc-2024',
  })
  among?: string;
  @DayOrMonth('What was known on that day', { optional: true }) asOf?: string;
}

/** A score as it is stated. */
export class IndexScore {
  @Id('Observation') observationId: string;
  @Decimal('The score', { places: 6 }) value: string;
  @OneOf('How final it is', statuses) status: Status;
  @Text('Who says so') source: string;
}

/** The three parts of the index; null where one is not stated. */
export class IndexComponents {
  @Part('Human resources and infrastructure', () => IndexScore, { nullable: true })
  peopleInfrastructure: IndexScore | null;
  @Part('Between businesses and consumers (B2C)', () => IndexScore, { nullable: true })
  b2c: IndexScore | null;
  @Part('Between businesses (B2B)', () => IndexScore, { nullable: true }) b2b: IndexScore | null;
}

/** A rank as it is stated, of how many. */
export class StatedRank {
  @Id('Observation') observationId: string;
  @Decimal('The rank', { places: 6 }) rank: string;
  @Decimal('How many were ranked; null: the source does not say', { places: 6, nullable: true }) of:
    string | null;
}

/** The index of one territory, beside the rank that is stated for it. */
export class TerritoryIndex {
  @Text('Territory') territory: string;
  @Part('The index; null: parts or a rank alone are stated', () => IndexScore, { nullable: true })
  index: IndexScore | null;
  @Part('Its parts', () => IndexComponents) components: IndexComponents;
  @Part('Rank in the group as stated', () => StatedRank, { nullable: true }) stated: StatedRank | null;
  @Whole('Rank by the index among those of the group whose index is known; equal ones share a place', {
    min: 1,
    nullable: true,
  })
  rank: number | null;
  @Part(
    'Points above (+) or below (−) the year before; refused where the method changed in between',
    () => Cell,
  )
  changeOnYearBefore: Cell;
  @Part(
    'The stated rank against the indices of all that were ranked; null: none is stated',
    () => CheckResult,
    {
      nullable: true,
    },
  )
  check: CheckResult | null;
}

export class EcommerceIndex {
  @Whole('Year') year: number;
  @Text('Group') among: string;
  @Text('Version of the method; indices of two versions are never compared') version: string;
  @Part('The same in words', () => BothLanguagesText) versionNote: BothLanguagesText;
  @Part('Best first; then those whose index is not known', () => TerritoryIndex, { many: 100 })
  items: TerritoryIndex[];
  @Whole('How many have an index, and are ranked by it') of: number;
  @Whole('Members of the group') members: number;
  @Text('Members whose index is not known', { many: 100 }) missing: string[];
  @Part('The country’s: the mean of its localities, as stated; null: not stated', () => IndexScore, {
    nullable: true,
  })
  national: IndexScore | null;
}

/** The index of electronic commerce of the members of a group in a year. */
export const ecommerceIndexOperations = {
  read: operation({
    route: 'GET /ecommerce-index',
    summary: 'The e-commerce index with its parts, the rank stated and the rank that follows',
    access: 'public',
    input: ReadEcommerceIndex,
    output: EcommerceIndex,
    errors: ['territory.unknown', 'territory.no-group', 'territory.not-in-force'],
  }),
};
