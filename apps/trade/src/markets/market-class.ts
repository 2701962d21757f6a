import type { Entry, MarketFields } from '@doit/contracts';
import { ruleOn, type Rule } from '@doit/reference';
import { byLaw, today } from '@doit/registers';

/** What the class of a market follows from. */
export type Measured = Pick<Entry<MarketFields>, 'pointsTotal' | 'buildState'>;

/** The rules by which it does. */
export const classRules = ['market.class-1-points', 'market.class-2-points'] as const;

/**
 * The class of a market by the law of a day: 1 above so many points where it is built to last, 2 from so many on, 3 below.
 * Null: points, or with many of them the build, are not known, or the law of that day is not.
 */
export function classOn(
  { pointsTotal, buildState }: Measured,
  on: string,
  law?: readonly Rule[],
): number | null {
  const [first, second] = classRules.map((id) => ruleOn(id, on, law));
  if (!first || !second || pointsTotal === null) return null;
  if (pointsTotal < Number(second.value)) return 3;
  if (pointsTotal <= Number(first.value)) return 2;
  return buildState === null ? null : buildState === 'solid' ? 1 : 2;
}

/** SQL of the same, over a row of markets; by the law of today, or of another day. */
export const classSql =
  (day = today, law?: readonly Rule[]) =>
  (row: string): string =>
    byLaw({ ids: classRules, day, ...(law && { law }) }, (said) =>
      [
        `case when ${row}.points_total < ${said['market.class-2-points']} then 3`,
        `when ${row}.points_total <= ${said['market.class-1-points']} then 2`,
        `when ${row}.build_state = 'solid' and ${row}.points_total is not null then 1`,
        `when ${row}.build_state is not null and ${row}.points_total is not null then 2 end`,
      ].join(' '),
    );
