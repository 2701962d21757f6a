import { promotionEvents } from '@doit/contracts';
import { entryOf, leadsAsWritten, orSaid, taken } from '../../../industry/src/test-lives';
import { membersThroughTime } from '@doit/registers';
import { promotionEventRules as rules } from './promotion-event-rules';

const other = { startsOn: '2024-02-01', endsOn: '2024-02-03' };

leadsAsWritten(
  promotionEvents,
  // Rescheduling asks for other days, whatever it leads to.
  { steps: rules.steps },
  {
    registered: {
      ...{ approve: 'approved', postpone: 'postponed', reschedule: 'registered', cancel: 'cancelled' },
    },
    approved: {
      ...{ begin: 'under-way', hold: 'held', postpone: 'postponed' },
      ...{ reschedule: 'registered', cancel: 'cancelled' },
    },
    'under-way': { hold: 'held', cancel: 'cancelled' },
    held: { report: 'reported' },
    reported: {},
    postponed: { reschedule: 'registered', cancel: 'cancelled' },
    cancelled: {},
  },
  ['postpone', 'reschedule', 'cancel'],
);

describe('a promotion event', () => {
  const out = '422 promotion-event.day-out-of-range';
  // It is judged on the first of June.
  const nextDay = { startsOn: '2024-06-02', endsOn: '2024-06-02' };
  const known = (more: object) => entryOf(promotionEvents, { ...other, sectors: [], ...more });
  const checked = (more: object): string =>
    orSaid(() => {
      rules.check?.(known(more), '2024-06-01');
      return 'stands';
    }).split(':')[0] ?? '';

  it.each<[string, object, string]>([
    ['of one day', { endsOn: '2024-02-01' }, 'stands'],
    ['that ends before it begins', { endsOn: '2024-01-31' }, '422 promotion-event.ends-before-start'],
    ['from one year into the next', { startsOn: '2023-12-04', endsOn: '2024-01-10' }, 'stands'],
    ['of a leap year', { startsOn: '2024-01-01', endsOn: '2024-12-31' }, 'stands'],
    ['of more', { startsOn: '2024-01-01', endsOn: '2025-01-01' }, '422 promotion-event.too-long'],
    ['of the last century', { startsOn: '1999-12-31', endsOn: '2000-01-01' }, out],
    ['of the last day of a calendar', { startsOn: '2100-12-31', endsOn: '2100-12-31' }, 'stands'],
    ['of the end of time', { startsOn: '9999-12-31', endsOn: '9999-12-31' }, out],
    ['at home, said twice', { country: 'VN' }, '422 promotion-event.at-home'],
    ['in a country', { country: 'GB', targetMarkets: ['GB', 'VN'] }, 'stands'],
    ['in a country by another code', { country: 'UK' }, '422 promotion-event.country-unknown'],
    ['for a market that is none', { targetMarkets: ['JP', 'XX'] }, '422 promotion-event.country-unknown'],
    ['held before it begins', { state: 'held', stateOn: '2024-01-31' }, '422 promotion-event.not-begun'],
    ['held on its first day', { state: 'held', stateOn: '2024-02-01' }, 'stands'],
    ['held, and yet to come', { state: 'held', ...nextDay }, '422 promotion-event.not-begun'],
    ['under way, and yet to come', { state: 'under-way', ...nextDay }, '422 promotion-event.not-begun'],
    ['approved, and yet to come', { state: 'approved', ...nextDay }, 'stands'],
    ['reported without a result', { state: 'reported' }, '422 promotion-event.needs-results'],
    ['reported with visitors', { state: 'reported', visitors: 0 }, 'stands'],
    ['hosted with a province that ended', { coHosts: ['kien-giang', 'ha-noi'] }, 'stands'],
    ['hosted with a region', { coHosts: ['ha-noi', 'south-20-2024'] }, '422 territory.unknown'],
    ['held nowhere known', { placeTerritory: 'atlantis' }, '422 territory.unknown'],
    ['of a group', { unitGroup: 'south-20-2024' }, 'stands'],
    ['of a group that is a province', { unitGroup: 'nghe-an' }, '422 territory.unknown'],
  ])('%s', (_what, more, outcome) => {
    expect(checked(more)).toBe(outcome);
  });

  it('is moved to other days, or not at all', () => {
    const postponed = known({ state: 'postponed' });
    expect(orSaid(() => taken(rules, postponed, 'reschedule').state)).toContain('needs-other-days');
    const moved = taken(rules, postponed, 'reschedule', { known: { endsOn: '2024-02-04' } });
    expect(moved).toMatchObject({ state: 'registered', endsOn: '2024-02-04' });
  });

  it.each(['begin', 'hold'] as const)('does not %s before its first day', (step) => {
    const approved = known({ state: 'approved' });
    const outcome = (on: string) => orSaid(() => taken(rules, approved, step, { on }).stateOn ?? '');
    expect(outcome('2024-01-31')).toContain('422 promotion-event.not-begun');
    expect(outcome('2024-02-01')).toBe('2024-02-01');
  });

  it.each<[string, string | null, object, string[]]>([
    ['registered', null, { startsOn: '2024-01-31' }, []],
    ['postponed', null, { startsOn: '2024-01-31' }, []],
    ['approved', null, { startsOn: '2024-01-31', endsOn: '2024-02-04' }, ['startsOn', 'endsOn']],
    ['approved', null, { booths: 7 }, []],
    ['approved', 'reschedule', { endsOn: '2024-02-04' }, []],
    ['approved', 'hold', { endsOn: '2024-02-04' }, ['endsOn']],
    ['approved', 'postpone', { endsOn: '2024-02-04' }, ['endsOn']],
    ['reported', null, { startsOn: '2024-01-31' }, ['startsOn']],
  ])('%s, by %s given %j: only who approves sets %j right', (state, step, more, fields) => {
    const before = known({ state });
    expect(rules.corrects?.(before, { ...before, ...more }, step as 'hold' | null)).toEqual(fields);
  });
});

describe('the members of a group through time', () => {
  it('are those of the south, and what they became where nothing else went into it', () => {
    const south = membersThroughTime('south-20-2024');
    expect(south).toEqual(expect.arrayContaining(['long-an', 'tay-ninh', 'tay-ninh-2025', 'an-giang-2025']));
    expect(south).toContain('binh-thuan');
    expect(south).not.toContain('lam-dong-2025');
  });

  it('are those of the delta of 2025, and what went into them', () => {
    const delta = membersThroughTime('mrd-2025');
    expect(delta).toEqual(expect.arrayContaining(['an-giang-2025', 'an-giang', 'kien-giang', 'hau-giang']));
    expect(delta).not.toContain('long-an');
    expect(membersThroughTime('se-2025')).toContain('long-an');
  });
});
