import { BothLanguagesText } from './comparisons';
import { Decimal, Flag, OneOf, Part, Text, Whole } from './fields';
import {
  AskedOfFlows,
  AskedOfPeriod,
  FlowRefusalWords,
  flowRefusals,
  MissingMonth,
  OfPeriod,
  pctShown,
  usdShown,
  type FlowRefusal,
} from './flow-asked';
import { FlowMarkets, ReadFlowMarkets } from './flow-market-reports';
import { statuses, type Status } from './observations';
import { operation } from './operation';

const refusedAs = { optional: true } as const;

export class ReadFlowMonths extends AskedOfFlows {
  @Text('First month, or a period that begins with it', { max: 20, example: '2024-01' }) from: string;
  @Text('Last month, or a period that ends with it', { max: 20, example: '2024-12' }) to: string;
}

export class MeasureRefusals {
  @OneOf('Of the value', flowRefusals, refusedAs) value?: FlowRefusal;
  @OneOf('Of the value since January', flowRefusals, refusedAs) yearToDate?: FlowRefusal;
  @OneOf('Of its change', flowRefusals, refusedAs) yoyPct?: FlowRefusal;
  @OneOf('Of the change since January', flowRefusals, refusedAs) yearToDateYoyPct?: FlowRefusal;
}

/** A measure of one month and of the months since January; what is null says why in `refusals`. */
export class MeasureOfMonth {
  @Decimal('USD', usdShown) value: string | null;
  @Decimal('USD, January to this month', usdShown) yearToDate: string | null;
  @Decimal('Change on the same month a year before, %', pctShown) yoyPct: string | null;
  @Decimal('Change of January to this month on a year before, %', pctShown) yearToDateYoyPct: string | null;
  @Part('Why what is null is not told', () => MeasureRefusals, { optional: true }) refusals?: MeasureRefusals;
}

export class FlowOfMonth extends MeasureOfMonth {
  @OneOf('The least sure of its lines', statuses, { nullable: true }) status: Status | null;
  @Flag('Whether a whole extract covers it', { nullable: true }) isWhole: boolean | null;
}

export class TradeOfMonth {
  @Text('Month', { max: 7 }) month: string;
  @Part('Exports, FOB', () => FlowOfMonth) exports: FlowOfMonth;
  @Part('Imports, CIF', () => FlowOfMonth) imports: FlowOfMonth;
  @Part('Exports and imports', () => MeasureOfMonth) turnover: MeasureOfMonth;
  @Part('Exports less imports', () => MeasureOfMonth) balance: MeasureOfMonth;
}

export class TradeOfTerritory {
  @Text('Territory') territory: string;
  @Part('The months in which it had land; none where nothing at all is known', () => TradeOfMonth, {
    many: 800,
  })
  months: TradeOfMonth[];
  @OneOf('Why there are no months', flowRefusals, { nullable: true }) refusal: FlowRefusal | null;
  @Part(
    'Months without a figure, from January of the year before the first on; none where nothing is known',
    () => MissingMonth,
    {
      many: 2500,
    },
  )
  missing: MissingMonth[];
}

/** Trade month by month, territory by territory. */
export class FlowMonths {
  @Text('Source') source: string;
  @Text('First month') from: string;
  @Text('Last month') to: string;
  @Part('Territories as asked, groups by their members', () => TradeOfTerritory, { many: 100 })
  items: TradeOfTerritory[];
  @Part('What the codes of refusals mean', () => FlowRefusalWords, { many: 10 }) messages: FlowRefusalWords[];
}

export const breakdownsOfFlows = ['commodity', 'partner', 'macro-group', 'regime'] as const;
export const moverOrders = ['value', 'rise', 'fall'] as const;

export class ReadFlowBreakdown extends AskedOfPeriod {
  @OneOf('By what', breakdownsOfFlows) by: (typeof breakdownsOfFlows)[number];
  @OneOf(
    'Largest value first, or those that rose or fell by most; only what rose or fell is listed then. Default: value',
    moverOrders,
    { optional: true },
  )
  order?: (typeof moverOrders)[number];
  @Whole('Items listed. Default: 20', { min: 1, max: 500, optional: true }) limit?: number;
}

export class ShareRefusals {
  @OneOf('Of the value', flowRefusals, refusedAs) value?: FlowRefusal;
  @OneOf('Of the share', flowRefusals, refusedAs) sharePct?: FlowRefusal;
  @OneOf('Of the value a year before, and of the change', flowRefusals, refusedAs)
  valueYearBefore?: FlowRefusal;
  @OneOf('Of the change in %', flowRefusals, refusedAs) yoyPct?: FlowRefusal;
  @OneOf('Of the contribution', flowRefusals, refusedAs) contributionPp?: FlowRefusal;
}

/** A value beside that of a year before. */
export class FlowChange {
  @Decimal('USD', usdShown) value: string | null;
  @Decimal('Share in the total, %', pctShown) sharePct: string | null;
  @Decimal('USD in the same months a year before', usdShown) valueYearBefore: string | null;
  @Decimal('USD more than a year before', usdShown) change: string | null;
  @Decimal('Change on a year before, %', pctShown) yoyPct: string | null;
  @Decimal(
    'Percentage points of the growth of the total: change / total a year before · 100. Before rounding those of all items and the rest add to the growth',
    pctShown,
  )
  contributionPp: string | null;
  @Part('Why what is null is not told', () => ShareRefusals, { optional: true }) refusals?: ShareRefusals;
}

export class FlowItem extends FlowChange {
  @Text('Group of goods, macro group, partner (ISO 3166-1), or regime') key: string;
  @Part('Its name; null where the code is none of ours or of ISO 3166-1', () => BothLanguagesText, {
    nullable: true,
  })
  name: BothLanguagesText | null;
  @Whole('Place in the order asked for; equals share one', { min: 1 }) rank: number;
}

export const restKinds = ['unlisted', 'other', 'too-coarse', 'not-said', 'not-broken-down'] as const;

/**
 * A part of the rest: what is not listed for its place, or hidden (`unlisted`), what belongs to no group (`other`), what
 * was recorded too coarsely to tell (`too-coarse`), what says no regime (`not-said`), what the total has and no cell (
 * `not-broken-down`).
 */
export class RestPart {
  @OneOf('What', restKinds) kind: (typeof restKinds)[number];
  @Whole('How many items; 0 where it is none') items: number;
  @Whole('Of these, hidden because fewer than three enterprises stand behind them') hidden: number;
  @Decimal('USD', usdShown) value: string | null;
  @Decimal('USD in the same months a year before', usdShown) valueYearBefore: string | null;
}

export class FlowRest extends FlowChange {
  @Part('What it is made of', () => RestPart, { many: 5 }) parts: RestPart[];
}

export class FlowTotal extends FlowChange {
  @OneOf('The least sure of its lines; null where it is not known', statuses, { nullable: true })
  status: Status | null;
  @Flag('Whether whole extracts cover it; null where it is not known', { nullable: true })
  isWhole: boolean | null;
}

export class Concentration {
  @Decimal(
    'Herfindahl-Hirschman index, 0 to 10,000: the sum of the squared shares (in %) of all items in the total. Of goods that belong to no group, or cannot be told, no item is made, so that it is the least it can be',
    { places: 2, nullable: true },
  )
  hhi: string | null;
  @Whole('Items with a value, listed or not') of: number;
  @OneOf('Why it is not told', flowRefusals, { optional: true }) refusal?: FlowRefusal;
}

/** A flow by what it is made of: every part, and the rest, so that nothing of the total is left out. */
export class FlowBreakdown extends OfPeriod {
  @OneOf('By what', breakdownsOfFlows) by: (typeof breakdownsOfFlows)[number];
  @Part('What the totals of the territories come to', () => FlowTotal) total: FlowTotal;
  @Part('In the order asked for', () => FlowItem, { many: 500 }) items: FlowItem[];
  @Part('The total less the items; null where the total is not known', () => FlowRest, { nullable: true })
  rest: FlowRest | null;
  @Part('How concentrated it is', () => Concentration) concentration: Concentration;
  @Part('Months of the period, and of the year before, without a figure', () => MissingMonth, { many: 240 })
  missing: MissingMonth[];
}

const errors = [
  'territory.unknown',
  'territory.not-in-force',
  'territory.overlapping',
  'period.unreadable',
  'series.too-long',
] as const;

/** Reports over the roll-ups of flows. */
export const flowReportOperations = {
  months: operation({
    route: 'GET /flows/months',
    summary:
      'Exports, imports, turnover and balance by month and territory, with their cumulation and change',
    access: 'public',
    input: ReadFlowMonths,
    output: FlowMonths,
    errors,
  }),
  breakdown: operation({
    route: 'GET /flows/breakdown',
    summary:
      'A flow by commodity, partner, macro group or regime: shares, movers, what explains the growth, concentration',
    access: 'public',
    input: ReadFlowBreakdown,
    output: FlowBreakdown,
    errors,
  }),
  markets: operation({
    route: 'GET /flows/markets',
    summary: 'A flow by market and by the agreements in force with it',
    access: 'public',
    input: ReadFlowMarkets,
    output: FlowMarkets,
    errors: [...errors, 'partner.unknown'],
  }),
};
