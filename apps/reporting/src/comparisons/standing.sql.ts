import type { RecordedObservation } from '@doit/contracts';
import { observationColumns, observationNames } from '@doit/observations';
import {
  firstDay,
  indicators,
  lastMonth,
  monthBefore,
  yearBefore,
  type IndicatorKind,
  type Period,
} from '@doit/reference';
import { query } from '@doit/runtime';
import type { DataSource } from 'typeorm';
import type { Place } from './asked';
import { startOf } from './average-growth';
import { monthsBefore, planPeriodOf, restOf } from './case';
import { keysWithin } from './cover';
import { recastStanding } from './recast';
import { standingOf, type Found, type Part, type Standing } from './standing';
import { unitsOf } from './units';

const codesOf = (wanted: IndicatorKind): string[] =>
  indicators.filter(({ kind }) => kind === wanted).map(({ code }) => code);
const stocks = codesOf('stock');
const flows = codesOf('flow');
const madeOfMonths = [...flows, ...codesOf('index'), ...codesOf('peak')];
const paths = indicators.filter(({ onlyAs }) => onlyAs === 'scenario').map(({ code }) => code);
const weights = indicators.flatMap((each) => each.weights ?? []);

/**
 * Reads what a place is judged by, in one statement; on the map of another day, of all the units that held its land.
 * @param indicators null: all
 * @param more figures that count beside those read, of the territory in its own time
 */
export async function readStanding(
  source: DataSource,
  place: Place,
  indicators: readonly string[] | null = null,
  more: readonly Found[] = [],
): Promise<Standing> {
  const { territory, on } = place;
  if (on === undefined)
    return standingOf(place, [...(await readFound(source, place, [territory], indicators)), ...more]);
  const units = unitsOf({ ...place, on });
  const all = [...new Set(Object.values(units).flat() as string[])];
  return recastStanding({ ...place, on }, units, await readFound(source, place, all, indicators));
}

/** The same of several territories, in one statement too: in the order asked. */
export async function readStandings(
  source: DataSource,
  { period, asOf, on }: Omit<Place, 'territory'>,
  territories: readonly string[],
  indicators: readonly string[],
): Promise<Standing[]> {
  if (on !== undefined) {
    const places = territories.map((territory) => ({ territory, period, asOf, on }));
    const cast = places.map((place) => ({ place, units: unitsOf(place) }));
    const all = cast.map(({ units }) => new Set(Object.values(units).flat() as string[]));
    const each = [...new Set(all.flatMap((units) => [...units]))];
    const figures = await readFound(source, { period, asOf }, each, indicators);
    return cast.map(({ place, units }, n) =>
      recastStanding(
        place,
        units,
        figures.filter(({ figure }) => all[n]?.has(figure.territory)),
      ),
    );
  }
  const found = await readFound(source, { period, asOf }, territories, indicators);
  return territories.map((territory) =>
    standingOf(
      { territory, period, asOf },
      found.filter(({ figure }) => figure.territory === territory),
    ),
  );
}

async function readFound(
  source: DataSource,
  { period, asOf }: Pick<Place, 'period' | 'asOf'>,
  territories: readonly string[],
  codes: readonly string[] | null,
): Promise<Found[]> {
  const plan = planPeriodOf(period);
  const { rest, scenario } = duringTheYear(period);
  const severalMonths = period.months > 1 && period.months <= 12;
  const rows = await query<{ parts: Part[] } & RecordedObservation>(source, standing, [
    territories,
    asOf ?? null,
    codes,
    stocks,
    period.key,
    yearBefore(period).key,
    plan.key,
    `${lastMonth(plan)}-01`,
    firstDay(period),
    `${lastMonth(period)}-01`,
    yearBefore(plan).key,
    monthBefore(period)?.key ?? null,
    rest,
    scenario,
    flows,
    severalMonths ? keysWithin(period) : [],
    severalMonths ? keysWithin(yearBefore(period)) : [],
    madeOfMonths,
    territories.length > 1 ? weights.map(({ indicator }) => indicator) : [],
    weights.map(({ year }) => String(year)),
    startOf(period)?.key ?? null,
    paths,
  ]);
  return rows.flatMap(({ parts, ...figure }) => parts.map((part) => ({ part, figure })));
}

/** The runs of last year that are still to come this year, and those of the scenario up to now; none at the year's end. */
function duringTheYear(period: Period): { rest: string[]; scenario: string[] } {
  const left = restOf({ period });
  if (!left || monthsBefore({ period }).length > 0) return { rest: [], scenario: [] };
  return { rest: keysWithin(yearBefore(left)), scenario: keysWithin(period) };
}

/** What a row is, by the conditions that make it so; one row may be several things. */
const partsBy = (conditions: Partial<Record<Part, string>>): string => {
  const parts = Object.entries(conditions).map(([part, when]) => `case when ${when} then '${part}' end`);
  return `array_remove(array[${parts.join(', ')}], null) as parts`;
};

const arm = (conditions: Partial<Record<Part, string>>, from: string, where: string): string =>
  `select ${partsBy(conditions)}, ${observationColumns}, o.as_of, o.position, o.ordinal
     from ${from} o where ${where}`;

/** The lengths of the periods that a cell has figures of, one step in the index for each. */
const spansOf = (cell: string): string => `
        with recursive span as (
          select min(months) as months from figure where cell = ${cell}
          union all
          select (select min(f.months) from figure f where f.cell = ${cell} and f.months > span.months) from span
           where span.months is not null)
        select months from span where months is not null`;

// A stock is its latest state: the last period that ends in the one asked, or before; a year and a month earlier by the
// same month. The months left of last year are read where its total or its same cumulation is missing, parts of the
// period where nobody states the whole, and weights where several units are put together. Vintages come in
// the order in which sources stated them, those of one day as their teller told them.
const standing = {
  name: 'standing',
  text: `
  with known as not materialized (
    select * from figure
     where territory = any($1::text[]) and state = 'approved'
       and ($2::date is null or as_of <= $2)
       and ($3::text[] is null or indicator = any($3))
  ), stock_span as (
    select c.id as cell, span.months
      from cell c
     cross join lateral (${spansOf('c.id')}) span
     where c.territory = any($1::text[]) and c.measure = 'actual' and c.indicator = any($4)
       and ($3::text[] is null or c.indicator = any($3))
  ), stock_latest as (
    select s.cell, max(f.to_month) as latest
      from stock_span s
     cross join lateral (
        select to_month from figure
         where cell = s.cell and months = s.months and state = 'approved' and ($2::date is null or as_of <= $2)
           and from_month <= $10::date - make_interval(months => s.months - 1)
         order by from_month desc limit 1) f
     group by s.cell
  ), stock as (
    select f.*, l.latest
      from stock_latest l
      join stock_span s using (cell)
     cross join unnest(array[l.latest, (l.latest - interval '1 year')::date, (l.latest - interval '1 month')::date,
        ($8::date - interval '1 year')::date, case when $21::text is not null then make_date($21::int, 12, 1) end]) ends
     cross join lateral (
        select * from figure f
         where f.cell = s.cell and f.months = s.months and f.state = 'approved' and ($2::date is null or f.as_of <= $2)
           and f.from_month = ends - make_interval(months => s.months - 1) offset 0) f
     where ends <= l.latest
  ), planned as (
    select f.*
      from cell c
     cross join lateral (
        select * from figure f
         where f.cell = c.id and f.state = 'approved' and ($2::date is null or f.as_of <= $2) offset 0) f
     where c.territory = any($1::text[]) and c.measure = 'plan' and c.indicator = any($4 || 'GROWTH_TARGET'::text)
       and ($3::text[] is null or c.indicator = any($3))
  )
  select parts, ${observationNames} from (
    ${arm(
      {
        actual: 'period = $5',
        previous: 'period = $6',
        planBase: 'period = $11',
        before: 'period = $12',
        start: 'period = $21',
      },
      'known',
      `measure = 'actual' and indicator <> all($4) and period = any(array[$5, $6, $11, $12, $21]::text[])`,
    )}
    union all
    ${arm(
      {
        actual: 'to_month = latest',
        previous: `to_month = latest - interval '1 year'`,
        planBase: `to_month = $8::date - interval '1 year'`,
        before: `$12::text is not null and to_month = latest - interval '1 month'`,
        start: `$21::text is not null and to_month = make_date($21::int, 12, 1)`,
      },
      '(select distinct * from stock)',
      'true',
    )}
    union all
    ${arm(
      { rest: 'true' },
      'known',
      `measure = 'actual' and indicator = any($15) and period = any($13::text[])
        and (territory, indicator, dimensions) not in (
          select territory, indicator, dimensions from known where measure = 'actual' and period = $6
          intersect select territory, indicator, dimensions from known where measure = 'actual' and period = $11)`,
    )}
    union all
    ${arm(
      { within: 'period = any($16::text[])', withinPrevious: 'period = any($17::text[])' },
      'known',
      `measure = 'actual' and indicator = any($18::text[]) and period = any($16::text[] || $17::text[])
        and (territory, indicator, dimensions, case when period = any($16::text[]) then $5 else $6 end) not in (
          select territory, indicator, dimensions, period from known
           where measure = 'actual' and indicator = any($18::text[]) and period in ($5, $6))`,
    )}
    union all
    ${arm(
      { weight: 'true' },
      'figure',
      `territory = any($1::text[]) and state = 'approved' and ($2::date is null or as_of <= $2) and measure = 'actual'
        and indicator = any($19::text[]) and period = any($20::text[])`,
    )}
    union all
    ${arm(
      { plan: 'true' },
      'known',
      `measure = 'plan' and indicator <> 'GROWTH_TARGET' and indicator <> all($4) and period = $7`,
    )}
    union all
    ${arm(
      { plan: 'true' },
      'planned',
      `case when indicator = 'GROWTH_TARGET' then from_month <= $9::date and to_month >= $10::date
            else to_month = $8::date end`,
    )}
    union all
    ${arm(
      { scenario: 'true' },
      'known',
      `measure = 'scenario' and indicator = any($15) and period = any($14::text[])`,
    )}
    union all
    ${arm({ path: 'true' }, 'known', `measure = 'scenario' and indicator = any($22::text[]) and period = $5`)}
  ) found order by as_of nulls first, position, ordinal`,
};
