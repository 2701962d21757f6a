import type { MarketClass } from '@doit/contracts';
import { ruleOn, type Rule } from '@doit/reference';
import { dayBefore, turns } from '../dated.sql';
import { classOn, classRules, type Measured } from './market-class';

/** What was told of a market: as it was entered, as it was set right, or as it was since the day of a step. */
export interface Told {
  readonly market: Measured & { readonly state: string; readonly stateOn: string | null };
  /** The day of the step; null: a field was completed or set right, of as long as it was known otherwise. */
  readonly on: string | null;
}

interface Stretch extends Measured {
  from: string | null;
}

const gone = ['closed', 'withdrawn'];

/**
 * The classes of a market over time. What a step makes known holds from its day on; what is set right afterwards was so
 * since the last of these days. Each stretch is cut where the law changes; where neither the class nor what it follows
 * from changes, a new text of the same law is a new stretch too.
 */
export function classesOf(told: readonly Told[], law?: readonly Rule[]): MarketClass[] {
  const stretches = measured(told);
  const last = told.at(-1)?.market;
  const end = last && gone.includes(last.state) ? last.stateOn : null;
  const cuts = turns(classRules, law);
  return stretches.flatMap((stretch, n) => {
    const until = earlier(stretches[n + 1]?.from ?? null, end);
    const begin = stretch.from ?? '';
    const begins = [begin, ...cuts.filter((cut) => cut > begin)].filter(
      (day) => until === null || day < until,
    );
    return begins.flatMap((since, nth): MarketClass[] => {
      const source = ruleOn(classRules[0], since, law)?.legalSource.vi;
      if (source === undefined) return [];
      const next = begins[nth + 1] ?? until;
      const { pointsTotal, buildState } = stretch;
      const span = { from: since, to: next && dayBefore(next) };
      return [{ ...span, class: classOn(stretch, since, law), pointsTotal, buildState, source }];
    });
  });
}

function earlier(a: string | null, b: string | null): string | null {
  return a === null || (b !== null && b < a) ? b : a;
}

/** What was known of points and build, and since when. */
function measured(told: readonly Told[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { market, on } of told) {
    const { pointsTotal, buildState } = market;
    const last = stretches.at(-1);
    const isSame = last?.pointsTotal === pointsTotal && last.buildState === buildState;
    if (isSame) continue;
    if (!last || on !== null) {
      // Of two on one day the later holds.
      if (last && last.from === on) stretches.pop();
      stretches.push({ from: last ? on : null, pointsTotal, buildState });
    } else Object.assign(last, { pointsTotal, buildState });
  }
  return stretches;
}
