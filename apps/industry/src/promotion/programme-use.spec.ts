import { schemeStates } from '@doit/contracts';
import { takingStates, useOf, type BudgetHeld } from './programme-use';

const held: BudgetHeld = {
  ...{ budget: 'local', programmes: [], amountMn: '1000', withoutProgramme: 0 },
  ...{ schemes: 2, withoutSupport: 0, supportMn: '600', paidMn: '100', withoutPayment: 0 },
};

describe('what is left of a promotion budget', () => {
  it.each<[string, Partial<BudgetHeld>, string | null, boolean | null]>([
    ['its amount less the support', {}, '400', false],
    ['nothing where all is given', { supportMn: '1000.0' }, '0', false],
    ['less than nothing where more is given', { supportMn: '1000.001' }, '-0.001', true],
    ['exact', { amountMn: '0.3', supportMn: '0.1' }, '0.2', false],
    [
      'exact where it is large',
      { amountMn: '123456789012345678', supportMn: '0.001' },
      '123456789012345677.999',
      false,
    ],
    ['all of it without schemes', { schemes: 0, supportMn: null }, '1000', false],
    ['what the known support leaves', { withoutSupport: 1 }, '400', false],
    ['unknown where no support is known', { withoutSupport: 2, supportMn: null }, null, null],
    ['unknown without a programme', { amountMn: null }, null, null],
  ])('is %s', (_what, more, leftMn, isExceeded) => {
    expect(useOf({ ...held, ...more })).toMatchObject({ leftMn, isExceeded });
  });

  it.each<[string, Partial<BudgetHeld>, string | null]>([
    ['known', {}, '100'],
    ['nothing while no scheme is paid', { paidMn: null }, '0'],
    ['unknown where schemes are paid and none says how much', { paidMn: null, withoutPayment: 1 }, null],
    ['what is known where others do not say', { withoutPayment: 1 }, '100'],
  ])('and what is paid is %s', (_what, more, paidMn) => {
    expect(useOf({ ...held, ...more }).paidMn).toBe(paidMn);
  });

  it('is less by every scheme since its approval, unless it was stopped', () => {
    const since = schemeStates.slice(schemeStates.indexOf('approved'));
    expect([...takingStates, 'stopped']).toEqual(since);
  });
});
