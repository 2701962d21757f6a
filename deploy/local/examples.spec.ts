import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { observationsOf } from './examples';
import { root } from './root';

test('a row becomes an observation: comparisons under "stated", unknown columns as dimensions, gaps left out', () => {
  const text = `territory,indicator,period,period_basis,value,unit,unit_printed,status,measure,source,as_of,window,document,row,yoy_pct,decimals,comparator,sector
nghe-an,IPV,2023-01/P5M,inferred,36539.0,VND_BN,percent,estimate,actual,doit-nghe-an,2023-06-07,2023-05-15/2023-06-14,004.txt,12,9.60,-3,ge,C
hue,IPV,2023,,1,VND_BN,,official,actual,gso,,,,,,,,
`;
  expect(observationsOf(text)).toEqual([
    {
      territory: 'nghe-an',
      indicator: 'IPV',
      period: '2023-01/P5M',
      periodBasis: 'inferred',
      value: '36539.0',
      decimals: -3,
      unit: 'VND_BN',
      unitPrinted: 'percent',
      status: 'estimate',
      measure: 'actual',
      source: 'doit-nghe-an',
      asOf: '2023-06-07',
      window: { from: '2023-05-15', to: '2023-06-14' },
      document: '004.txt',
      row: 12,
      comparator: 'ge',
      dimensions: { sector: 'C' },
      stated: { yoyPct: '9.60' },
      state: 'approved',
    },
    {
      territory: 'hue',
      indicator: 'IPV',
      period: '2023',
      value: '1',
      unit: 'VND_BN',
      status: 'official',
      measure: 'actual',
      source: 'gso',
      dimensions: {},
      stated: {},
      state: 'approved',
    },
  ]);
});

test('every example names what an observation cannot do without', () => {
  const folder = join(root, 'deploy/examples');
  const files = readdirSync(folder, { encoding: 'utf8' }).filter((name) => name.endsWith('.csv'));
  const all = files.flatMap((name) => observationsOf(readFileSync(join(folder, name), 'utf8')));
  expect(all.length).toBeGreaterThan(40);
  const needed = ['territory', 'indicator', 'period', 'value', 'unit', 'status', 'measure', 'source'];
  expect(all.filter((item) => needed.some((field) => item[field] === undefined))).toEqual([]);
});
