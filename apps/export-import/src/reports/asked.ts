import { Problem, type Caller } from '@doit/contracts';
import { parsePeriod, yearBefore, type Period } from '@doit/reference';
import {
  landAsked,
  monthBounds,
  monthsWithoutLand,
  refusedAsked,
  totalsNeeded,
  unitsAsked,
  type LandOfMonths,
} from './land';

/** Months that are added into one number at most. */
const longest = 120;

/** @throws Problem period.unreadable */
export function periodAsked(text: string, pointer: string): Period {
  const found = parsePeriod(text);
  if (!found) throw refusedAsked(pointer, 'period.unreadable', { period: text });
  return found;
}

/** @throws Problem period.unreadable, series.too-long */
export function sumPeriodAsked(text: string): Period {
  const found = periodAsked(text, 'period');
  if (found.months > longest) throw new Problem('series.too-long', { points: found.months, most: longest });
  return found;
}

/** The units of the land whose hidden cells the caller may see. */
export function ownUnits(caller: Caller, land: readonly LandOfMonths[]): string[] {
  const readable = caller.readsUnpublished('export-import');
  const all = land.map(({ territory }) => territory);
  return readable.includes('*') ? all : all.filter((id) => readable.includes(id));
}

/** The same where only these months are shown: who sees all of them has nothing left out for the sake of the year before. */
export function ownUnitsNow(
  caller: Caller,
  land: readonly LandOfMonths[],
  [from, to]: readonly [string, string],
): string[] {
  const own = ownUnits(caller, land);
  const seesAll = land.every(
    ({ territory, first, last }) => last < from || first > to || own.includes(territory),
  );
  return seesAll ? land.map(({ territory }) => territory) : own;
}

/** The parameters of land, for `unnest`. */
export const columnsOf = (land: readonly LandOfMonths[]): [string[], string[], string[]] => [
  land.map(({ territory }) => territory),
  land.map(({ first }) => first),
  land.map(({ last }) => last),
];

/** What is read of a period and of the year before it: land, bounds, and how many totals make each known (−1: none can). */
export function spansAsked(asked: readonly string[] | undefined, of: Period) {
  const land = landAsked(asked, of);
  const units = unitsAsked(asked, of);
  const span = (each: Period) => {
    const without = monthsWithoutLand(units, each);
    return { bounds: monthBounds(each), without, needed: without.length > 0 ? -1 : totalsNeeded(land, each) };
  };
  return { land, now: span(of), before: span(yearBefore(of)) };
}
