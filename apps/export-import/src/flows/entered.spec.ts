import type { EnterFlow } from '@doit/contracts';
import { enteredLines } from './entered';

const line: EnterFlow = {
  ...{ flow: 'export', territory: 'nghe-an', month: '2024-03', hs: '0306.17.21', partner: 'JP' },
  ...{ valueUsd: '1200.50', status: 'official', source: 'customs' },
};
const read = (...items: object[]) =>
  enteredLines(
    items.map((changes): EnterFlow => Object.assign(structuredClone(line), changes)),
    {
      today: '2025-03-01',
      asOf: (said) => said ?? '2025-03-01',
      pointer: (nth, field) => `/items/${nth}/${field}`,
    },
  );

describe('what somebody entered', () => {
  it('is a line with the edition and the group of its month; what is not told is empty', () => {
    expect(
      read(
        {},
        {
          month: '2022-11',
          regime: 'fdi',
          enterprise: '2900000001-001',
          quantity: '1',
          unit: 'kg',
          asOf: '2024-05-01',
        },
      ),
    ).toEqual({
      faults: [],
      stated: [
        {
          ...{
            row: 1,
            territory: 'nghe-an',
            month: '2024-03-01',
            flow: 'export',
            source: 'customs',
            partner: 'JP',
          },
          ...{ regime: '', enterprise: '', hs: '03061721', hs_edition: 2022, commodity: 'seafood' },
          ...{ value_usd: '1200.50', quantity: null, unit: null, status: 'official', as_of: '2025-03-01' },
        },
        {
          ...{
            row: 2,
            territory: 'nghe-an',
            month: '2022-11-01',
            flow: 'export',
            source: 'customs',
            partner: 'JP',
          },
          ...{
            regime: 'fdi',
            enterprise: '2900000001-001',
            hs: '03061721',
            hs_edition: 2017,
            commodity: 'seafood',
          },
          ...{ value_usd: '1200.50', quantity: '1', unit: 'kg', status: 'official', as_of: '2024-05-01' },
        },
      ],
    });
  });

  it.each<[what: string, changes: object, stated: object]>([
    [
      'null is not told',
      { regime: null, enterprise: null, quantity: null, unit: null },
      { regime: '', enterprise: '', quantity: null, unit: null },
    ],
    ['a code too coarse is of no group', { hs: '85' }, { hs: '85', commodity: '' }],
    ['a month before the editions known', { month: '2011-12' }, { hs_edition: 0, commodity: '' }],
    ['a code of no group', { hs: '0101' }, { commodity: 'other' }],
    ['the month that has begun', { month: '2025-03' }, { month: '2025-03-01' }],
    ['zero is a value', { valueUsd: '0' }, { value_usd: '0' }],
  ])('%s', (_what, changes, stated) => {
    const { faults, stated: lines } = read(changes);
    expect([faults, lines.length]).toEqual([[], 1]);
    expect(lines[0]).toMatchObject(stated);
  });

  it.each<[what: string, changes: object, fault: object]>([
    [
      'a month to come',
      { month: '2025-04' },
      { pointer: '/items/1/month', code: 'flow.month-not-begun', params: { month: '2025-04' } },
    ],
    [
      'a month of another age',
      { month: '1800-01' },
      { pointer: '/items/1/month', code: 'flow.unreadable-month' },
    ],
    [
      'a unit not in force',
      { territory: 'an-giang-2025' },
      {
        pointer: '/items/1/territory',
        code: 'territory.not-in-force',
        params: { territory: 'an-giang-2025', day: '2024-03-31' },
      },
    ],
    [
      'what is no province',
      { territory: 'viet-nam' },
      { pointer: '/items/1/territory', code: 'territory.unknown' },
    ],
    [
      'a code of nothing',
      { hs: '98' },
      { pointer: '/items/1/hs', code: 'flow.unknown-hs', params: { hs: '98' } },
    ],
    [
      'a partner of nowhere',
      { partner: 'UK' },
      { pointer: '/items/1/partner', code: 'flow.unknown-partner', params: { partner: 'UK' } },
    ],
    [
      'half a quantity',
      { quantity: '0' },
      { pointer: '/items/1/unit', code: 'flow.quantity-without-unit', params: {} },
    ],
  ])('%s is a fault where it was said', (_what, changes, fault) => {
    const { faults } = read({}, changes);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatchObject(fault);
  });

  it('has each of its faults named', () => {
    const { faults } = read({ month: '2199-01', hs: '7', partner: 'XX', unit: 'kg' }, { hs: '1' });
    expect(faults.map(({ pointer }) => pointer)).toEqual([
      '/items/0/month',
      '/items/0/hs',
      '/items/0/partner',
      '/items/0/unit',
      '/items/1/hs',
    ]);
  });
});
