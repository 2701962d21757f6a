import { Caller, type Observation, type Service } from '@doit/contracts';
import { readObservation } from './rules';

const later = Number.MAX_SAFE_INTEGER;
const services = ['industry', 'trade', 'export-import', 'reporting'];
const rights = (...verbs: string[]) =>
  services.flatMap((service) => verbs.map((verb) => `${service}:${verb}`));
const admin = new Caller('admin', rights('write', 'approve'), ['*'], later);
const officer = new Caller('nghean.officer', rights('write'), ['nghe-an'], later);
const director = new Caller('nghean.director', rights('write', 'approve'), ['nghe-an'], later);

const retail = {
  indicator: 'RETAIL_GOODS',
  territory: 'nghe-an',
  period: '2023-01/P5M',
  measure: 'actual',
  status: 'preliminary',
  value: '36539',
  unit: 'VND_BN',
  source: 'doit-nghe-an',
} as const satisfies Observation;
const sent = (more: Partial<Observation>): Observation => ({ ...retail, ...more });
/** Only the administration approves what it records, unless said otherwise. */
const read = (
  more: Partial<Observation>,
  service: Service = 'trade',
  caller = admin,
  approvesOwn = (_territory: string): boolean => caller === admin,
) => readObservation(service, caller, sent(more), '/items/7', approvesOwn);
const faults = (...asked: Parameters<typeof read>) =>
  read(...asked).faults.map(({ pointer, code }) => `${pointer} ${code}`);

const clusters: Partial<Observation> = { indicator: 'CLUSTERS', unit: 'COUNT', value: '45' };
const cement: Partial<Observation> = {
  ...{ indicator: 'PRODUCT_OUTPUT', dimensions: { product: 'cement' } },
  unit: 'KT',
};
const emissions: Partial<Observation> = {
  ...{ indicator: 'GHG_BAU', dimensions: { path: 'resolution-55-2020' } },
  ...{ unit: 'KT_CO2E', period: '2022', measure: 'scenario' },
};
const plan: Partial<Observation> = { measure: 'plan', territory: 'kien-giang', period: '2021-01/P60M' };

describe('an observation is refused', () => {
  it.each<[string, Service, Partial<Observation>, string]>([
    ['of an unknown indicator', 'trade', { indicator: 'RETAILS' }, '/indicator indicator.unknown'],
    ['of a period that cannot be read', 'trade', { period: '2023-13' }, '/period period.unreadable'],
    ['of an unknown territory', 'trade', { territory: 'atlantis' }, '/territory territory.unknown'],
    ['by its official code', 'trade', { territory: '40' }, '/territory territory.unknown'],
    ["of another service's indicator", 'industry', {}, '/indicator observation.wrong-service'],
    ['as a plan outside reporting', 'trade', { measure: 'plan' }, '/measure observation.measure-elsewhere'],
    [
      'as a scenario outside reporting',
      'trade',
      { measure: 'scenario' },
      '/measure observation.measure-elsewhere',
    ],
    [
      'as an actual figure of another service in reporting',
      'reporting',
      {},
      '/indicator observation.actual-elsewhere',
    ],
    [
      'as its forecast there',
      'reporting',
      { measure: 'forecast' },
      '/indicator observation.actual-elsewhere',
    ],
    ['in another unit', 'trade', { unit: 'VND_MN' }, '/unit observation.wrong-unit'],
    ['without a breakdown that is needed', 'industry', clusters, '/dimensions observation.dimension'],
    [
      'in a breakdown that is not declared',
      'trade',
      { dimensions: { sector: 'C' } },
      '/dimensions observation.dimension',
    ],
    [
      'in a stage that does not exist',
      'industry',
      { ...clusters, dimensions: { stage: 'dreamt' } },
      '/dimensions observation.dimension',
    ],
    [
      'of a section and a division at once',
      'industry',
      { indicator: 'IPV', dimensions: { sector: 'C', division: '10' } },
      '/dimensions observation.dimension',
    ],
    [
      'of a product in another unit than its own',
      'industry',
      { ...cement, unit: 'MN_L' },
      '/unit observation.wrong-unit',
    ],
    [
      'as an actual figure of what nobody can have measured',
      'reporting',
      { ...emissions, measure: 'actual' },
      '/measure observation.only-as',
    ],
    ['as a plan of the same', 'reporting', { ...emissions, measure: 'plan' }, '/measure observation.only-as'],
    ['as a scenario of the same elsewhere', 'industry', emissions, '/measure observation.measure-elsewhere'],
    [
      'with more decimals than declared',
      'trade',
      { value: '36539.05', decimals: 1 },
      '/value observation.decimals',
    ],
    [
      'with digits below its rounding',
      'trade',
      { value: '2010', decimals: -3 },
      '/value observation.decimals',
    ],
    [
      'of a unit that has ended',
      'trade',
      { territory: 'kien-giang', period: '2025' },
      '/territory territory.not-in-force',
    ],
    [
      'of a unit that has not begun',
      'trade',
      { territory: 'an-giang-2025', period: '2024' },
      '/territory territory.not-in-force',
    ],
    [
      'recast onto a unit that has ended',
      'trade',
      { territory: 'kien-giang', period: '2026', basis: 'recast-by-source' },
      '/territory territory.not-in-force',
    ],
    [
      'as a plan made after its unit’s end',
      'reporting',
      { ...plan, asOf: '2025-07' },
      '/territory territory.not-in-force',
    ],
  ])('%s', (_what, service, change, fault) => {
    expect(faults(change, service)).toEqual([`/items/7${fault}`]);
  });

  it.each<[string, Caller, Partial<Observation>, string[]]>([
    ['another’s territory', officer, { territory: 'ha-tinh' }, ['/territory territory.not-yours']],
    [
      'as approved without that right',
      officer,
      { state: 'approved' },
      ['/state observation.state-not-allowed'],
    ],
    [
      'as approved where the right ends, which is said once',
      director,
      { territory: 'ha-tinh', state: 'approved' },
      ['/territory territory.not-yours'],
    ],
    [
      'as approved by its own recorder, though he may approve what others record',
      director,
      { state: 'approved' },
      ['/state observation.state-not-allowed'],
    ],
  ])('for %s', (_what, caller, change, expected) => {
    expect(faults(change, 'trade', caller)).toEqual(expected.map((fault) => `/items/7${fault}`));
  });

  it('by the name of the product and of the unit that it is counted in', () => {
    const [fault] = read({ ...cement, unit: 'MN_L' }, 'industry').faults;
    expect(fault?.params).toEqual({ indicator: 'PRODUCT_OUTPUT cement', expected: 'KT', unit: 'MN_L' });
  });

  it('for everything that is wrong with it at once', () => {
    expect(faults({ indicator: 'IIP', period: 'x', territory: 'y', decimals: -3 })).toEqual([
      '/items/7/period period.unreadable',
      '/items/7/indicator observation.wrong-service',
      '/items/7/unit observation.wrong-unit',
      '/items/7/territory territory.unknown',
      '/items/7/value observation.decimals',
    ]);
  });
});

describe('an observation is taken', () => {
  it.each<[string, Service, Partial<Observation>]>([
    ['of a unit’s last half-year', 'trade', { territory: 'kien-giang', period: '2025-S1' }],
    ['of a new unit’s first', 'trade', { territory: 'an-giang-2025', period: '2025-S2' }],
    ['of a year in whose middle the unit began', 'trade', { territory: 'an-giang-2025', period: '2025' }],
    [
      'of a new unit’s past, where its source recast it',
      'trade',
      { territory: 'an-giang-2025', period: '2024', basis: 'recast-by-source' },
    ],
    ['as a plan beyond its unit’s end, made before it', 'reporting', { ...plan, asOf: '2020-12' }],
    ['as a plan whose day nobody knows', 'reporting', { ...plan, asOf: null }],
    ['as a plan of another service’s indicator, in reporting', 'reporting', { measure: 'plan' }],
    ['of the country', 'trade', { territory: 'viet-nam' }],
    ['rounded above its unit', 'trade', { value: '2000', decimals: -3 }],
    ['negative', 'export-import', { indicator: 'TRADE_BALANCE', unit: 'USD_MN', value: '-303.3' }],
    ['of a division', 'industry', { indicator: 'IPV', dimensions: { division: '10' } }],
    ['of a product in its own unit', 'industry', cement],
    ['of a path of business as usual, as a scenario', 'reporting', emissions],
    ['in a stage that is declared', 'industry', { ...clusters, dimensions: { stage: 'detailed-plan' } }],
  ])('%s', (_what, service, change) => {
    expect(faults(change, service)).toEqual([]);
  });

  it.each<[Partial<Observation>, object]>([
    [{ period: '2023-01/P12M' }, { period: '2023' }],
    [{ asOf: '2024-02' }, { asOf: '2024-02-29' }],
    [{ asOf: '2023-06-07' }, { asOf: '2023-06-07' }],
    [{ value: '9.60' }, { value: '9.60', decimals: 2 }],
    [{ value: '2000' }, { decimals: 0 }],
    [{ value: '2000', decimals: -3 }, { decimals: -3 }],
  ])('%j in its canonical form', (change, expected) => {
    expect(read(change).observation).toMatchObject(expected);
  });

  it('complete: what was not said is said', () => {
    expect(read({}, 'trade', officer).observation).toEqual({
      ...retail,
      dimensions: {},
      decimals: 0,
      unitPrinted: null,
      comparator: 'eq',
      asOf: null,
      periodBasis: 'stated',
      basis: null,
      document: null,
      row: null,
      stated: {},
      window: null,
      state: 'draft',
    });
  });

  it.each([
    ['approved where its sender may approve it', admin, undefined, 'approved'],
    ['a draft where not', director, undefined, 'draft'],
    ['submitted by its sender', officer, 'submitted', 'submitted'],
    ['a draft even of the administration, when it says so', admin, 'draft', 'draft'],
  ] as const)('%s', (_what, caller, state, expected) => {
    expect(read({ ...(state && { state }) }, 'trade', caller).observation?.state).toBe(expected);
  });

  it('approved by its recorder where the territory lets him', () => {
    const rules = (territory: string) => territory === 'nghe-an';
    expect(read({}, 'trade', director, rules).observation?.state).toBe('approved');
  });
});
