import {
  indicator,
  lastMonth,
  monthsOf,
  parsePeriod,
  period as periodOf,
  type Indicator,
  type Period,
} from '@doit/reference';
import type { Cell } from '@doit/contracts';
import type { RecastPlace } from './asked';
import { refused } from './cells';
import { fromMonths, none, type MadeOrNot } from './months';
import type { Known } from './quotes';
import type { Refused } from './standing';
import type { MemberRuns, Put, Together } from './together';
import { stretchesOf, type Stretch } from './units';

/**
 * The figures of a period in which the map changed: of each stretch between the changes those of its units, put together
 * from what each states within it; then the stretches, with what is stated for longer runs by who holds the land at their
 * end. Of what is no flow each month is a stretch.
 * @param members what units state of the period and its parts
 */
export function across(place: RecastPlace, span: Period, together: Together, members: MemberRuns): Put {
  const stretches = stretchesOf(place, span);
  const months = stretches.flatMap((stretch) =>
    monthsOf(stretch.span).map((month) => ({ ...stretch, span: periodOf(month, 1) })),
  );
  const longer = together.runs(runsBut(members, stretches));
  const put: Put = { figures: new Map<string, Known>(), refusals: new Map<string, Refused>() };
  for (const [cell, like] of likesOf(members)) {
    const known = indicator(like.indicator);
    if (!known) continue;
    const isFlow = known.kind === 'flow';
    const parts = isFlow ? [...(longer.get(cell) ?? [])] : [];
    let why: Cell | null = null;
    for (const stretch of isFlow ? stretches : months) {
      const { figure, refusal } = ofStretch(known, like, stretch, together, (unit) =>
        members.get(unit)?.get(cell),
      );
      if (figure) parts.push(figure);
      else why ??= refusal;
    }
    const whole = parts.length > 0 ? fromMonths(known, span, parts) : none(why ?? refused('no-figure'));
    if (whole.figure) put.figures.set(cell, { ...whole.figure, territory: place.territory });
    else put.refusals.set(cell, { why: why ?? whole.refusal, like });
  }
  return put;
}

/** What the units of a stretch come to, or the first reason why there is none. */
function ofStretch(
  known: Indicator,
  like: Known,
  { span, units }: Stretch,
  together: Together,
  figuresOf: (unit: string) => readonly Known[] | undefined,
): MadeOrNot {
  const members: { territory: string; figure: Known | null }[] = [];
  for (const territory of units) {
    const within = (figuresOf(territory) ?? []).filter((figure) => isWithin(figure, span));
    const stated = within.find(({ period }) => period === span.key);
    const made = stated || within.length === 0 ? null : fromMonths(known, span, within);
    if (made?.refusal) return made;
    members.push({ territory, figure: stated ?? made?.figure ?? null });
  }
  return together.one(like, members);
}

function isWithin({ period }: Known, span: Period): boolean {
  const own = parsePeriod(period);
  return !!own && own.from >= span.from && lastMonth(own) <= lastMonth(span);
}

/** What is stated for runs that no stretch holds. */
function runsBut(members: MemberRuns, stretches: readonly Stretch[]): MemberRuns {
  const isLonger = (figure: Known): boolean => !stretches.some(({ span }) => isWithin(figure, span));
  return new Map(
    [...members].map(([unit, runs]) => [
      unit,
      new Map([...runs].map(([cell, figures]) => [cell, figures.filter(isLonger)])),
    ]),
  );
}

/** A figure of each cell that any of the units speaks of. */
function likesOf(members: MemberRuns): Map<string, Known> {
  const likes = new Map<string, Known>();
  for (const runs of members.values())
    for (const [cell, [like]] of runs) if (like && !likes.has(cell)) likes.set(cell, like);
  return likes;
}
