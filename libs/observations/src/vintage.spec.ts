import { contentOf, vintageOf, type StatedObservation } from './vintage';

const stated: StatedObservation = {
  indicator: 'CLUSTERS',
  territory: 'thai-binh',
  period: '2021',
  dimensions: { stage: 'planned', basis: 'ac' },
  measure: 'actual',
  status: 'preliminary',
  value: '45',
  decimals: 0,
  unit: 'COUNT',
  unitPrinted: null,
  comparator: 'eq',
  source: 'press',
  asOf: '2021-12-31',
  periodBasis: 'stated',
  basis: null,
  document: 'a.html',
  row: 4,
  stated: { yoyPct: { value: '9.6', decimals: 1 }, rank: { value: '3', decimals: 0 } },
  window: { from: '2021-01-15', to: '2021-12-14' },
  state: 'approved',
};

/** Another value of each field. */
const other: { [F in keyof StatedObservation]-?: StatedObservation[F] } = {
  indicator: 'CLUSTER_AREA',
  territory: 'nghe-an',
  period: '2022',
  dimensions: { stage: 'established', basis: 'ac' },
  measure: 'forecast',
  status: 'official',
  value: '46',
  decimals: -1,
  unit: 'HA',
  unitPrinted: 'cụm',
  comparator: 'ge',
  source: 'gso',
  asOf: null,
  periodBasis: 'inferred',
  basis: 'recast-by-source',
  document: null,
  row: 5,
  stated: { yoyPct: { value: '9.60', decimals: 2 }, rank: { value: '3', decimals: 0 } },
  window: null,
  state: 'submitted',
};

const ofTheVintage = [
  'indicator',
  'territory',
  'period',
  'dimensions',
  'measure',
  'status',
  'source',
  'asOf',
];

describe('a vintage', () => {
  it('in another state is the same vintage with the same content', () => {
    const changed = { ...stated, state: other.state };
    expect([vintageOf(changed), contentOf(changed)]).toEqual([vintageOf(stated), contentOf(stated)]);
  });

  it.each((Object.keys(other) as (keyof StatedObservation)[]).filter((field) => field !== 'state'))(
    'with another %s is another vintage, or has another content, never both and never neither',
    (field) => {
      const changed = { ...stated, [field]: other[field] };
      const isKey = ofTheVintage.includes(field);
      expect(vintageOf(changed) === vintageOf(stated)).toBe(!isKey);
      expect(contentOf(changed) === contentOf(stated)).toBe(isKey);
    },
  );

  it('is the same in whatever order its breakdown and its comparisons are written', () => {
    const turned: StatedObservation = {
      ...stated,
      dimensions: { basis: 'ac', stage: 'planned' },
      stated: { rank: { decimals: 0, value: '3' }, yoyPct: { decimals: 1, value: '9.6' } },
      window: { to: '2021-12-14', from: '2021-01-15' },
    };
    expect([vintageOf(turned), contentOf(turned)]).toEqual([vintageOf(stated), contentOf(stated)]);
  });

  it('is never that of its neighbours run together', () => {
    const [a, b] = [
      { ...stated, indicator: 'AB', territory: 'C' },
      { ...stated, indicator: 'A', territory: 'BC' },
    ];
    expect(vintageOf(a)).not.toBe(vintageOf(b));
  });
});
