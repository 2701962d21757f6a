import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { territoriesOn } from '@doit/reference';
import { Client } from 'pg';
import { writeYearsOf } from '../../apps/export-import/src/flows/years.sql';
import { writeExtract } from './extract-file';
import { sendFile } from './imports';
import { median, show } from './print';
import type { Place } from './reads';

const rounds = 31;
/** Rounds before those that count: code that is asked for the first times is not compiled yet, and caches are empty. */
const warming = 100;
/** Months of the lines that are sent, and how many times as many there are in the end. */
const [firstYear, months, times] = [2023, 24, 10];

interface Question {
  readonly what: string;
  readonly path: string;
  readonly sql: string;
  readonly values: readonly unknown[];
}

/**
 * Reports of flows through the whole house, against SQL written by hand over the same roll-ups; and what ten times as many lines
 * cost: 2 million lines of two years as two extracts, then 20 million of twenty years.
 */
export async function flows({
  home,
  address,
  adminToken,
  flowsUrl,
}: Place & { flowsUrl: string; adminToken: string }): Promise<void> {
  const client = new Client({ connectionString: flowsUrl });
  await client.connect();
  await client.query(`set doit.territories = '*'`);
  const file = join(home, 'extract.csv');
  for (const seed of [11, 12]) {
    await writeExtract(file, { lines: 1_000_000, seed, year: firstYear, months });
    await sendFile({ address, token: adminToken, client }, file);
  }
  rmSync(file);
  const few = await measure(address, client);
  for (let copy = 1; copy < times; copy++) await cloneBefore(client, copy);
  const many = await measure(address, client);
  for (const [at, { what }] of questions.entries()) {
    const [before = Number.NaN, after = Number.NaN] = [few[at], many[at]];
    show(`${what}, 20 M : 2 M lines`, { ours: after, limit: before, unit: 'ms' }, 1.3, true);
  }
  await client.end();
}

const provinces = territoriesOn('2024-12-31').map(({ id }) => id);
const year = ['2024-01-01', '2024-12-01'];
const yearBefore = ['2023-01-01', '2023-12-01'];

/** Sums by key of two spans beside each other, and the totals of both. */
const questions: readonly Question[] = [
  {
    what: 'month × territory',
    path: '/flows/months?from=2024-01&to=2024-12',
    values: ['customs', provinces, '2023-01-01', '2024-12-01'],
    sql: `
      with cell as (
        select territory, month, sum(value_usd) filter (where flow = 'export') as e, sum(value_usd) filter (where flow = 'import') as i
          from flow_cell where by = 'total' and flow in ('export', 'import') and source = $1 and territory = any($2) and month between $3 and $4
         group by 1, 2
      ), cumulated as (
        select *, sum(e) over y as ey, sum(i) over y as iy from cell window y as (partition by territory, extract(year from month) order by month)
      ), compared as (
        select *, lag(e, 12) over t as eb, lag(i, 12) over t as ib, lag(ey, 12) over t as eyb, lag(iy, 12) over t as iyb
          from cumulated window t as (partition by territory order by month)
      )
      select json_agg(json_build_object('territory', territory, 'month', month, 'exports', e::text, 'imports', i::text, 'balance', (e - i)::text,
        'turnover', (e + i)::text, 'cumExports', ey::text, 'cumImports', iy::text, 'cumBalance', (ey - iy)::text, 'cumTurnover', (ey + iy)::text,
        'yoyE', round((e - eb) * 100 / nullif(eb, 0), 2)::text, 'yoyI', round((i - ib) * 100 / nullif(ib, 0), 2)::text,
        'yoyT', round((e + i - eb - ib) * 100 / nullif(eb + ib, 0), 2)::text,
        'cumYoyE', round((ey - eyb) * 100 / nullif(eyb, 0), 2)::text, 'cumYoyI', round((iy - iyb) * 100 / nullif(iyb, 0), 2)::text,
        'cumYoyT', round((ey + iy - eyb - iyb) * 100 / nullif(eyb + iyb, 0), 2)::text))::text as body
        from compared where month >= '2024-01-01'`,
  },
  {
    what: 'top 20 commodities, year-on-year',
    path: '/flows/breakdown?flow=export&by=commodity&period=2024&limit=20',
    values: ['customs', provinces, ...year, ...yearBefore],
    sql: `
      with now as (${sumsOf('commodity', 3)}), before as (${sumsOf('commodity', 5)}), total as (${totalOf(3)}), base as (${totalOf(5)})
      select json_agg(x)::text as body from (
        select key, now.v::text as value, before.v::text as before, round((now.v - before.v) * 100 / nullif(before.v, 0), 2)::text as yoy,
               round(now.v * 100 / total.v, 2)::text as share, round((now.v - before.v) * 100 / base.v, 2)::text as points
          from now full join before using (key), total, base order by now.v desc limit 20) x`,
  },
  {
    what: 'partner × agreement',
    path: '/flows/markets?flow=export&period=2024',
    values: ['customs', provinces, ...year],
    sql: `
      with now as (${sumsOf('partner', 3)}), total as (${totalOf(3)})
      select json_agg(x)::text as body from (
        select key, now.v::text as value, round(now.v * 100 / total.v, 2)::text as share from now, total order by now.v desc) x`,
  },
];

function sumsOf(by: string, at: number): string {
  return `select key, sum(value_usd) as v, max(enterprises) as enterprises from flow_cell
    where by = '${by}' and flow = 'export' and source = $1 and territory = any($2) and month between $${at} and $${at + 1} group by 1`;
}
function totalOf(at: number): string {
  return `select sum(value_usd) as v from flow_cell
    where by = 'total' and flow = 'export' and source = $1 and territory = any($2) and month between $${at} and $${at + 1}`;
}

/** Medians in milliseconds, by question. */
async function measure(address: string, client: Client): Promise<number[]> {
  await client.query('vacuum analyze flow_cell, flow_year');
  const { rows } = await client.query<{ lines: string; cells: string }>(
    'select (select count(*) from flow_line) as lines, (select count(*) from flow_cell) as cells',
  );
  console.log(`${rows[0]?.lines} lines, ${rows[0]?.cells} cells`);
  const found: number[] = [];
  for (const { what, path, sql, values } of questions) {
    const ours: number[] = [];
    const bare: number[] = [];
    for (let round = -warming; round < rounds; round++) {
      const begun = performance.now();
      await client.query({ name: what, text: sql, values: [...values] });
      const between = performance.now();
      const answer = await fetch(`${address}/v1/export-import${path}`, {
        headers: { 'accept-encoding': 'identity' },
      });
      const body = await answer.text();
      const ended = performance.now();
      if (!answer.ok || /"items":.*"value" ?: ?null/.test(body))
        throw new Error(`${path}: ${body.slice(0, 2000)}`);
      if (round < 0) continue;
      bare.push(between - begun);
      ours.push(ended - between);
    }
    show(what, { ours: median(ours), limit: median(bare), unit: 'ms' }, 1.3, true);
    found.push(median(ours));
  }
  return found;
}

/** The same lines and cells again, two years earlier for each copy, and what the cells come to in years. */
async function cloneBefore(client: Client, copy: number): Promise<void> {
  const earlier = `(month - interval '${copy * months} months')::date`;
  const last = new Date(Date.UTC(firstYear, months - 1, 1)).toISOString().slice(0, 10);
  const between = `month between '${firstYear}-01-01' and '${last}'`;
  await client.query(`
    insert into flow_line (territory, month, flow, source, partner, regime, enterprise, hs, hs_edition, commodity, value_usd, quantity,
      unit, status, as_of, import, row, state)
    select territory, ${earlier}, flow, source, partner, regime, enterprise, hs, hs_edition, commodity, value_usd, quantity, unit, status,
           as_of, import, row, state from flow_line where ${between} and state = 'approved'
     order by territory, month, flow, source, partner, regime, enterprise, hs`);
  await client.query(`
    insert into flow_cell select by, flow, source, territory, ${earlier}, key, value_usd, lines, enterprises, status, is_whole
      from flow_cell where ${between}`);
  const back = `interval '${copy * months} months'`;
  const copied = `(select * from flow_cell where month between date '${firstYear}-01-01' - ${back} and date '${last}' - ${back})`;
  await client.query(writeYearsOf(copied));
}
