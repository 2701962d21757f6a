import { observationJson } from '@doit/observations';
import { firstDay, indicators, lastMonth, yearBefore } from '@doit/reference';
import { query } from '@doit/runtime';
import type { DataSource } from 'typeorm';
import type { Place } from './asked';
import { planPeriodOf } from './case';
import { standingOf, type Found, type Part, type Standing } from './standing';

interface Limits {
  /** Indicators; null: all. */
  indicators?: readonly string[] | null;
  /** Only what sources had stated by that day; figures of unknown vintage are left out then. */
  asOf?: string | null;
}

const stocks = indicators.filter(({ kind }) => kind === 'stock').map(({ code }) => code);

/** Reads what a territory's period is judged by, in one statement. */
export async function readStanding(
  source: DataSource,
  place: Place,
  { indicators: codes = null, asOf = null }: Limits = {},
): Promise<Standing> {
  const { territory, period } = place;
  const plan = planPeriodOf(period);
  const found = await query<Found>(source, standing, [
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
  ]);
  return standingOf(place, found);
}

const part = (name: Part, from: string, where: string): string =>
  `select '${name}' as part, ${observationJson()} as figure, o.recorded_at, o.position, o.ordinal from ${from} o where ${where}`;

// A stock is its latest state: the last period that ends in the one asked, or before; a year earlier by the same month.
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
  select part, figure from (
    ${part('actual', 'known', `measure = 'actual' and period = $5 and indicator <> all($4)`)}
    union all
    ${part('actual', 'stock', `to_month = latest`)}
    union all
    ${part('previous', 'known', `measure = 'actual' and period = $6 and indicator <> all($4)`)}
    union all
    ${part('previous', 'stock', `to_month = latest - interval '1 year'`)}
    union all
    ${part(
      'plan',
      'known',
      `measure = 'plan' and indicator <> 'GROWTH_TARGET'
        and (period = $7 or (indicator = any($4) and to_month = $8::date))`,
    )}
    union all
    ${part(
      'plan',
      'known',
      `measure = 'plan' and indicator = 'GROWTH_TARGET' and from_month <= $9::date and to_month >= $10::date`,
    )}
  ) found order by recorded_at, position, ordinal`,
};
