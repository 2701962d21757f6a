import {
  firstDay,
  indicator,
  lastMonth,
  monthBefore,
  monthsOf,
  parsePeriod,
  period as periodOf,
  yearBefore,
  type Period,
} from '@doit/reference';
import { across } from './across';
import type { RecastPlace } from './asked';
import { planPeriodOf } from './case';
import type { Known } from './quotes';
import { recordOf, recordsByCell } from './record';
import { standingOf, type Found, type Part, type Standing } from './standing';
import { Together, weightsOf, type MemberRuns, type Put } from './together';
import { changesWithin, stretchesOf, type Units } from './units';

type PartName = 'actual' | 'previous' | 'before' | 'start' | 'plan' | 'paths';

/**
 * The standing of a territory on the map of another day: each level is put together from those of its units, period by
 * period (recasting of `@doit/reference`), so that growth follows from recast levels. What is printed beside a member's
 * figure says nothing of the whole, so it is left out where there are several.
 * @param found of all units
 */
export function recastStanding(place: RecastPlace, units: Units, found: readonly Found[]): Standing {
  const { period } = place;
  const standings = new Map<string, Standing>();
  // Of a period in which the map changed no unit's own parts make the whole.
  const [isCrossed, isPreviousCrossed] = [period, yearBefore(period)].map((span) =>
    changesWithin(place, span),
  );
  const apart = (part: Part): boolean =>
    part === 'within' ? !!isCrossed : part === 'withinPrevious' && !!isPreviousCrossed;
  for (const territory of new Set(Object.values(units).flat() as string[])) {
    const own = found.filter(({ part, figure }) => figure.territory === territory && !apart(part));
    standings.set(territory, standingOf({ territory, period }, own));
  }
  const of = (those: readonly string[]): Standing[] => those.flatMap((unit) => standings.get(unit) ?? []);
  const together = new Together(place, weightsOf(found));
  const part = (
    name: PartName,
    those = units[name === 'paths' ? 'actual' : name],
    figuresOf = (each: Standing) => each[name],
  ) =>
    together.all(
      of(those).map((each) => ({
        territory: each.territory,
        figures: figuresOf(each),
        refusals: name === 'start' || name === 'paths' ? undefined : each.refusals[name],
      })),
    );
  const crossed = (name: 'within' | 'withinPrevious', span: Period): Put | null =>
    apart(name) ? across(place, span, together, recordsOf(name, found)) : null;
  const actual = filled(part('actual'), crossed('within', period));
  const earlier = (name: 'previous' | 'before', monthOf: (month: string) => string | undefined) =>
    part(name, units[name], (each) => stocksOf(each, each[name], actual.figures, monthOf));
  const yearAgo = earlier('previous', (month) => yearBefore(periodOf(month, 1)).key);
  const previous = filled(yearAgo, crossed('withinPrevious', yearBefore(period)));
  const before = earlier('before', (month) => monthBefore(periodOf(month, 1))?.key);
  const planYear = planPeriodOf(period);
  const change = changesWithin(place, planYear) ? stretchesOf(place, planYear).at(-1)?.span : null;
  const plan = change ? plansOf(part('plan'), part('plan', units.planners), firstDay(change)) : part('plan');
  const runs = (name: 'rest' | 'scenario') =>
    together.runs(new Map([...standings].map(([territory, each]) => [territory, each[name]])));
  return {
    ...place,
    actual: actual.figures,
    previous: previous.figures,
    before: before.figures,
    start: part('start').figures,
    paths: part('paths').figures,
    plan: plan.figures,
    refusals: {
      actual: actual.refusals,
      previous: previous.refusals,
      before: before.refusals,
      plan: plan.refusals,
    },
    planBase: basesOf(together, of(units.planBase), plan.figures),
    rest: runs('rest'),
    scenario: runs('scenario'),
  };
}

/** The figures of record of each unit, cell and period that were found as one part. */
function recordsOf(part: Part, found: readonly Found[]): MemberRuns {
  const figures = found.filter((each) => each.part === part).map(({ figure }) => figure);
  const territories = new Set(figures.map(({ territory }) => territory));
  return new Map(
    [...territories].map((id) => [id, recordsByCell(figures.filter(({ territory }) => territory === id))]),
  );
}

/** What is stated whole, and what is put together across a change of the map where nobody does. */
function filled(stated: Put, across: Put | null): Put {
  if (!across) return stated;
  const figures = new Map([...across.figures, ...stated.figures]);
  const refusals = new Map([...stated.refusals, ...across.refusals]);
  for (const cell of figures.keys()) refusals.delete(cell);
  return { figures, refusals };
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

/** Plans of a year in which the map changed: those set for the land as it is since then, else those of the members before. */
function plansOf(own: Put, members: Put, changed: string): Put {
  const { figures, refusals } = members;
  for (const [cell, figure] of own.figures) {
    const isOfNow = figure.asOf === null || figure.asOf >= changed;
    if (!isOfNow && (figures.has(cell) || refusals.has(cell))) continue;
    figures.set(cell, figure);
    refusals.delete(cell);
  }
  for (const [cell, why] of own.refusals)
    if (!figures.has(cell) && !refusals.has(cell)) refusals.set(cell, why);
  return members;
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
