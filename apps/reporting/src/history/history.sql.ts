import { decimal, firstDay, indicators, type MonthLevel } from '@doit/reference';
import { query, type Statement } from '@doit/runtime';
import type { DataSource } from 'typeorm';
import type { Place } from '../comparisons/asked';
import { cellOf } from '../comparisons/record';
import { statedOf } from '../figures/facts.sql';

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

const around = `f.from_month > ($2::date - interval '10 years')::date
        and f.from_month < ($2::date + interval '1 year')::date`;

// Cells by territory and indicator, facts by their key alone: whether there is one in the month, then the run around it.
// Levels of another unit are another series. One text for each cell is read several times as fast as arrays.
const histories = (asOf: boolean): Statement => ({
  name: asOf ? 'histories-as-of' : 'histories',
  text: `
  select l.indicator, l.dimensions, h.facts
    from cell l
   cross join lateral (${statedOf(asOf, '$4', 'f.months = 1 and f.from_month = $2::date')}) own
   cross join lateral (
     select string_agg(to_char(f.from_month, 'YYYY-MM') || ' ' || f.value, ';' order by f.from_month) as facts
       from (${statedOf(asOf, '$4', `f.months = 1 and ${around}`)}) f
      where f.unit = own.unit
   ) h
   where l.territory = $1 and l.indicator = any($3::text[]) and l.measure = 'actual'`,
});
