import { lastDay, monthsOf, parsePeriod, period as periodOf, territory, unitsOn } from '@doit/reference';
import type { Known } from '../comparisons/quotes';
import type { Standing } from '../comparisons/standing';

/** What a stated figure of trade is held against: cells of these units and months. */
export interface CustomsAsked {
  readonly figure: Known;
  readonly flow: 'export' | 'import';
  readonly by: 'total' | 'commodity' | 'partner' | 'regime';
  readonly key: string;
  /** Each month with each unit that held the land of the territory in it. */
  readonly months: readonly { readonly month: string; readonly territory: string }[];
}

/** What the lines of a month and unit come to; there is none of a month in which nothing is known of the unit. */
export interface CustomsCell {
  readonly month: string;
  readonly territory: string;
  /** USD; 0 where the month is known, and has nothing of the kind. */
  readonly value: string;
  /** USD of lines that are too coarse, or do not tell, whether they are of the kind. */
  readonly untold: string;
  /** Named enterprises behind it; null: none, or also lines that name none. */
  readonly enterprises: number | null;
  readonly isWhole: boolean;
}

const flowOf: Readonly<Record<string, CustomsAsked['flow']>> = { EXPORT: 'export', IMPORT: 'import' };
const ways: readonly string[] = ['commodity', 'partner', 'regime'];

/**
 * The figures of a place that lines of customs can meet: exports and imports in total, or by one commodity, partner or
 * regime, that somebody else states. Lines are of provinces and cities, so what is stated for a group or the country is left
 * alone; so is what was known on another day, since of lines what is known now is kept.
 */
export function customsClaims({ territory: id, actual, on, asOf, period }: Standing): CustomsAsked[] {
  if (asOf !== undefined || territory(id)?.code === null) return [];
  return [...actual.values()].flatMap((figure): CustomsAsked[] => {
    const flow = flowOf[figure.indicator];
    const [[by, key] = ['total', ''], second] = Object.entries(figure.dimensions);
    const isMeant = by === 'total' || ways.includes(by);
    if (!flow || !isMeant || second || figure.made || figure.unit !== 'USD_MN') return [];
    if (/^customs(-|$)/.test(figure.source)) return [];
    const own = parsePeriod(figure.period) ?? period;
    const months = monthsOf(own).flatMap((month) =>
      unitsOn(id, on ?? lastDay(own), lastDay(periodOf(month, 1))).map((unit) => ({
        month,
        territory: unit,
      })),
    );
    return months.length === 0 ? [] : [{ figure, flow, by: by as CustomsAsked['by'], key, months }];
  });
}
