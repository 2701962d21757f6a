import {
  goodsCodes,
  mobileSales,
  stabilisationCommitments,
  stabilisationPoints,
  stabilisationProgrammes,
} from '@doit/contracts';
import { essentialGoods, unit } from '@doit/reference';
import { entryOf, leadsAsWritten, orSaid, taken } from '../../../industry/src/test-lives';
import {
  mobileSaleRules,
  stabilisationCommitmentRules,
  stabilisationPointRules,
  stabilisationProgrammeRules,
} from './stabilisation-rules';

leadsAsWritten(
  stabilisationProgrammes,
  stabilisationProgrammeRules,
  {
    drafted: { approve: 'approved', withdraw: 'withdrawn' },
    approved: { adjust: 'approved', begin: 'under-way', cancel: 'cancelled' },
    'under-way': { adjust: 'under-way', end: 'ended', cancel: 'cancelled' },
    ended: { report: 'reported' },
    ...{ reported: {}, cancelled: {}, withdrawn: {} },
  },
  ['adjust', 'cancel', 'withdraw'],
);
leadsAsWritten(
  stabilisationCommitments,
  stabilisationCommitmentRules,
  {
    registered: { approve: 'approved', withdraw: 'withdrawn' },
    approved: { adjust: 'approved', deliver: 'delivered', fail: 'failed', withdraw: 'withdrawn' },
    ...{ delivered: {}, failed: {}, withdrawn: {} },
  },
  ['adjust', 'fail', 'withdraw'],
);
leadsAsWritten(
  stabilisationPoints,
  stabilisationPointRules,
  {
    planned: { open: 'operating', withdraw: 'withdrawn' },
    operating: { close: 'closed', withdraw: 'withdrawn' },
    ...{ closed: {}, withdrawn: {} },
  },
  ['withdraw'],
);
leadsAsWritten(
  mobileSales,
  mobileSaleRules,
  {
    planned: { hold: 'held', cancel: 'cancelled' },
    held: { report: 'reported' },
    ...{ reported: {}, cancelled: {} },
  },
  ['cancel'],
);

const stands = (work: () => void): string =>
  orSaid(() => {
    work();
    return 'stands';
  }).split(':')[0] ?? '';

describe('essential goods', () => {
  it('are those of the contract, each in one unit of the house, and the database says the same', () => {
    expect(essentialGoods.map(({ code }) => code)).toEqual([...goodsCodes]);
    const sql = stabilisationCommitmentRules.derived?.['unit']?.('row') ?? '';
    for (const each of essentialGoods) {
      expect(unit(each.unit)).not.toBeNull();
      expect(sql).toContain(`when '${each.code}' then '${each.unit}'`);
    }
  });
});

describe('a stabilisation programme', () => {
  const check = (more: object): string =>
    stands(() => stabilisationProgrammeRules.check?.(entryOf(stabilisationProgrammes, more), '2024-06-01'));

  it.each<[string, object, string]>([
    ['of one day', { startsOn: '2024-01-01', endsOn: '2024-01-01' }, 'stands'],
    ['from one year into the next', { startsOn: '2023-12-20', endsOn: '2024-02-09' }, 'stands'],
    [
      'that ends the day before',
      { startsOn: '2024-01-01', endsOn: '2023-12-31' },
      '422 stabilisation.ends-before-start',
    ],
  ])('%s', (_what, more, said) => {
    expect(check(more)).toBe(said);
  });

  it.each(stabilisationProgrammes.states)(
    'that is %s has the number of its decision, or needs none',
    (state) => {
      const needsOne = !['drafted', 'withdrawn'].includes(state);
      expect(check({ state })).toBe(needsOne ? '422 stabilisation.needs-decision' : 'stands');
      expect(check({ state, decisionNumber: '1/KH-UBND' })).toBe('stands');
    },
  );

  it('is approved by the document of the step, unless another is known', () => {
    const approve = (known: object) =>
      taken(stabilisationProgrammeRules, entryOf(stabilisationProgrammes), 'approve', {
        ...{ on: '2023-11-30', document: '12/KH-UBND', known },
      });
    expect(approve({})).toMatchObject({ decisionNumber: '12/KH-UBND', decidedOn: '2023-11-30' });
    const known = { decisionNumber: '7/QĐ-UBND', decidedOn: '2023-11-02' };
    expect(approve(known)).toMatchObject(known);
  });
});

describe('a commitment', () => {
  const check = (more: object): string =>
    stands(() => stabilisationCommitmentRules.check?.(entryOf(stabilisationCommitments, more), '2024-06-01'));

  it.each(stabilisationCommitments.states)('that is %s has sold what is known, or need not have', (state) => {
    const said = (code: string) => `422 stabilisation-commitment.${code}`;
    expect(check({ state })).toBe(state === 'delivered' ? said('needs-sold') : 'stands');
    expect(check({ state, soldQuantity: '0' })).toBe(
      state === 'registered' ? said('sold-before-approval') : 'stands',
    );
  });

  it.each([
    ['0', 'stands'],
    ['100', 'stands'],
    ['100.01', '422 stabilisation-commitment.discount-beyond-100'],
  ])('%s %% below the market: %s', (belowMarketPct, said) => {
    expect(check({ belowMarketPct })).toBe(said);
  });
});

describe('a point of sale', () => {
  it.each([
    ['2024-01-01', 'stands'],
    ['2023-12-31', '422 stabilisation.ends-before-start'],
  ])('from 1 January to %s: %s', (endsOn, said) => {
    const point = entryOf(stabilisationPoints, { startsOn: '2024-01-01', endsOn });
    expect(stands(() => stabilisationPointRules.check?.(point, '2024-06-01'))).toBe(said);
  });
});

describe('what was approved', () => {
  const [tet, rice] = [
    entryOf(stabilisationProgrammes, { state: 'approved', endsOn: '2024-02-20', loanSupportMn: null }),
    entryOf(stabilisationCommitments, { state: 'delivered', committedQuantity: '100', soldQuantity: '1' }),
  ];
  it('is adjusted by its step, and else set right by who approves', () => {
    const longer = (state: 'drafted' | 'approved', step: 'adjust' | 'end' | null) =>
      stabilisationProgrammeRules.corrects?.(
        { ...tet, state },
        { ...tet, state, endsOn: '2024-03-01' },
        step,
      );
    expect([longer('drafted', null), longer('approved', 'adjust')]).toEqual([[], []]);
    expect([longer('approved', null), longer('approved', 'end')]).toEqual([['endsOn'], ['endsOn']]);
    const less = (step: 'adjust' | null, more: object = { committedQuantity: '1' }) =>
      stabilisationCommitmentRules.corrects?.(rice, { ...rice, ...more }, step);
    expect([less('adjust'), less(null)]).toEqual([[], ['committedQuantity']]);
    // What becomes known later is no correction, nor what was sold since.
    expect(less(null, { soldQuantity: '5', loanMn: '7' })).toEqual([]);
    const known = { ...tet, loanSupportMn: '10' };
    expect(stabilisationProgrammeRules.corrects?.(tet, known, null)).toEqual([]);
    expect(stabilisationProgrammeRules.corrects?.(known, tet, null)).toEqual(['loanSupportMn']);
  });
});

describe('a point of sale that is opened', () => {
  it.each([
    ['2024-05-31', '2024-06-01'],
    ['2024-06-01', '2024-06-01'],
    ['2024-06-02', '2024-06-02'],
  ])('and was to begin on %s takes part since %s', (startsOn, since) => {
    const planned = entryOf(stabilisationPoints, { startsOn, endsOn: '2024-12-31', state: 'planned' });
    expect(taken(stabilisationPointRules, planned, 'open').startsOn).toBe(since);
  });
});

describe('a trip of mobile sales', () => {
  const check = (more: object, on = '2024-06-01'): string =>
    stands(() => mobileSaleRules.check?.(entryOf(mobileSales, more), on));
  const said = (code: string) => `422 mobile-sale.${code}`;

  it.each<[(typeof mobileSales.states)[number], string, string]>([
    ['planned', 'stands', said('revenue-before-held')],
    ['held', 'stands', 'stands'],
    ['reported', said('needs-revenue'), 'stands'],
    ['cancelled', 'stands', said('revenue-before-held')],
  ])('that is %s: without revenue %s, with it %s', (state, without, having) => {
    expect([check({ state }), check({ state, revenueMn: '0' })]).toEqual([without, having]);
  });

  it.each<[(typeof mobileSales.states)[number], string, string]>([
    ['planned', '2024-06-02', 'stands'],
    ['held', '2024-06-01', 'stands'],
    ['held', '2024-06-02', said('not-yet')],
    ['reported', '2024-06-02', said('not-yet')],
    ['cancelled', '2024-06-02', 'stands'],
  ])('that is %s on 1 June and of %s %s', (state, heldOn, found) => {
    expect(check({ state, heldOn, revenueMn: state === 'reported' ? '1' : null })).toBe(found);
  });

  it('was held on the day of the step, unless it says another; reporting leaves the day', () => {
    const planned = entryOf(mobileSales, { heldOn: '2024-05-20' });
    const hold = (known: object) => taken(mobileSaleRules, planned, 'hold', { on: '2024-05-22', known });
    expect([hold({}).heldOn, hold({ heldOn: '2024-05-21' }).heldOn]).toEqual(['2024-05-22', '2024-05-21']);
    const reported = taken(mobileSaleRules, hold({}), 'report', {
      on: '2024-06-01',
      known: { revenueMn: '5' },
    });
    expect(reported).toMatchObject({ state: 'reported', heldOn: '2024-05-22', revenueMn: '5' });
  });
});
