import { decimal, firstDay, indicators, type MonthLevel } from '@doit/reference';
import { query, type Statement } from '@doit/runtime';
import type { DataSource } from 'typeorm';
import type { Place } from '../comparisons/asked';
import { cellOf } from '../comparisons/record';
import { recordFirst } from '../figures/facts.sql';

/** The monthly figures of record of each cell that has one in the month asked, by cell, in order. */
export type Histories = ReadonlyMap<string, readonly MonthLevel[]>;

const levels = indicators
  .filter(({ kind }) => kind === 'flow' || kind === 'stock' || kind === 'index')
  .map(({ code }) => code);

/**
 * Reads the history of a territory's monthly levels, in one statement: ten years up to the month, and the eleven months
 * after it, by which a break in it shows. None for a period that is no month, and on another map, where a history would
 * be that of several units.
 */
export async function readHistories(source: DataSource, place: Place): Promise<Histories> {
  const { territory, period, on, asOf } = place;
  if (period.months !== 1 || on !== undefined) return new Map();
  const statement = histories(asOf !== undefined);
  const rows = await query<Row>(source, statement, [territory, firstDay(period), levels, asOf ?? null]);
  return new Map(
    rows.map(({ indicator, dimensions, facts }) => [cellOf(indicator, dimensions), levelsOf(facts)]),
  );
}

interface Row {
  indicator: string;
  dimensions: Record<string, string>;
  facts: string;
}

function levelsOf(facts: string): MonthLevel[] {
  return facts.split(';').map((fact) => {
    const [month = '', value = ''] = fact.split(' ');
    return { month, value: decimal(value) };
  });
}

/** The monthly facts of a cell `c`, or what was known of them on a day. */
const known = (asOf: boolean): string =>
  asOf
    ? `(select distinct on (f.from_month) f.* from figure f
         where f.cell = c.id and f.months = 1 and f.state = 'approved' and f.as_of <= $4::date
         order by f.from_month, ${recordFirst('f')})`
    : '(select * from fact f where f.cell = c.id and f.months = 1 and $4::date is null)';

// Cells by territory and indicator, facts by their key alone: whether there is one in the month, then the run around it.
// Levels of another unit are another series. One text for each cell is read several times as fast as arrays.
const histories = (asOf: boolean): Statement => ({
  name: asOf ? 'histories-as-of' : 'histories',
  text: `
  select c.indicator, c.dimensions, h.facts
    from cell c
   cross join lateral (select unit from ${known(asOf)} f where f.from_month = $2::date limit 1) own
   cross join lateral (
     select string_agg(to_char(f.from_month, 'YYYY-MM') || ' ' || f.value, ';' order by f.from_month) as facts
       from ${known(asOf)} f
      where f.unit = own.unit
        and f.from_month > ($2::date - interval '10 years')::date
        and f.from_month < ($2::date + interval '1 year')::date
   ) h
   where c.territory = $1 and c.indicator = any($3::text[]) and c.measure = 'actual'`,
});
