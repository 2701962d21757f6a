import { obstacles, type Entry, type ObstacleFields, type obstacleStates } from '@doit/contracts';
import { dayPlus } from '@doit/reference';
import { todayInVietNam } from '@doit/registers';
import { entryOf, leadsAsWritten, orSaid, taken } from '../../../industry/src/test-lives';
import { obstacleRules } from './obstacle-rules';

leadsAsWritten(
  obstacles,
  { steps: obstacleRules.steps },
  {
    reported: { accept: 'accepted', reject: 'rejected', withdraw: 'withdrawn' },
    accepted: { assign: 'assigned', reject: 'rejected', withdraw: 'withdrawn' },
    assigned: {
      ...{ assign: 'assigned', begin: 'in-progress', extend: 'assigned', escalate: 'escalated' },
      ...{ resolve: 'resolved', withdraw: 'withdrawn' },
    },
    'in-progress': {
      ...{ extend: 'in-progress', escalate: 'escalated', resolve: 'resolved', withdraw: 'withdrawn' },
    },
    escalated: { extend: 'escalated', resolve: 'resolved', withdraw: 'withdrawn' },
    resolved: { reopen: 'reopened' },
    reopened: { assign: 'assigned', escalate: 'escalated', withdraw: 'withdrawn' },
    rejected: { reopen: 'reopened' },
    withdrawn: {},
  },
  ['extend', 'reopen', 'reject', 'withdraw'],
);

describe('an obstacle', () => {
  const today = todayInVietNam();
  const tomorrow = dayPlus(today, 1);
  const held = { owner: 'Phòng Quản lý xuất nhập khẩu', deadline: '2024-06-30' };
  const needsOwner =
    '422 obstacle.needs-owner: What is assigned has a unit that deals with it, and a deadline.';
  it.each<[Partial<Entry<ObstacleFields, (typeof obstacleStates)[number]>>, string]>([
    [{ state: 'reported' }, 'undefined'],
    [{ state: 'assigned', ...held }, 'undefined'],
    [{ state: 'assigned', ...held, owner: null }, needsOwner],
    [{ state: 'in-progress', ...held, deadline: null }, needsOwner],
    [{ state: 'escalated', escalatedTo: 'ministry' }, 'undefined'],
    [{ state: 'escalated', ...held }, '422 obstacle.needs-addressee: What is escalated says to whom.'],
    [{ state: 'resolved', outcome: 'đã thông quan' }, 'undefined'],
    [{ state: 'resolved', ...held }, '422 obstacle.needs-outcome: What is resolved says what came of it.'],
    [{ reportedOn: '2024-06-30', deadline: '2024-06-30' }, 'undefined'],
    [
      { reportedOn: '2024-06-30', deadline: '2024-06-29' },
      '422 obstacle.deadline-before-report: The deadline, 2024-06-29, is before the day of the report, 2024-06-30.',
    ],
    [{ reportedOn: today, deadline: tomorrow }, 'undefined'],
    [
      { products: ['0306', '9901'] },
      '422 flow.unknown-hs: “9901” is no code of the HS with 2, 4, 6 or 8 digits.',
    ],
    [
      { reportedOn: tomorrow, deadline: tomorrow },
      `422 register.step-in-future: The day ${tomorrow} has not come yet.`,
    ],
    [{ market: 'EU' }, '422 country.unknown: “EU” is no country or area of two letters of ISO 3166-1.'],
  ])('as %j: %s', (more, answer) => {
    expect(orSaid(() => obstacleRules.check?.(entryOf(obstacles, more), today))).toBe(answer);
  });

  it('is extended to a later day alone', () => {
    const assigned = entryOf(obstacles, { state: 'assigned', ...held });
    const extended = (deadline?: string) =>
      orSaid(
        () =>
          taken(obstacleRules, assigned, 'extend', { known: deadline === undefined ? {} : { deadline } })
            .deadline,
      );
    const refused =
      '422 obstacle.deadline-not-later: An extension needs a deadline after the old one, 2024-06-30.';
    expect([extended('2024-07-01'), extended('2024-06-30'), extended()]).toEqual([
      '2024-07-01',
      refused,
      refused,
    ]);
  });

  it.each([
    ['assigned', 'extend', []],
    ['assigned', null, ['deadline']],
    ['assigned', 'assign', ['deadline']],
    ['in-progress', 'resolve', ['deadline']],
    ['escalated', null, ['deadline']],
    ['accepted', 'assign', []],
    ['reopened', 'assign', []],
    ['reported', null, []],
  ] as const)('that is %s has its deadline moved by %s: an approver must for %j', (state, step, expected) => {
    const before = entryOf(obstacles, { state, ...held });
    expect(obstacleRules.corrects?.(before, { ...before, deadline: '2024-07-31' }, step)).toEqual(expected);
    expect(obstacleRules.corrects?.(before, before, step)).toEqual([]);
  });

  it('that is reopened is resolved anew, until another day', () => {
    const resolved = entryOf(obstacles, { state: 'resolved', ...held, outcome: 'đã thông quan' });
    const reopened = taken(obstacleRules, resolved, 'reopen');
    expect(reopened).toMatchObject({ state: 'reopened', owner: held.owner, deadline: null, outcome: null });
    const known = { deadline: '2024-12-31' };
    expect(taken(obstacleRules, resolved, 'reopen', { known })).toMatchObject(known);
  });
});
