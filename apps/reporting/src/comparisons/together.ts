import {
  add,
  decimal,
  div,
  exactly,
  indicator,
  type Indicator,
  type Interval,
  lastMonth,
  mul,
  parsePeriod,
  recastLevel,
} from '@doit/reference';
import type { RecastPlace } from './asked';
import { refused } from './cells';
import { sumOf } from './cover';
import { madeFigure, none, type MadeOrNot } from './months';
import { quoteOf, type Known, type Made } from './quotes';
import { cellOf, recordOf } from './record';
import type { Found, Refused } from './standing';
import { unitsAt } from './units';

/** What a unit has for one part of a standing. */
export interface MemberPart {
  readonly territory: string;
  readonly figures: ReadonlyMap<string, Known>;
  readonly refusals?: ReadonlyMap<string, Refused>;
}

/** Figures of several periods, by unit and cell. */
export type MemberRuns = ReadonlyMap<string, ReadonlyMap<string, readonly Known[]>>;

/** What could be put together, and why the rest could not. */
export interface Put {
  readonly figures: Map<string, Known>;
  readonly refusals: Map<string, Refused>;
}

export type Weights = ReadonlyMap<string, Known>;

/** Puts the figures of units together, cell by cell. */
export class Together {
  constructor(
    private readonly place: RecastPlace,
    private readonly weights: Weights,
  ) {}

  all(members: readonly MemberPart[]): Put {
    const figures = new Map<string, Known>();
    const refusals = new Map<string, Refused>();
    const likes = new Map(
      members.flatMap(({ figures: own, refusals: why }) => [
        ...[...(why ?? [])].map(([cell, { like }]) => [cell, like] as const),
        ...own,
      ]),
    );
    for (const [cell, like] of likes) {
      const refusedThere = members.flatMap((each) => each.refusals?.get(cell) ?? []);
      const [first] = refusedThere;
      const { figure, refusal } =
        first && members.every((each) => !each.figures.has(cell))
          ? none(first.why)
          : this.one(
              like,
              members.map((each) => ({ territory: each.territory, figure: each.figures.get(cell) ?? null })),
            );
      if (figure) figures.set(cell, figure);
      else refusals.set(cell, { why: refusal, like });
    }
    return { figures, refusals };
  }

  /** Figures of several periods of a cell, each put together from the units at its own end; without those that one lacks. */
  runs(members: MemberRuns): Map<string, Known[]> {
    const likes = new Map<string, { cell: string; like: Known }>();
    for (const runs of members.values())
      for (const [cell, figures] of runs)
        for (const like of figures) likes.set(`${cell} ${like.period}`, { cell, like });
    const found = new Map<string, Known[]>();
    for (const { cell, like } of likes.values()) {
      const own = parsePeriod(like.period);
      const units = own ? unitsAt(this.place, own) : [];
      const of = (territory: string): Known | null =>
        members
          .get(territory)
          ?.get(cell)
          ?.find(({ period }) => period === like.period) ?? null;
      const { figure } = this.one(
        like,
        units.map((territory) => ({ territory, figure: of(territory) })),
      );
      if (figure) found.set(cell, [...(found.get(cell) ?? []), figure]);
    }
    return found;
  }

  one(like: Known, members: readonly { territory: string; figure: Known | null }[]): MadeOrNot {
    const known = indicator(like.indicator);
    if (!known) return none(refused('not-comparable'));
    const same = sameMonth(known, members);
    const weightOf = ({ territory }: { territory: string }) =>
      known.weights
        ? this.weights.get(`${territory} ${cellOf(known.weights.indicator, like.dimensions)}`)
        : undefined;
    const result = recastLevel(
      known.kind,
      same.map(({ territory, figure }) => {
        const weight = weightOf({ territory });
        return {
          territory,
          value: figure && quoteOf(figure).value,
          weight: weight ? decimal(weight.value) : null,
        };
      }),
    );
    if ('refusal' in result) return none(refused(result.refusal, result.missing));
    const parts = same.flatMap(({ figure }) => figure ?? []);
    const [only] = parts;
    if (parts.length === 1 && only) return { figure: only, refusal: null };
    if (parts.some(({ unit }) => unit !== like.unit)) return none(refused('different-definition'));
    const weights = same.flatMap((member) => weightOf(member) ?? []);
    const made: Made = {
      value: result.value,
      interval: known.kind === 'index' ? weighted(parts, weights) : sumOf(parts).interval,
      formula: known.kind === 'index' ? 'Σ weight × index ÷ Σ weight, of its units' : 'sum of its units',
      from: [...parts, ...(known.kind === 'index' ? weights : [])].map(quoteOf),
    };
    const period = parts[0]?.period ?? like.period;
    return {
      figure: { ...madeFigure(like, period, parts, made), territory: this.place.territory },
      refusal: null,
    };
  }
}

/** Stocks are the last known ones: only those of the latest month count, the others are missing. */
function sameMonth(
  { kind }: Indicator,
  members: readonly { territory: string; figure: Known | null }[],
): readonly { territory: string; figure: Known | null }[] {
  if (kind !== 'stock') return members;
  const monthOf = (figure: Known | null): string => {
    const own = figure && parsePeriod(figure.period);
    return own ? lastMonth(own) : '';
  };
  const latest = members
    .map(({ figure }) => monthOf(figure))
    .sort()
    .at(-1);
  return members.map((each) => (monthOf(each.figure) === latest ? each : { ...each, figure: null }));
}

/** The figures that indices of units are weighted by: that of a division by the same of the division. */
export function weightsOf(found: readonly Found[]): Weights {
  const weights = found.flatMap(({ part, figure }) => (part === 'weight' ? figure : []));
  const byUnit = new Map<string, Known[]>();
  for (const each of weights) {
    const key = `${each.territory} ${cellOf(each.indicator, each.dimensions)}`;
    byUnit.set(key, [...(byUnit.get(key) ?? []), each]);
  }
  return new Map(
    [...byUnit].flatMap(([key, all]) => {
      const best = recordOf(all);
      return best ? [[key, best] as const] : [];
    }),
  );
}

function weighted(parts: readonly Known[], weights: readonly Known[]): Interval {
  const shares = weights.map((weight) => quoteOf(weight).interval);
  const all = parts
    .map((part, at) => mul(quoteOf(part).interval, shares[at] ?? exactly('0')))
    .reduce(add, exactly('0'));
  return div(all, shares.reduce(add, exactly('0'))) ?? all;
}
