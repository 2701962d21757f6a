import { refusals, type Breakdown } from '@doit/contracts';
import {
  indicator,
  inForce,
  isTerritory,
  lastMonth,
  piecesOf,
  territory,
  type Period,
  type Piece,
} from '@doit/reference';
import { refusedAsked } from '../comparisons/asked';
import { refused } from '../comparisons/cells';

/** A piece of what is asked for, in the order asked. */
export interface TargetPiece extends Piece {
  readonly target: string;
  readonly place: number;
}

/** What levels are read for; each field is a parameter of the statement. */
export interface LevelsAsked {
  readonly pieces: readonly TargetPiece[];
  readonly from: string;
  readonly to: string;
  readonly months: number;
  readonly indicators: readonly string[];
  readonly breakdown: Breakdown;
  readonly measure: 'actual' | 'plan';
  readonly asOf: string | null;
}

const dimensions = [
  'sector',
  'stage',
  'basis',
  'baseline',
  'budget',
  'component',
  'scope',
  'commodity',
  'partner',
  'subject',
  'among',
] as const satisfies (keyof Breakdown)[];

/** The parameters of `levels` (levels.sql.ts). */
export function parametersOf(asked: LevelsAsked): unknown[] {
  const { pieces, from, to, months, indicators, breakdown, measure, asOf } = asked;
  return [
    JSON.stringify(pieces),
    `${from}-01`,
    `${to}-01`,
    months,
    indicators,
    JSON.stringify(Object.fromEntries(indicators.map((code) => [code, ruleOf(code)]))),
    JSON.stringify(
      Object.fromEntries(dimensions.flatMap((name) => (breakdown[name] ? [[name, breakdown[name]]] : []))),
    ),
    measure,
    asOf,
  ];
}

function ruleOf(code: string) {
  const found = indicator(code);
  return {
    kind: found?.kind,
    required: found?.dimensions.filter(({ required }) => required).map(({ name }) => name) ?? [],
    weights: found?.weights?.indicator ?? null,
    year: found?.weights ? `${found.weights.year}-01-01` : null,
  };
}

/** The words of every refusal, by its code. */
export const refusalWords = JSON.stringify(
  Object.fromEntries(refusals.map((code) => [code, refused(code).refusal?.message])),
);

/**
 * The pieces of each territory: itself in its own time, or on the map of a day the units that held its land. The country
 * is never made of pieces: its figures are stated for it, and what cannot be told apart by province is in them.
 * @throws Problem territory.unknown, territory.not-in-force
 */
export function piecesAsked(ids: readonly string[], on: string | undefined): TargetPiece[] {
  return ids.flatMap((id, place) => {
    const found = isTerritory(id) ? territory(id) : null;
    if (!found) throw refusedAsked('territory', 'territory.unknown', { territory: id });
    if (on === undefined || found.type === 'country')
      return [{ target: id, place, territory: id, from: found.validFrom, to: found.validTo }];
    const pieces = piecesOf(id, on);
    if (pieces.length === 0 && !inForce(id, on))
      throw refusedAsked('territory', 'territory.not-in-force', { territory: id, day: on });
    return pieces.map((piece) => ({ target: id, place, ...piece }));
  });
}

/** First and last month of the spans that touch `from` to `to`. */
export function spansAsked(from: Period, to: Period, months: number): { from: string; to: string } {
  const aligned = (month: string): string => {
    const index = Math.floor((Number(month.slice(5)) - 1) / months) * months;
    return `${month.slice(0, 4)}-${String(index + 1).padStart(2, '0')}`;
  };
  return { from: aligned(from.from), to: aligned(lastMonth(to)) };
}
