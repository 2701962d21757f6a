import type { Client } from 'pg';
import type { Filled } from './filled';

const questions: Filled['questions'] = [
  [
    'clusters operating, largest first',
    '/clusters?state=operating&sort=-areaEstablishedHa',
    `select * from cluster where state = 'operating' order by coalesce(area_established_ha, '-Infinity') desc, id desc limit 101`,
  ],
  [
    'clusters searched',
    '/clusters?q=Tân%20Kỳ%207',
    `select * from cluster where words like '%tan ky 7%' order by code, id limit 101`,
  ],
  [
    'clusters of 500',
    '/clusters?limit=500&sort=-changedAt',
    `select * from cluster order by changed_at desc, id desc limit 501`,
  ],
  [
    'rooftop systems, largest first',
    '/rooftop-solar?roofOf=household&sort=-capacityAcKw',
    `select * from rooftop_system where territory = 'nghe-an' and roof_of = 'household'
      order by coalesce(capacity_ac_kw, '-Infinity') desc, id desc limit 101`,
  ],
  [
    'rooftop systems searched',
    '/rooftop-solar?q=Mái%20777',
    `select * from rooftop_system where territory = 'nghe-an' and words like '%mai 777%' order by code, id limit 101`,
  ],
  [
    'schemes by three filters',
    '/promotion-schemes?kind=machinery&budget=local&year=2024&sort=-supportMn',
    `select * from scheme where territory = 'nghe-an' and kind = 'machinery' and budget = 'local' and year = 2024
      order by coalesce(support_mn, '-Infinity') desc, id desc limit 101`,
  ],
  [
    'a page of a download, 500 rows',
    '/rooftop-solar.csv?limit=500&sort=name',
    `select * from rooftop_system where territory = 'nghe-an' order by name, id limit 501`,
  ],
];

/** 5,000 clusters, 100,000 rooftop systems, 20,000 schemes. */
async function fill(client: Client): Promise<void> {
  await client.query(`set doit.territories = '*'`);
  const { rows } = await client.query<{ n: number }>('select count(*)::int as n from rooftop_system');
  if ((rows[0]?.n ?? 0) >= 100_000) return;
  await client.query(`insert into cluster (id, code, name, territory, state, area_established_ha, industrial_ha, leased_ha,
        wastewater_plant, words, version, recorded_at, changed_at)
    select gen_random_uuid(), 'R' || lpad(i::text, 5, '0'), 'Tân Kỳ ' || i, (array['nghe-an', 'ha-tinh', 'phu-tho'])[i % 3 + 1],
        (array['planned', 'established', 'operating'])[i % 3 + 1], case when i % 7 > 0 then 10 + i % 65 end, 30, 20.5,
        (array['none', 'operating'])[i % 2 + 1], 'r' || lpad(i::text, 5, '0') || ' tan ky ' || i, 1, now(), now()
      from generate_series(1, 5000) i on conflict do nothing`);
  await client.query(`insert into rooftop_system (id, code, name, territory, state, systems, capacity_ac_kw, roof_of, words,
        version, recorded_at, changed_at)
    select gen_random_uuid(), 'M' || lpad(i::text, 6, '0'), 'Mái ' || i, 'nghe-an', 'operating', 1,
        case when i % 9 > 0 then (i % 977) / 10.0 end, (array['household', 'enterprise', 'farm'])[i % 3 + 1],
        'm' || lpad(i::text, 6, '0') || ' mai ' || i, 1, now(), now()
      from generate_series(1, 100000) i on conflict do nothing`);
  await client.query(`insert into scheme (id, code, name, territory, state, kind, budget, year, support_mn, words, version,
        recorded_at, changed_at)
    select gen_random_uuid(), 'S' || lpad(i::text, 5, '0'), 'Đề án ' || i, 'nghe-an', 'idea',
        (array['machinery', 'training', 'fair'])[i % 3 + 1], (array['national', 'local'])[i % 2 + 1], 2020 + i % 6,
        i % 500, 's' || lpad(i::text, 5, '0') || ' de an ' || i, 1, now(), now()
      from generate_series(1, 20000) i on conflict do nothing`);
}

export const ofIndustry: Filled = {
  service: 'industry',
  questions,
  fill,
  download: {
    path: '/rooftop-solar.csv',
    sql: `select * from rooftop_system where territory = 'nghe-an' order by code, id`,
  },
};
