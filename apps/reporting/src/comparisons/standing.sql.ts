import type { RecordedObservation } from '@doit/contracts';
import { observationJson } from '@doit/observations';
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
import { monthsBefore, planPeriodOf, restOf } from './case';
import { keysWithin } from './cover';
import { standingOf, type Part, type Standing } from './standing';

interface Limits {
  /** Indicators; null: all. */
  indicators?: readonly string[] | null;
  /** Only what sources had stated by that day; figures of unknown vintage are left out then. */
  asOf?: string | null;
}

const codesOf = (wanted: IndicatorKind): string[] =>
  indicators.filter(({ kind }) => kind === wanted).map(({ code }) => code);
const stocks = codesOf('stock');
const flows = codesOf('flow');

/** Reads what a territory's period is judged by, in one statement. */
export async function readStanding(
  source: DataSource,
  place: Place,
  { indicators: codes = null, asOf = null }: Limits = {},
): Promise<Standing> {
  const { territory, period } = place;
  const plan = planPeriodOf(period);
  const { rest, scenario } = duringTheYear(period);
  const rows = await query<{ parts: Part[]; figure: RecordedObservation }>(source, standing, [
    territory,
    asOf,
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
  ]);
  const found = rows.flatMap(({ parts, figure }) => parts.map((part) => ({ part, figure })));
  return standingOf(place, found);
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
  `select ${partsBy(conditions)}, ${observationJson()} as figure, o.as_of, o.position, o.ordinal
     from ${from} o where ${where}`;

// A stock is its latest state: the last period that ends in the one asked, or before; a year and a month earlier by the
// same month. The months left of last year are read where its total or its same cumulation is missing. Vintages come in
// the order in which sources stated them, those of one day as their teller told them.
const standing = {
  name: 'standing',
  text: `
  with known as not materialized (
    select * from figure
     where territory = $1 and state = 'approved'
       and ($2::date is null or as_of <= $2)
       and ($3::text[] is null or indicator = any($3))
  ), stock as (
    select *, max(to_month) over (partition by indicator, dimensions) as latest
      from known where measure = 'actual' and indicator = any($4) and to_month <= $10::date
  )
  select parts, figure from (
    ${arm(
      {
        actual: 'period = $5',
        previous: 'period = $6',
        planBase: 'period = $11',
        before: 'period = $12',
      },
      'known',
      `measure = 'actual' and indicator <> all($4) and period = any(array[$5, $6, $11, $12]::text[])`,
    )}
    union all
    ${arm(
      {
        actual: 'to_month = latest',
        previous: `to_month = latest - interval '1 year'`,
        planBase: `to_month = $8::date - interval '1 year'`,
        before: `$12::text is not null and to_month = latest - interval '1 month'`,
      },
      'stock',
      `to_month in (latest, latest - interval '1 year', latest - interval '1 month', $8::date - interval '1 year')`,
    )}
    union all
    ${arm(
      { rest: 'true' },
      'known',
      `measure = 'actual' and indicator = any($15) and period = any($13::text[])
        and (indicator, dimensions) not in (
          select indicator, dimensions from known where measure = 'actual' and period = $6
          intersect select indicator, dimensions from known where measure = 'actual' and period = $11)`,
    )}
    union all
    ${arm(
      { plan: 'true' },
      'known',
      `measure = 'plan' and indicator <> 'GROWTH_TARGET'
        and (period = $7 or (indicator = any($4) and to_month = $8::date))`,
    )}
    union all
    ${arm(
      { plan: 'true' },
      'known',
      `measure = 'plan' and indicator = 'GROWTH_TARGET' and from_month <= $9::date and to_month >= $10::date`,
    )}
    union all
    ${arm(
      { scenario: 'true' },
      'known',
      `measure = 'scenario' and indicator = any($15) and period = any($14::text[])`,
    )}
  ) found order by as_of nulls first, position, ordinal`,
};
