import {
  indicator,
  lastDay,
  lastMonth,
  monthBefore,
  monthsOf,
  parsePeriod,
  period as periodOf,
  unitsOn,
  yearBefore,
  type Period,
} from '@doit/reference';
import type { RecastPlace } from './asked';
import { startOf } from './average-growth';
import { planPeriodOf } from './case';
import type { Known } from './quotes';
import { recordOf } from './record';
import { standingOf, type Found, type Refused, type Standing } from './standing';
import { Together, weightsOf } from './together';

/** The units that held its land at the end of each period that a comparison speaks of. */
export interface Units {
  readonly actual: readonly string[];
  readonly previous: readonly string[];
  readonly before: readonly string[];
  readonly start: readonly string[];
  readonly plan: readonly string[];
  /** At the plan's beginning: before a merger the members still plan for the whole year. */
  readonly planners: readonly string[];
  readonly planBase: readonly string[];
}

/** Which units made up the territory; itself where it is none that is made of units, as the country. */
export function unitsOf({ territory, period, on }: RecastPlace): Units {
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
    planners: at(periodOf(plan.from, 1)),
    planBase: at(yearBefore(plan)),
  };
}

type PartName = 'actual' | 'previous' | 'before' | 'start' | 'plan';

/**
 * The standing of a territory on the map of another day: each level is put together from those of its units, period by
 * period (recasting of `@doit/reference`), so that growth follows from recast levels. What is printed beside a member's
 * figure says nothing of the whole, so it is left out where there are several.
 * @param found of all units
 */
export function recastStanding(place: RecastPlace, units: Units, found: readonly Found[]): Standing {
  const standings = new Map<string, Standing>();
  for (const territory of new Set(Object.values(units).flat() as string[])) {
    const own = found.filter(({ figure }) => figure.territory === territory);
    standings.set(territory, standingOf({ territory, period: place.period }, own));
  }
  const of = (those: readonly string[]): Standing[] => those.flatMap((unit) => standings.get(unit) ?? []);
  const together = new Together(place, weightsOf(found));
  const part = (name: PartName, those = units[name], figuresOf = (each: Standing) => each[name]) =>
    together.all(
      of(those).map((each) => ({
        territory: each.territory,
        figures: figuresOf(each),
        refusals: name === 'start' ? undefined : each.refusals[name],
      })),
    );
  const actual = part('actual');
  const earlier = (name: 'previous' | 'before', monthOf: (month: string) => string | undefined) =>
    part(name, units[name], (each) => stocksOf(each, each[name], actual.figures, monthOf));
  const previous = earlier('previous', (month) => yearBefore(periodOf(month, 1)).key);
  const before = earlier('before', (month) => monthBefore(periodOf(month, 1))?.key);
  const plan = either(part('plan'), part('plan', units.planners));
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
    planBase: basesOf(together, of(units.planBase), plan.figures),
    rest: together.runs(of(units.previous).map(({ territory, rest }) => ({ territory, runs: rest }))),
    scenario: together.runs(
      of(units.actual).map(({ territory, scenario }) => ({ territory, runs: scenario })),
    ),
  };
}

/**
 * A stock stands until a later one: a unit's own month before or year before may be of other months than those of the
 * whole. Of what is read of it, that of the month asked.
 */
function stocksOf(
  { actual, previous, before }: Standing,
  figures: ReadonlyMap<string, Known>,
  whole: ReadonlyMap<string, Known>,
  monthOf: (month: string) => string | undefined,
): ReadonlyMap<string, Known> {
  const found = new Map(figures);
  for (const [cell, figure] of whole) {
    const own = indicator(figure.indicator)?.kind === 'stock' ? parsePeriod(figure.period) : null;
    if (!own) continue;
    const month = monthOf(lastMonth(own));
    const fitting = [actual, previous, before]
      .flatMap((part) => part.get(cell) ?? [])
      .find((each) => monthsOf(parsePeriod(each.period) ?? own).at(-1) === month);
    if (fitting) found.set(cell, fitting);
    else found.delete(cell);
  }
  return found;
}

interface Put {
  readonly figures: Map<string, Known>;
  readonly refusals: Map<string, Refused>;
}

/** What the one has, and what only the other speaks of. */
function either(one: Put, other: Put): Put {
  return {
    figures: new Map([...[...other.figures].filter(([cell]) => !one.refusals.has(cell)), ...one.figures]),
    refusals: new Map([...[...other.refusals].filter(([cell]) => !one.figures.has(cell)), ...one.refusals]),
  };
}

/** The year before the plan's: as it was known when each member's plan was set, and as it is known now. */
function basesOf(
  together: Together,
  members: readonly Standing[],
  plans: ReadonlyMap<string, Known>,
): Map<string, Known[]> {
  const cells = new Set(members.flatMap(({ planBase }) => [...planBase.keys()]));
  const found = new Map<string, Known[]>();
  for (const cell of cells) {
    const [like] = members.flatMap(({ planBase }) => planBase.get(cell) ?? []);
    if (!like) continue;
    const known = (by: (member: Standing) => string | null): Known | null =>
      together.one(
        like,
        members.map((member) => {
          const vintages = member.planBase.get(cell) ?? [];
          const day = by(member);
          const then = vintages.filter(({ asOf }) => day === null || (asOf !== null && asOf <= day));
          return { territory: member.territory, figure: recordOf(then) };
        }),
      ).figure;
    const day = plans.get(cell)?.asOf ?? null;
    const [now, then] = [
      known(() => null),
      day === null ? null : known((member) => member.plan.get(cell)?.asOf ?? day),
    ];
    // The plan's own base, told on the plan's own day, so that it is the one that the plan was set on.
    const planned = then?.made ? { ...then, asOf: day } : then;
    found.set(cell, [...(now ? [now] : []), ...(planned ? [planned] : [])]);
  }
  return found;
}
