import type { RecordedObservation } from '@doit/contracts';
import { observationColumns } from '@doit/observations';
import {
  addsOver,
  firstDay,
  indicators,
  lastDay,
  lastMonth,
  memberIdsOn,
  monthPlus,
  period as periodOf,
  splitOffAfter,
  type Period,
} from '@doit/reference';
import { query } from '@doit/runtime';
import type { DataSource } from 'typeorm';
import type { Place } from '../comparisons/asked';
import { byCell } from '../comparisons/record';
import { cellOfFigure, recordFirst } from '../figures/facts.sql';
import type { Members } from './member-checks';

/**
 * Reads what the members of a group, or of the country, state of the cells that it states itself, in one statement;
 * nothing is asked of a single unit.
 */
export async function readMembers(source: DataSource, { territory, period, asOf }: Place): Promise<Members> {
  const day = lastDay(period);
  const units = memberIdsOn(territory, day);
  if (units.length === 0) return { units, figures: new Map() };
  const held = indicators.filter((each) => addsOver(each, territory));
  const spans = spansEnding(period);
  const rows = await query<RecordedObservation>(source, members, [
    territory,
    [...units, ...splitOffAfter(territory, day)],
    asOf ?? null,
    held.map(({ code }) => code),
    held.filter(({ kind }) => kind === 'stock').map(({ code }) => code),
    period.months,
    spans.map(({ months }) => months),
    spans.map(firstDay),
  ]);
  return { units, figures: byCell(rows) };
}

/** The period, and those ending with it that reports are made for: a stock is stated for any of them. */
function spansEnding(period: Period): Period[] {
  const last = lastMonth(period);
  const month = Number(last.slice(5));
  const lengths = [period.months, ...[1, 3, 6, 12].filter((length) => month % length === 0), month];
  return [...new Set(lengths)].map((length) => periodOf(monthPlus(last, 1 - length), length));
}

// The cells of members are those of the group with another territory, so that they are found by their key alone.
const members = {
  name: 'members',
  text: `
  with held as (
    select c.indicator, c.dimensions, c.indicator = any($5::text[]) as is_stock
      from cell c
     where c.territory = $1 and c.indicator = any($4::text[]) and c.measure = 'actual'
       and exists (
         select from unnest($7::int[], $8::date[]) as span(months, from_month)
           join fact f on f.cell = c.id and f.months = span.months and f.from_month = span.from_month
          where span.months = $6 or c.indicator = any($5::text[]))
  ), member as materialized (
    select ${cellOfFigure} as cell, f.is_stock
      from (select held.*, unit.territory, 'actual'::text as measure
              from held cross join unnest($2::text[]) as unit(territory)) f
  )
  select ${observationColumns}
    from member
   cross join lateral (
     select f.*
       from unnest($7::int[], $8::date[]) as span(months, from_month)
      cross join lateral (
        select * from figure f
         where f.cell = member.cell and f.months = span.months and f.from_month = span.from_month
           and f.state = 'approved' and ($3::date is null or f.as_of <= $3) offset 0) f
      where span.months = $6 or member.is_stock
      order by ${recordFirst('f')} limit 1) o`,
};
