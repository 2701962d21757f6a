import { territoriesOn } from '@doit/reference';
import type { Client } from 'pg';
import type { Filled } from './filled';

const questions: Filled['questions'] = [
  [
    'markets of class 1, most points first',
    '/markets?class=1&sort=-pointsTotal',
    `select * from market where points_total > 400 and build_state = 'solid'
      order by coalesce(points_total, -2147483648) desc, id desc limit 101`,
  ],
  [
    'markets searched',
    '/markets?q=Chợ%20số%207',
    `select * from market where words like '%cho so 7%' order by code, id limit 101`,
  ],
  [
    'supermarkets of class 2 of a territory',
    '/outlets?territory=nghe-an&kind=supermarket-general&class=2',
    `select * from outlet where territory = 'nghe-an' and kind = 'supermarket-general'
        and area_m2 >= 2000 and items >= 10000 and not (area_m2 >= 5000 and items >= 20000) order by code, id limit 101`,
  ],
  [
    'outlets, largest first',
    '/outlets?sort=-areaM2',
    `select * from outlet order by coalesce(area_m2, '-Infinity') desc, id desc limit 101`,
  ],
  [
    'outlets of 500',
    '/outlets?limit=500&sort=-changedAt',
    `select * from outlet order by changed_at desc, id desc limit 501`,
  ],
  [
    'products of 4 and 5 stars, best first',
    '/ocop-products?state=certified&stars=4,5&sort=-score',
    `select * from ocop_product where state = 'certified' and issued_on >= '2019-08-21' and score >= 70
      order by coalesce(score, '-Infinity') desc, id desc limit 101`,
  ],
  [
    'coverage of a territory',
    '/coverage?territory=nghe-an',
    `select register, kind, lower(commune) as commune, count(*) from (
        select 'market' as register, territory, kind, commune, state from market union all
        select 'outlet', territory, kind, commune, state from outlet union all
        select 'ocop-product', territory, null, commune, state from ocop_product) e
      where territory = 'nghe-an' and state <> 'withdrawn' group by grouping sets ((register, kind), (3))`,
  ],
  [
    'outlets of a merged unit, last changed first',
    '/outlets?territory=an-giang-2025&sort=-changedAt',
    `select * from outlet where territory in ('an-giang-2025', 'an-giang', 'kien-giang')
      order by changed_at desc, id desc limit 101`,
  ],
  [
    'outlets by territory and state',
    '/outlets/counts',
    `select territory, state, count(*) from outlet group by 1, 2 order by 1, 2`,
  ],
  [
    'a page of a download, 500 rows',
    '/outlets.csv?limit=500&sort=code',
    `select * from outlet order by code, id limit 501`,
  ],
];

/** 10,000 markets, 100,000 outlets, 20,000 OCOP products in the territories of today. */
async function fill(client: Client): Promise<void> {
  await client.query(`set doit.territories = '*'`);
  const { rows } = await client.query<{ n: number }>('select count(*)::int as n from outlet');
  if ((rows[0]?.n ?? 0) >= 100_000) return;
  const units = [territoriesOn('2026-01-01').map(({ id }) => id)];
  await client.query(
    `insert into market (id, code, name, territory, state, kind, points_total, build_state, words, version, recorded_at,
        changed_at)
     select gen_random_uuid(), 'K' || lpad(i::text, 6, '0'), 'Chợ số ' || i, ($1::text[])[i % 34 + 1], 'operating',
        (array['daily', 'rural', 'night'])[i % 3 + 1], case when i % 9 > 0 then i % 700 end,
        (array['solid', 'semi', 'temporary'])[i % 3 + 1], 'k' || lpad(i::text, 6, '0') || ' cho so ' || i, 1, now(), now()
       from generate_series(1, 10000) i on conflict do nothing`,
    units,
  );
  await client.query(
    `insert into outlet (id, code, name, territory, state, kind, area_m2, items, words, version, recorded_at, changed_at)
     select gen_random_uuid(), 'D' || lpad(i::text, 6, '0'), 'Điểm bán ' || i, ($1::text[])[i % 34 + 1], 'operating',
        (array['supermarket-general', 'convenience-store', 'petrol-station', 'mall'])[i / 34 % 4 + 1],
        case when i % 11 > 0 then i % 7919 end, i % 23000, 'd' || lpad(i::text, 6, '0') || ' diem ban ' || i, 1, now(), now()
       from generate_series(1, 100000) i on conflict do nothing`,
    units,
  );
  await client.query(
    `insert into ocop_product (id, code, name, territory, state, producer, producer_kind, product_group, score, council,
        certificate_number, issued_on, words, version, recorded_at, changed_at)
     select gen_random_uuid(), 'P' || lpad(i::text, 6, '0'), 'Sản phẩm ' || i, ($1::text[])[i % 34 + 1],
        (array['certified', 'certified', 'graded'])[i % 3 + 1], 'Hợp tác xã ' || i % 4000, 'cooperative', 'food',
        50 + i % 5000 / 100.0, 'province', 'x', date '2022-01-01' + i % 1500, 'p' || lpad(i::text, 6, '0'), 1, now(), now()
       from generate_series(1, 20000) i on conflict do nothing`,
    units,
  );
  await client.query('analyze market, outlet, ocop_product');
}

export const ofTrade: Filled = {
  service: 'trade',
  questions,
  fill,
  download: { path: '/outlets.csv', sql: `select * from outlet order by code, id` },
};
