import type { MarketClass } from '@doit/contracts';
import { dayPlus, ruleOn, type Rule } from '@doit/reference';
import { turns } from '@doit/registers';
import { classOn, classRules, type Measured } from './market-class';

/** What was told of a market: as it was entered, as it was set right, or as it was since the day of a step. */
export interface Told {
  readonly market: Measured & {
    readonly state: string;
    readonly stateOn: string | null;
    readonly countedOn: string | null;
    readonly openedOn: string | null;
    readonly yearBuilt: number | null;
  };
  /** The day of the step; null: a field was completed or set right, of as long as it was known otherwise. */
  readonly on: string | null;
}

interface Stretch extends Measured {
  from: string | null;
}

const notYetOpen = ['planned', 'under-construction', 'withdrawn'];

/**
 * The classes of a market over time. What a step makes known holds from its day on; what is set right afterwards was so
 * since the last of these days, also where that count found what was known already. The first holds since the market opened,
 * else since the year in which it was built, else for as long as a rule is known. One that has not opened yet has none. Each stretch is cut where the law changes; where neither the class nor what it follows
 * from changes, a new text of the same law is a new stretch too.
 */
export function classesOf(told: readonly Told[], law?: readonly Rule[]): MarketClass[] {
  const last = told.at(-1)?.market;
  if (!last || notYetOpen.includes(last.state)) return [];
  const opened = last.openedOn ?? (last.yearBuilt === null ? '' : `${last.yearBuilt}-01-01`);
  const stretches = joined(measured(told));
  const end = last.state === 'closed' ? last.stateOn : null;
  const cuts = turns(classRules, law);
  return stretches.flatMap((stretch, n) => {
    const until = earlier(stretches[n + 1]?.from ?? null, end);
    // What was counted before it opened holds from then on.
    const begin = stretch.from !== null && stretch.from > opened ? stretch.from : opened;
    const begins = [begin, ...cuts.filter((cut) => cut > begin)].filter(
      (day) => until === null || day < until,
    );
    return begins.flatMap((since, nth): MarketClass[] => {
      const source = ruleOn(classRules[0], since, law)?.legalSource.vi;
      if (source === undefined) return [];
      const next = begins[nth + 1] ?? until;
      const { pointsTotal, buildState } = stretch;
      const span = { from: since, to: next && dayPlus(next, -1) };
      return [{ ...span, class: classOn(stretch, since, law), pointsTotal, buildState, source }];
    });
  });
}

function earlier(a: string | null, b: string | null): string | null {
  return a === null || (b !== null && b < a) ? b : a;
}

/** What was known of points and build, and since when; a count that found the same is one too. */
function measured(told: readonly Told[]): Stretch[] {
  const stretches: Stretch[] = [];
  let counted: string | null = null;
  for (const { market, on } of told) {
    const { pointsTotal, buildState, countedOn } = market;
    const last = stretches.at(-1);
    const isCounted = on !== null && countedOn !== null && countedOn > (counted ?? '');
    counted = countedOn;
    if (!last) stretches.push({ from: null, pointsTotal, buildState });
    else if (on !== null && (isCounted || !isSame(last, market))) {
      // Of two on one day the later holds.
      if (last.from === on) stretches.pop();
      stretches.push({ from: on, pointsTotal, buildState });
    } else Object.assign(last, { pointsTotal, buildState });
  }
  return stretches;
}

/** Neighbours that are the same are one. */
const joined = (stretches: readonly Stretch[]): Stretch[] =>
  stretches.filter((stretch, n) => {
    const before = stretches[n - 1];
    return !before || !isSame(before, stretch);
  });

const isSame = (a: Measured, b: Measured): boolean =>
  a.pointsTotal === b.pointsTotal && a.buildState === b.buildState;
