import type { GoodsProgress } from '@doit/contracts';
import { progressForEverybody, progressOf, type ProgressHeld } from './progress';

type GoodsHeld = ProgressHeld['goods'][number];
const rice: GoodsHeld = {
  ...{ goods: 'rice', commitments: 4, registered: 1, enterprises: 3, withoutSold: 0 },
  ...{ committed: '300', sold: '100', committedWithSold: '300' },
};
const held: ProgressHeld = {
  ...{ id: 'x', code: 'BO', territory: 'nghe-an', state: 'under-way', goods: [rice], points: [], items: [] },
  ...{ startsOn: '2024-01-01', endsOn: '2024-02-09', communes: 0, withoutCommune: 0, outside: 0 },
  trips: [
    {
      ...{ destination: 'island', trips: 3, vehicles: 4, withoutVehicles: 1 },
      ...{ revenueMn: '50', withoutRevenue: 0 },
    },
  ],
  ...{ tripsPlanned: 2, revenueMn: '50', travelling: 3 },
  ...{ loanSupportMn: '1000', loansMn: '400.5', withoutLoan: 0, commitments: 4, lent: 3 },
};
const goods = (more: Partial<GoodsHeld>, read: typeof progressOf): GoodsProgress | undefined =>
  read({ ...held, goods: [{ ...rice, ...more }] }).goods[0];

describe('the progress of a programme', () => {
  it.each<[string, Partial<GoodsHeld>, object]>([
    ['is a sum over a sum', {}, { percent: '33.33', unit: 'TONNE', isWithheld: false }],
    ['may be more than all', { sold: '330.15' }, { percent: '110.05' }],
    ['is nothing where nothing was sold', { sold: '0' }, { percent: '0', sold: '0' }],
    [
      'is that of those who say what they sold',
      { withoutSold: 2, sold: '90', committedWithSold: '100' },
      { committed: '300', percent: '90', withoutSold: 2 },
    ],
    [
      'is unknown where nobody says',
      { withoutSold: 4, sold: null, committedWithSold: null },
      { sold: null, percent: null },
    ],
    ['is none of nothing', { committed: '0', committedWithSold: '0', sold: '0' }, { percent: null }],
    [
      'of goods that nobody committed himself to is nothing',
      { commitments: 0, enterprises: 0, committed: null, sold: null, committedWithSold: null },
      { committed: '0', sold: '0', percent: null },
    ],
  ])('%s', (_what, more, found) => {
    expect(goods(more, progressOf)).toMatchObject(found);
  });

  it.each<[string, Partial<ProgressHeld>, string | null, string | null]>([
    ['is what is provided for, less what was given', {}, '400.5', '599.5'],
    ['is less than nothing where more was given', { loansMn: '1000.001' }, '1000.001', '-0.001'],
    ['is unknown where nobody says what was given', { loansMn: null, withoutLoan: 4 }, null, null],
    ['is unknown where nothing is said to be provided for', { loanSupportMn: null }, '400.5', null],
    ['is all of it without commitments', { commitments: 0, loansMn: null, lent: 0 }, '0', '1000'],
  ])('what is left of its loans %s', (_what, more, loansMn, loanLeftMn) => {
    expect(progressOf({ ...held, ...more })).toMatchObject({ loansMn, loanLeftMn });
  });
});

describe('what everybody is shown of it', () => {
  const hidden = { sold: null, committedWithSold: null, percent: null, isWithheld: true };

  it('is the same where three enterprises or more stand behind each sum, but for the revenue of single destinations', () => {
    const trips = [Object.assign({}, held.trips[0], { revenueMn: null })];
    expect(progressForEverybody(held)).toEqual(Object.assign(progressOf(held), { trips }));
  });

  it.each<[string, Partial<GoodsHeld>, object]>([
    ['of two enterprises', { enterprises: 2 }, { ...hidden, committed: null, enterprises: 2 }],
    ['of one', { enterprises: 1 }, { ...hidden, committed: null }],
    ['of which one does not say what it sold', { withoutSold: 1 }, { ...hidden, committed: '300' }],
    [
      'of nobody',
      { enterprises: 0, commitments: 0, committed: null, sold: null },
      { committed: '0', sold: '0', isWithheld: false },
    ],
  ])('goods %s', (_what, more, found) => {
    expect(goods(more, progressForEverybody)).toMatchObject(found);
  });

  it('are loans and revenue only where they are of three', () => {
    expect(progressForEverybody({ ...held, lent: 2 })).toMatchObject({
      ...{ loanSupportMn: '1000', loansMn: null, loanLeftMn: null, withoutLoan: 0, revenueMn: '50' },
    });
    expect(progressForEverybody({ ...held, travelling: 2 })).toMatchObject({
      ...{ loansMn: '400.5', loanLeftMn: '599.5', revenueMn: null },
    });
    const none = { commitments: 0, loansMn: null, lent: 0 };
    expect(progressForEverybody({ ...held, ...none })).toMatchObject({ loansMn: '0', loanLeftMn: '1000' });
  });
});
