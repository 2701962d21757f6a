import { Refusal } from './comparisons';
import { Day, DayOrMonth, Decimal, Flag, Id, Labels, OneOf, Part, Text, Whole } from './fields';
import { statuses, type Status } from './observations';
import { operation } from './operation';

export const frequencies = ['month', 'quarter', 'year'] as const;

/** A value of a series: stated for the period, or computed from its months, members or parts; or why there is none. */
export class SeriesPoint {
  @Text('Period') period: string;
  @Decimal('Value; null where it is refused', { places: 12, nullable: true }) value: string | null;
  @OneOf('How final it is, where one source states it', statuses, { nullable: true }) status: Status | null;
  @Text('Who states it; null where it is computed', { nullable: true }) source: string | null;
  @Id('Observation, where one states it', { nullable: true }) observationId: string | null;
  @Part('Why there is no value', () => Refusal, { nullable: true }) refusal: Refusal | null;
}

export class Series {
  @Text('Indicator') indicator: string;
  @Text('Unit; null where no point has one', { nullable: true }) unit: string | null;
  @Text('Territory, or several joined with `+`', { max: 1000 }) territory: string;
  @Labels('Breakdown') dimensions: Record<string, string>;
  @Part('In time order, from the first known to the last', () => SeriesPoint, { many: 1200 })
  points: SeriesPoint[];
}

/** Dimensions by which a figure can be asked for; without one, the total is meant, where there is a total. */
export class Breakdown {
  @Text('Section of industry', { max: 40, optional: true }) sector?: string;
  @Text('Division of industry, two digits of VSIC 2018; not beside `sector`', { max: 40, optional: true })
  division?: string;
  @Text('Key product', { max: 60, optional: true }) product?: string;
  @Text('Stage of clusters', { max: 40, optional: true }) stage?: string;
  @Text('Basis of a capacity: ac, dc, unknown', { max: 40, optional: true }) basis?: string;
  @Text('What a saving is measured against', { max: 40, optional: true }) baseline?: string;
  @Text('Version of a path of business as usual', { max: 100, optional: true }) path?: string;
  @Text('Budget', { max: 40, optional: true }) budget?: string;
  @Text('Component', { max: 40, optional: true }) component?: string;
  @Text('Group of goods sold by retail', { max: 60, optional: true }) goodsGroup?: string;
  @Text('Scope', { max: 40, optional: true }) scope?: string;
  @Text('Commodity group', { max: 60, optional: true }) commodity?: string;
  @Text('Partner country', { max: 2, optional: true }) partner?: string;
  @Text('Group of partner countries, one; groups share members and are never added', {
    max: 60,
    optional: true,
  })
  partnerGroup?: string;
  @Text('Free-trade agreement, one; agreements share markets and are never added', {
    max: 60,
    optional: true,
  })
  agreement?: string;
  @Text('Sector of the economy that trades: domestic, fdi', { max: 40, optional: true }) regime?: string;
  @Text('Indicator spoken of', { max: 60, optional: true }) subject?: string;
  @Text('Group of localities ranked', { max: 60, optional: true }) among?: string;
}

export class ReadSeries extends Breakdown {
  @Text('Indicators', { many: 100 }) indicator: string[];
  @Text(
    'Territories; several joined with `+` are one: their sum on the map of `on`, or of the last day of `to`',
    { max: 1000, many: 70 },
  )
  territory: string[];
  @Text('First period, such as 2020 or 2020-01', { max: 20 }) from: string;
  @Text('Last period; the whole of it', { max: 20 }) to: string;
  @OneOf('Default: month', frequencies, { optional: true }) frequency?: (typeof frequencies)[number];
  @Day('History on the map of that day; default: each territory in its own time', { optional: true })
  on?: string;
  @DayOrMonth('What was known on that day', { optional: true }) asOf?: string;
  @Flag('Each month with those before it from January on; of flows, by month only', { optional: true })
  cumulative?: boolean;
  @Flag(
    'Derived indicators from their parts even where they are stated; default: as stated, else from parts',
    {
      optional: true,
    },
  )
  computed?: boolean;
}

export class SeriesList {
  @Part('By indicator, territory and breakdown, as asked', () => Series, { many: 5000 }) series: Series[];
}

export const rankedBy = ['value', 'yoyPct', 'planPct'] as const;

export class ReadRanking extends Breakdown {
  @Text('Indicator', { max: 60 }) indicator: string;
  @Text('Period', { max: 20 }) period: string;
  @Text('Ranked among the members of a group, or units joined with `+`; default: all provinces and cities', {
    max: 1000,
    optional: true,
  })
  group?: string;
  @OneOf('Default: value', rankedBy, { optional: true }) by?: (typeof rankedBy)[number];
  @Day('On the map of that day; default: that of the period', { optional: true }) on?: string;
  @DayOrMonth('What was known on that day', { optional: true }) asOf?: string;
}

export class RankedTerritory {
  @Whole('Place; equal values share one', { min: 1 }) rank: number;
  @Text('Territory') territory: string;
  @Decimal('What it is ranked by', { places: 12 }) value: string;
}

export class Ranking {
  @Text('Indicator') indicator: string;
  @Text('Period') period: string;
  @Part('Best first', () => RankedTerritory, { many: 100 }) items: RankedTerritory[];
  @Whole('How many could be ranked', { min: 0 }) of: number;
  @Text('Members of the group without a number', { many: 100 }) missing: string[];
  @Decimal('The same number of the whole country; null where not known', { places: 12, nullable: true })
  national: string | null;
  @Whole('How many are better than the country; null where that is not known', { min: 0, nullable: true })
  aboveNational: number | null;
}

export const seriesOperations = {
  read: operation({
    route: 'GET /series',
    summary: 'Figures over time, as reported or on the map of a day',
    access: 'public',
    input: ReadSeries,
    output: SeriesList,
    errors: [
      'territory.unknown',
      'territory.not-in-force',
      'territory.overlapping',
      'period.unreadable',
      'indicator.unknown',
      'series.cumulative-not-monthly',
      'series.several-values',
      'series.too-long',
    ],
  }),
};

export const rankingOperations = {
  read: operation({
    route: 'GET /rankings',
    summary: 'Territories in the order of a figure, its growth or its plan',
    access: 'public',
    input: ReadRanking,
    output: Ranking,
    errors: [
      'territory.unknown',
      'territory.not-in-force',
      'territory.overlapping',
      'period.unreadable',
      'indicator.unknown',
      'ranking.not-comparable',
      'ranking.needs-breakdown',
      'series.several-values',
      'territory.no-group',
    ],
  }),
};
