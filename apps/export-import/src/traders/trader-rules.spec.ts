import { traders, type Entry, type TraderFields, type traderStates } from '@doit/contracts';
import { dayPlus } from '@doit/reference';
import { todayInVietNam } from '@doit/registers';
import { entryOf, leadsAsWritten, orSaid, taken } from '../../../industry/src/test-lives';
import { traderRules } from './trader-rules';

// Of each state, by a trader that is not on the portal: it can be listed, and not leave.
describe('a trader', () => {
  const onIt = { portalRegisteredOn: '2023-05-01' };
  leadsAsWritten(
    traders,
    // Leaving is asked of one that is on the portal, below.
    { steps: traderRules.steps },
    {
      registered: {
        'begin-trading': 'trading',
        'list-on-portal': 'registered',
        'leave-portal': 'registered',
        withdraw: 'withdrawn',
      },
      trading: {
        suspend: 'suspended',
        'list-on-portal': 'trading',
        'leave-portal': 'trading',
        close: 'closed',
      },
      suspended: {
        resume: 'trading',
        'list-on-portal': 'suspended',
        'leave-portal': 'suspended',
        close: 'closed',
      },
      closed: {},
      withdrawn: {},
    },
    ['suspend', 'close', 'withdraw'],
  );

  it('is on the portal since the step that lists it, where its document says', () => {
    const listed = taken(traderRules, entryOf(traders), 'list-on-portal', { document: 'VNEX-12' });
    expect(listed).toMatchObject({
      ...{ state: 'registered', portalRegisteredOn: '2024-06-01', portalEndedOn: null },
      portalReference: 'VNEX-12',
    });
  });

  it('that left the portal and comes back keeps its first day, as if it had never left', () => {
    const left = taken(traderRules, entryOf(traders, onIt), 'leave-portal');
    expect(left).toMatchObject({ portalRegisteredOn: '2023-05-01', portalEndedOn: '2024-06-01' });
    expect(taken(traderRules, left, 'list-on-portal')).toMatchObject({ ...onIt, portalEndedOn: null });
  });

  it('that closes is on the portal no longer', () => {
    const trading = { ...onIt, state: 'trading' } as const;
    expect(taken(traderRules, entryOf(traders, trading), 'close').portalEndedOn).toBe('2024-06-01');
    const left = { ...trading, portalEndedOn: '2024-01-31' };
    expect(taken(traderRules, entryOf(traders, left), 'close').portalEndedOn).toBe('2024-01-31');
    const never = entryOf(traders, { state: 'trading' });
    expect(taken(traderRules, never, 'close').portalEndedOn).toBeNull();
  });

  it.each([
    ['list-on-portal', onIt, '409 trader.on-portal-already: The trader is presented on the portal already.'],
    ['leave-portal', {}, '409 trader.not-on-portal: The trader is not presented on the portal.'],
    [
      'leave-portal',
      { ...onIt, portalEndedOn: '2024-01-31' },
      '409 trader.not-on-portal: The trader is not presented on the portal.',
    ],
  ] as const)('does not %s as %j', (step, more, answer) => {
    expect(orSaid(() => taken(traderRules, entryOf(traders, more), step))).toBe(answer);
  });

  const today = todayInVietNam();
  const tomorrow = dayPlus(today, 1);
  const days =
    '422 trader.portal-days: The last day on the portal is not before the first, and there is none without a first.';
  const future = `422 register.step-in-future: The day ${tomorrow} has not come yet.`;
  it.each<[Partial<Entry<TraderFields, (typeof traderStates)[number]>>, string]>([
    [{}, 'undefined'],
    [{ portalRegisteredOn: today, portalEndedOn: today }, 'undefined'],
    [{ portalRegisteredOn: '2024-06-02', portalEndedOn: '2024-06-01' }, days],
    [{ portalEndedOn: '2024-06-01' }, days],
    [{ portalRegisteredOn: tomorrow }, future],
    [{ portalRegisteredOn: today, portalEndedOn: tomorrow }, future],
    [
      { state: 'closed', portalRegisteredOn: '2023-05-01' },
      '422 trader.closed-on-portal: A trader that is closed has a last day on the portal.',
    ],
    [{ state: 'closed', portalRegisteredOn: '2023-05-01', portalEndedOn: '2023-05-01' }, 'undefined'],
    [{ state: 'closed' }, 'undefined'],
    [{ products: ['03', '0306', '030617', '03061721'] }, 'undefined'],
    [
      { portalProducts: ['0306', '7701'] },
      '422 flow.unknown-hs: “7701” is no code of the HS with 2, 4, 6 or 8 digits.',
    ],
    [{ markets: ['GB', 'TW'] }, 'undefined'],
    [
      { markets: ['US', 'UK'] },
      '422 country.unknown: “UK” is no country or area of two letters of ISO 3166-1.',
    ],
  ])('as %j: %s', (more, answer) => {
    expect(orSaid(() => traderRules.check?.(entryOf(traders, more), today))).toBe(answer);
  });
});
