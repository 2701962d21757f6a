import { allTerritories, indicators, type Indicator } from '@doit/reference';
import type { Client } from 'pg';
import { cellOfFigure, learnFacts, precedenceOfFigure } from '../../apps/reporting/src/figures/facts.sql';

/** The months that figures are made for, and how many lines of them a territory has. */
export const firstMonth = '2005-11-01';
const months = 240;
const linesPerTerritory = 400;

/** Told for all 20 years whatever the size, so that the same is asked of a small and of a large installation. */
const core = ['RETAIL_GOODS', 'RETAIL', 'IPV', 'IIP', 'EXPORT', 'IMPORT', 'ELECTRICITY_SOLD'];
/** Also told by section of industry. */
const bySector = ['IPV', 'IIP'];
/** Vintages beside the first of each month: preliminary after one month, official after twelve. */
const laterVintages = 0.64;

interface Line {
  readonly indicator: string;
  readonly dimensions: Record<string, string>;
  readonly kind: Indicator['kind'];
  readonly unit: string;
  readonly teller: string;
  readonly is_core: boolean;
}

/**
 * Fills `figure`, `cell` and `fact` with about so many figures, the same ones each time, in the order in which they
 * would have been told: month by month, and within a month by vintage and territory. Answers how many there are.
 * @param client the administrator's, in the schema of reporting
 */
export async function fill(client: Client, count: number): Promise<number> {
  await makeLines(client);
  const { recent, later } = await sizeFor(client, count);
  const restore = await withoutIndexes(client);
  await client.query(`set work_mem = '256MB'; set jit = off`);
  for (let month = 0; month < months; month++) {
    await client.query({
      name: 'month',
      text: aMonth,
      values: [month, months - recent, Math.round(620 * later), Math.round(400 * later)],
    });
  }
  await client.query(plansAndYears, [recent]);
  await client.query(learnFacts('figure').cells);
  await client.query(clusters);
  await client.query(places);
  await restore();
  await client.query('vacuum analyze figure, cell, fact, place, registered');
  const { rows } = await client.query<{ count: number }>('select count(*)::int as count from figure');
  return rows[0]?.count ?? 0;
}

/** `bench.line`: what each territory tells about; `bench.vintage`: the same by how final it is. */
async function makeLines(client: Client): Promise<void> {
  await client.query(
    'drop schema if exists bench cascade; create schema bench; grant usage on schema bench to public',
  );
  const units = allTerritories
    .filter(({ code, type }) => code !== null || type === 'country')
    .map(({ id, validFrom, validTo }) => ({ territory: id, valid_from: validFrom, valid_to: validTo }));
  await client.query(lineTable);
  await client.query(linesOf, [JSON.stringify(units), JSON.stringify(lines())]);
  await client.query(vintages);
  await client.query(
    'grant select on all tables in schema bench to public; analyze bench.line; analyze bench.vintage',
  );
}

function lines(): Line[] {
  const real = indicators
    .filter(({ code }) => code !== 'GROWTH_TARGET')
    .flatMap((each): Line[] => {
      const dimensions = Object.fromEntries(
        each.dimensions
          .filter(({ required }) => required)
          .map(({ name, values, refersTo }) => [
            name,
            values?.[0] ?? (refersTo === 'group' ? 'south-20-2024' : 'IPV'),
          ]),
      );
      const { code, kind, unit, service } = each;
      const line = { indicator: code, dimensions, kind, unit, teller: service, is_core: core.includes(code) };
      const sectors = bySector.includes(code) ? ['B', 'C', 'D', 'E'] : [];
      return [line, ...sectors.map((sector) => ({ ...line, dimensions: { sector }, is_core: false }))];
    });
  const others = Array.from({ length: linesPerTerritory - real.length }, (_, n): Line => {
    const teller = ['industry', 'trade', 'export-import'][n % 3] ?? 'industry';
    return {
      ...{ indicator: `LOCAL_${String(n).padStart(3, '0')}`, dimensions: {}, kind: 'flow', unit: 'VND_BN' },
      ...{ teller, is_core: false },
    };
  });
  return [...real, ...others];
}

/** How many of the latest months all lines have, and how many later vintages a figure has on average. */
async function sizeFor(client: Client, count: number): Promise<{ recent: number; later: number }> {
  const { rows } = await client.query<{ core: number; others: number }>(countLines);
  const firsts = (recent: number): number =>
    rows.reduce((sum, row, age) => sum + row.core + (age < recent ? row.others : 0), 0);
  let recent = 0;
  while (recent < months && firsts(recent) * (1 + laterVintages) < count) recent++;
  return { recent, later: Math.min(1.5, Math.max(0, count / firsts(recent) - 1)) };
}

/** Indexes are made after the figures, as a restore would; those that the facts are found by stay. Answers how. */
async function withoutIndexes(client: Client): Promise<() => Promise<void>> {
  const { rows } = await client.query<{ name: string; definition: string; is_constraint: boolean }>(`
    select c.conname as name, pg_get_constraintdef(c.oid) as definition, true as is_constraint
      from pg_constraint c where c.conrelid = 'figure'::regclass and c.contype in ('p', 'u')
    union all
    select i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid), false
      from pg_index i where i.indrelid = 'figure'::regclass
       and not exists (select from pg_constraint c where c.conindid = i.indexrelid)`);
  for (const { name, is_constraint: isConstraint } of rows)
    await client.query(isConstraint ? `alter table figure drop constraint ${name}` : `drop index ${name}`);
  return async () => {
    for (const { name, definition, is_constraint: isConstraint } of rows)
      await client.query(
        isConstraint ? `alter table figure add constraint ${name} ${definition}` : definition,
      );
  };
}

const lineTable = `
  create table bench.line (n int, place int, listed int, territory text, valid_from date, valid_to date, indicator text,
    dimensions jsonb, kind text, unit text, teller text, is_core boolean, measure text, cell uuid)`;

const linesOf = `
  insert into bench.line
  select f.*, ${cellOfFigure} as cell from (
    select row_number() over (order by place, listed)::int as n, place::int, listed::int, p.territory,
           coalesce(p.valid_from, '-infinity') as valid_from, coalesce(p.valid_to, 'infinity') as valid_to,
           l.indicator, l.dimensions, l.kind, l.unit, l.teller, l.is_core, 'actual' as measure
      from rows from (json_to_recordset($1::json) as (territory text, valid_from date, valid_to date))
           with ordinality as p(territory, valid_from, valid_to, place)
     cross join rows from (json_to_recordset($2::json) as (indicator text, dimensions jsonb, kind text, unit text, teller text,
           is_core boolean)) with ordinality as l(indicator, dimensions, kind, unit, teller, is_core, listed)
  ) f`;

const vintages = `
  create table bench.vintage as
  select f.*, ${precedenceOfFigure}::smallint as precedence from (
    select l.*, v.vintage, v.lag, v.status, v.who || l.territory as source
      from bench.line l
     cross join (values (1, 0, 'estimate', 'doit-'), (2, 1, 'preliminary', 'statistics-'),
                        (3, 12, 'official', 'statistics-')) v(vintage, lag, status, who)
  ) f order by vintage, place, listed`;

const lastDayOf = (month: string): string => `(${month} + interval '1 month' - interval '1 day')::date`;
const monthAt = (index: string): string => `(date '${firstMonth}' + make_interval(months => ${index}))::date`;

/** First vintages of a month, the latest month first: of core lines, and of the others. */
const countLines = `
  select count(*) filter (where is_core)::int as core, count(*) filter (where not is_core)::int as others
    from generate_series(${months - 1}, 0, -1) m(number)
    join bench.line on ${lastDayOf(monthAt('m.number'))} between valid_from and valid_to
   group by m.number order by m.number desc`;

const columns = `id, teller, position, ordinal, indicator, territory, period, from_month, to_month, dimensions, measure,
  status, value, decimals, unit, comparator, source, as_of, period_basis, stated, state, recorded_at, recorded_by, cell,
  months, precedence`;

const told = (rows: string): string => `
  with added as (insert into figure (${columns}) ${rows} returning *) ${learnFacts('added').facts}`;

/** A level that grows, with noise that depends on nothing but line, month and vintage. */
const level = (noise: string, month: string): string =>
  `round((abs(hashint4(l.n)::bigint) % 9000 + 1000) * (1000 + 5 * ${month}) / 1000.0
     + (abs(hashint4(${noise})::bigint) % 1000) / 10.0, 1)`;

// $1 the month told in · $2 the first month of lines that are not core · $3, $4 later vintages, per mille
const aMonth = told(`
  select md5(l.cell::text || s.number || '/' || l.vintage)::uuid, l.teller, $1::int * 1000 + l.vintage * 100 + l.place,
         l.listed, l.indicator, l.territory, s.period, s.month, s.month, l.dimensions, l.measure, l.status,
         ${level('l.n * 1000 + s.number * 4 + l.vintage', 's.number')}, 1, l.unit, 'eq', l.source, s.as_of, 'stated',
         case when l.kind = 'flow' and l.vintage = 1 then '{"yoyPct": {"value": "6.5", "decimals": 1}}' else '{}' end::jsonb,
         'approved', s.as_of + time '08:00', 'bench', l.cell, 1, l.precedence
    from (
    select v.vintage, v.share, m.number, m.month, to_char(m.month, 'YYYY-MM') as period,
           ${lastDayOf('m.month')} as last_day, ${lastDayOf(monthAt('$1::int'))} as as_of
      from (values (1, 0, 1000), (2, 1, $3::int), (3, 12, $4::int)) v(vintage, lag, share)
     cross join lateral (select $1::int - v.lag as number, ${monthAt('$1::int - v.lag')} as month) m
     where m.number >= 0 offset 0
    ) s
    join bench.vintage l on l.vintage = s.vintage
   where (l.is_core or s.number >= $2::int) and s.last_day between l.valid_from and l.valid_to
     and abs(hashint4(l.n * 1000 + s.number)::bigint + l.vintage * 337) % 1000 < s.share
   order by l.vintage, l.place, l.listed`);

// Plans of amounts, and years as stated but for RETAIL_GOODS, whose years are the sums of their months.
const plansAndYears = told(`
  select md5(f.cell || f.period || f.measure)::uuid, 'reporting', f.year * 1000 + f.place, f.listed * 2 + f.nth, f.indicator,
         f.territory, f.period, f.from_month, f.to_month, f.dimensions, f.measure, f.status, f.value, 1, f.unit, 'eq',
         f.source, f.as_of, 'stated', '{}', 'approved', f.as_of + time '08:00', 'bench', f.cell::uuid, 12, f.precedence
    from (
    select f.*, ${cellOfFigure}::text as cell, ${precedenceOfFigure} as precedence from (
      select l.place, l.listed, l.indicator, l.territory, l.dimensions, l.unit, y.year, y.year::text as period,
             make_date(y.year, 1, 1) as from_month, make_date(y.year, 12, 1) as to_month, t.*,
             ${level('l.n * 1000 + y.year + t.nth', '(y.year - 2005) * 12')} * case l.kind when 'flow' then 12 else 1 end as value
        from bench.line l
       cross join generate_series(2006, 2025) y(year)
       cross join lateral (values
          (0, 'plan', 'official', 'doit-' || l.territory, make_date(y.year - 1, 12, 20)),
          (1, 'actual', 'official', 'statistics-' || l.territory, make_date(y.year + 1, 3, 31))
         ) t(nth, measure, status, source, as_of)
       where l.kind in ('flow', 'stock') and l.indicator not like 'LOCAL%'
         and (t.nth = 0 or l.kind = 'flow' and l.indicator <> 'RETAIL_GOODS' and y.year < 2025)
         and make_date(y.year, 12, 31) between l.valid_from and l.valid_to
         and (l.is_core or y.year > 2025 - $1::int / 12.0)
    ) f) f`);

// Checked, so that nothing is left for the checker to do.
const places = `
  insert into place (territory, period, from_month, marked, checked)
  select distinct territory, period, from_month, 1, 1 from figure where measure = 'actual' on conflict do nothing`;

const clusters = `
  insert into registered (register, id, territory, state, version, body, changed_at)
  select 'cluster', md5(territory || i)::uuid, territory, 'established', 1, jsonb_build_object(
           'id', md5(territory || i)::uuid, 'code', 'C' || place || '-' || i, 'name', 'Cụm công nghiệp ' || i,
           'territory', territory, 'commune', null, 'state', 'established', 'establishedOn', '2020-01-01',
           'areaPlannedHa', '50', 'areaEstablishedHa', '45.5', 'version', 1,
           'recordedAt', '2020-01-02T00:00:00Z', 'changedAt', '2020-01-02T00:00:00Z'), '2020-01-02'
    from (select distinct territory, place from bench.line where valid_to = 'infinity') l, generate_series(1, 20) i
  on conflict do nothing`;
