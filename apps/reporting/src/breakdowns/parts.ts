import { type Decimal, decimal } from '@doit/reference';
import type { CellName } from '../checks/declared-parts';
import { cellOf } from '../comparisons/record';
import type { Known } from '../comparisons/quotes';
import type { Standing } from '../comparisons/standing';
import type { BreakdownAsked } from './asked';

/** The parts of a breakdown: as listed or asked for, else those that somebody states, the largest first. */
export function partsIn(
  code: string,
  { by, parts }: BreakdownAsked,
  standing: Standing,
): readonly CellName[] {
  if (parts) return parts;
  const { actual, refusals } = standing;
  const stated = [...actual.values()].filter(isPart(code, by));
  const size = new Map(stated.map((figure) => [figure, valueOf(figure)]));
  const largest = stated.sort((a, b) => size.get(b)?.comparedTo(size.get(a) ?? 0) ?? 0);
  // Some of it is known, as months are of a year: it is named, and why it has no figure.
  const untold = [...refusals.actual.values()].map(({ like }) => like).filter(isPart(code, by));
  return [...largest, ...untold].slice(0, mostParts).map(({ dimensions }) => [code, dimensions]);
}

/** As many as an answer has room for: more than there are countries. */
const mostParts = 300;

const isPart =
  (code: string, by: string) =>
  ({ indicator, dimensions }: Known): boolean =>
    indicator === code && by in dimensions && Object.keys(dimensions).length === 1;

const valueOf = ({ value, made }: Known): Decimal => made?.value ?? decimal(value);

/** The standing of a total and its parts alone: of partners and commodities there are many cells beside. */
export function narrowed(standing: Standing, cells: readonly CellName[]): Standing {
  const wanted = new Set(cells.map((each) => cellOf(...each)));
  const only = <V>(all: ReadonlyMap<string, V>) => new Map([...all].filter(([cell]) => wanted.has(cell)));
  const { actual, plan, refusals } = standing;
  return {
    ...standing,
    actual: only(actual),
    plan: only(plan),
    refusals: { ...refusals, actual: only(refusals.actual) },
  };
}
