import { markets } from '@doit/contracts';
import { entryOf, leadsAsWritten, orSaid, taken } from '../../../industry/src/test-lives';
import { marketRules } from './market-rules';

leadsAsWritten(
  markets,
  marketRules,
  {
    planned: { 'begin-construction': 'under-construction', open: 'operating', withdraw: 'withdrawn' },
    'under-construction': { open: 'operating', withdraw: 'withdrawn' },
    operating: {
      recount: 'operating',
      'begin-upgrade': 'upgrading',
      suspend: 'suspended',
      close: 'closed',
    },
    upgrading: {
      recount: 'upgrading',
      'complete-upgrade': 'operating',
      suspend: 'suspended',
      close: 'closed',
    },
    suspended: {
      recount: 'suspended',
      'begin-upgrade': 'upgrading',
      resume: 'operating',
      close: 'closed',
    },
    closed: {},
    withdrawn: {},
  },
  ['suspend', 'close', 'withdraw'],
);

describe('a market', () => {
  it('has been open since the step by which it opened, unless it is known otherwise', () => {
    const planned = entryOf(markets);
    expect(taken(marketRules, planned, 'open')).toMatchObject({ openedOn: '2024-06-01' });
    const known = { openedOn: '2024-05-20' };
    expect(taken(marketRules, planned, 'open', { known })).toMatchObject(known);
  });

  it('is not counted for a day before that of the last count', () => {
    const first = taken(marketRules, entryOf(markets, { state: 'operating' }), 'recount', {
      known: { pointsTotal: 300 },
    });
    expect(first).toMatchObject({ pointsTotal: 300, countedOn: '2024-06-01' });
    const again = (step: 'recount' | 'suspend', on: string, pointsTotal: number) =>
      orSaid(() => taken(marketRules, first, step, { on, known: { pointsTotal } }).countedOn);
    const refused =
      '422 register.step-before-last: The day 2024-05-31 is before 2024-06-01, the day of the step before.';
    expect([
      again('recount', '2024-05-31', 300),
      again('suspend', '2024-05-31', 301),
      again('suspend', '2024-05-31', 300),
      again('recount', '2024-06-02', 300),
      again('suspend', '2024-06-01', 301),
    ]).toEqual([refused, refused, '2024-06-01', '2024-06-02', '2024-06-01']);
  });

  it('is upgraded in the year of the step that completes it', () => {
    const under = taken(marketRules, entryOf(markets, { state: 'operating' }), 'begin-upgrade');
    expect(under).toMatchObject({ upgradeState: 'under-way', yearUpgraded: null });
    const done = taken(marketRules, under, 'complete-upgrade', { on: '2025-02-01' });
    expect(done).toMatchObject({ upgradeState: 'done', yearUpgraded: 2025, state: 'operating' });
  });

  it.each([
    [200, 200, 'undefined'],
    [200, 201, '422 market.used-beyond-points: More business points are in use than there are.'],
    [null, 201, 'undefined'],
    [200, null, 'undefined'],
  ])('of %s points has %s in use: %s', (pointsTotal, pointsUsed, answer) => {
    const entry = entryOf(markets, { pointsTotal, pointsUsed });
    expect(orSaid(() => marketRules.check?.(entry, '2024-06-01'))).toBe(answer);
  });
});
