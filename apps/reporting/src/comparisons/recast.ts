import {
  add,
  decimal,
  div,
  exactly,
  indicator,
  lastDay,
  lastMonth,
  monthBefore,
  mul,
  parsePeriod,
  recastLevel,
  unitsOn,
  yearBefore,
  type Indicator,
  type Interval,
  type Period,
} from '@doit/reference';
import type { Place, RecastPlace } from './asked';
import { startOf } from './average-growth';
import { planPeriodOf } from './case';
import { refused } from './cells';
import { madeFigure, none, type MadeOrNot } from './months';
import { quoteOf, type Known, type Made } from './quotes';
import { cellOf, recordOf } from './record';
import { standingOf, type Found, type Refused, type Standing } from './standing';

/** The units that held its land at the end of each period that a comparison speaks of. */
export interface Members {
  readonly actual: readonly string[];
  readonly previous: readonly string[];
  readonly before: readonly string[];
  readonly start: readonly string[];
  readonly plan: readonly string[];
  readonly planBase: readonly string[];
}

/** Which units made up the territory; itself where it is none that is made of units, as the country. */
export function membersOf({ territory, period, on }: RecastPlace): Members {
  const at = (of: Period): readonly string[] => {
    const units = unitsOn(territory, on, lastDay(of));
    return units.length > 0 ? units : [territory];
  };
  const plan = planPeriodOf(period);
  return {
    actual: at(period),
    previous: at(yearBefore(period)),
    before: at(monthBefore(period) ?? period),
    start: at(startOf(period) ?? period),
    plan: at(plan),
    planBase: at(yearBefore(plan)),
  };
}

/**
 * The standing of a territory on the map of another day: each level is put together from those of its units, period by
 * period (recasting of `@doit/reference`), so that growth follows from recast levels. What is printed beside a member's
 * figure says nothing of the whole, so it is left out where there are several.
 * @param found of all members
 */
export function recastStanding(place: RecastPlace, members: Members, found: readonly Found[]): Standing {
  const standings = new Map<string, Standing>();
  for (const territory of new Set(Object.values(members).flat() as string[])) {
    const own = found.filter(({ figure }) => figure.territory === territory);
    standings.set(territory, standingOf({ territory, period: place.period }, own));
  }
  const of = (units: readonly string[]): Standing[] => units.flatMap((unit) => standings.get(unit) ?? []);
  const together = new Putting(place, weightsOf(found));
  const part = (name: 'actual' | 'previous' | 'before' | 'plan' | 'start') =>
    together.all(
      of(members[name]).map((each) => ({
        territory: each.territory,
        figures: each[name],
        refusals: name === 'start' ? undefined : each.refusals[name],
      })),
    );
  const [actual, previous, before, plan] = [part('actual'), part('previous'), part('before'), part('plan')];
  const only = of(members.actual);
  return {
    territory: place.territory,
    period: place.period,
    actual: actual.figures,
    previous: previous.figures,
    before: before.figures,
    start: part('start').figures,
    plan: plan.figures,
    refusals: {
      actual: actual.refusals,
      previous: previous.refusals,
      before: before.refusals,
      plan: plan.refusals,
    },
    planBase: basesOf(together, of(members.planBase), plan.figures),
    // The runs of months of several units seldom fit; their totals do.
    rest: (only.length === 1 && only[0]?.rest) || new Map(),
    scenario: (only.length === 1 && only[0]?.scenario) || new Map(),
  };
}

interface MemberPart {
  readonly territory: string;
  readonly figures: ReadonlyMap<string, Known>;
  readonly refusals?: ReadonlyMap<string, Refused>;
}

type Weights = ReadonlyMap<string, Known>;

/** Puts the figures of units together, cell by cell. */
class Putting {
  constructor(
    private readonly place: Place,
    private readonly weights: Weights,
  ) {}

  all(members: readonly MemberPart[]): { figures: Map<string, Known>; refusals: Map<string, Refused> } {
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

  one(like: Known, members: readonly { territory: string; figure: Known | null }[]): MadeOrNot {
    const known = indicator(like.indicator);
    if (!known) return none(refused('not-comparable'));
    const same = sameMonth(known, members);
    const weightOf = ({ territory }: { territory: string }) =>
      known.weights ? this.weights.get(`${territory} ${known.weights.indicator}`) : undefined;
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
      interval: known.kind === 'index' ? weighted(parts, weights) : sumOfIntervals(parts),
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

/** The year before the plan's: as it was known when the plan was set, and as it is known now. */
function basesOf(
  together: Putting,
  members: readonly Standing[],
  plans: ReadonlyMap<string, Known>,
): Map<string, Known[]> {
  const cells = new Set(members.flatMap(({ planBase }) => [...planBase.keys()]));
  const found = new Map<string, Known[]>();
  for (const cell of cells) {
    const [like] = members.flatMap(({ planBase }) => planBase.get(cell) ?? []);
    if (!like) continue;
    const on = (day: string | null): Known | null =>
      together.one(
        like,
        members.map(({ territory, planBase }) => {
          const vintages = planBase.get(cell) ?? [];
          const then = day === null ? vintages : vintages.filter(({ asOf }) => asOf !== null && asOf <= day);
          return { territory, figure: recordOf(then) };
        }),
      ).figure;
    const day = plans.get(cell)?.asOf ?? null;
    const [now, then] = [on(null), day === null ? null : on(day)];
    found.set(cell, [
      ...(now ? [now] : []),
      ...(then && day !== null ? [{ ...then, asOf: then.made ? day : then.asOf }] : []),
    ]);
  }
  return found;
}

function weightsOf(found: readonly Found[]): Weights {
  const weights = found.flatMap(({ part, figure }) => (part === 'weight' ? figure : []));
  const byUnit = new Map<string, Known[]>();
  for (const each of weights) {
    const key = `${each.territory} ${cellOf(each.indicator, {})}`;
    byUnit.set(key, [...(byUnit.get(key) ?? []), each]);
  }
  return new Map(
    [...byUnit].flatMap(([key, all]) => {
      const best = recordOf(all);
      return best ? [[key, best] as const] : [];
    }),
  );
}

function sumOfIntervals(parts: readonly Known[]): Interval {
  return parts.map((part) => quoteOf(part).interval).reduce(add, exactly('0'));
}

function weighted(parts: readonly Known[], weights: readonly Known[]): Interval {
  const shares = weights.map(({ value }) => exactly(value));
  const all = parts
    .map((part, at) => mul(quoteOf(part).interval, shares[at] ?? exactly('0')))
    .reduce(add, exactly('0'));
  return div(all, shares.reduce(add, exactly('0'))) ?? all;
}
