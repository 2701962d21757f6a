import {
  ecommercePlatforms,
  ecommerceSellers,
  ecommerceTrainings,
  onboardingCampaigns,
  platformReports,
} from '@doit/contracts';
import { todayInVietNam } from '@doit/registers';
import { entryOf, leadsAsWritten, orSaid, taken } from '../../../industry/src/test-lives';
import {
  ecommercePlatformRules,
  ecommerceSellerRules,
  ecommerceTrainingRules,
  onboardingCampaignRules,
  platformReportRules,
} from './ecommerce-rules';

leadsAsWritten(
  ecommercePlatforms,
  ecommercePlatformRules,
  {
    planned: { launch: 'operating', withdraw: 'withdrawn' },
    operating: { suspend: 'suspended', close: 'closed' },
    suspended: { resume: 'operating', close: 'closed' },
    closed: {},
    withdrawn: {},
  },
  ['suspend', 'close', 'withdraw'],
);
leadsAsWritten(
  ecommerceSellers,
  ecommerceSellerRules,
  {
    invited: { onboard: 'onboarding', join: 'selling', withdraw: 'withdrawn' },
    onboarding: { join: 'selling', withdraw: 'withdrawn' },
    selling: { suspend: 'suspended', leave: 'left' },
    suspended: { resume: 'selling', leave: 'left' },
    left: { rejoin: 'selling' },
    withdrawn: {},
  },
  ['suspend', 'leave', 'withdraw'],
);
leadsAsWritten(
  onboardingCampaigns,
  onboardingCampaignRules,
  {
    planned: { begin: 'under-way', cancel: 'cancelled' },
    'under-way': { end: 'ended', cancel: 'cancelled' },
    ended: { report: 'reported' },
    reported: {},
    cancelled: {},
  },
  ['cancel'],
);
leadsAsWritten(
  ecommerceTrainings,
  ecommerceTrainingRules,
  { planned: { hold: 'held', cancel: 'cancelled' }, held: {}, cancelled: {} },
  ['cancel'],
);
leadsAsWritten(
  platformReports,
  platformReportRules,
  {
    drafted: { submit: 'submitted', withdraw: 'withdrawn' },
    submitted: { accept: 'accepted', return: 'returned', withdraw: 'withdrawn' },
    accepted: { return: 'returned' },
    returned: { submit: 'submitted', withdraw: 'withdrawn' },
    withdrawn: {},
  },
  ['return', 'withdraw'],
);

describe('a platform', () => {
  it('is launched on the day of the step, unless a day is known', () => {
    const planned = entryOf(ecommercePlatforms);
    expect(taken(ecommercePlatformRules, planned, 'launch').launchedOn).toBe('2024-06-01');
    const known = entryOf(ecommercePlatforms, { launchedOn: '2020-12-01' });
    expect(taken(ecommercePlatformRules, known, 'launch').launchedOn).toBe('2020-12-01');
  });

  const unsaid =
    '422 ecommerce-platform.filing-unsaid: Who gives the number or the day of the ministry’s confirmation says whether of a notification or a registration.';
  it.each([
    [{}, 'undefined'],
    [{ filing: 'registered' }, 'undefined'],
    [{ filing: 'notified', filingNumber: '1', filedOn: '2021-01-01' }, 'undefined'],
    [{ filingNumber: '1' }, unsaid],
    [{ filedOn: '2021-01-01' }, unsaid],
  ] as const)('known by %j: %s', (more, said) => {
    expect(orSaid(() => ecommercePlatformRules.check?.(entryOf(ecommercePlatforms, more), ''))).toBe(said);
  });
});

describe('a seller', () => {
  it('began to sell on the day of the step, and keeps that day when it leaves and comes back', () => {
    const joined = taken(ecommerceSellerRules, entryOf(ecommerceSellers), 'join');
    expect(joined).toMatchObject({ state: 'selling', joinedOn: '2024-06-01' });
    const left = taken(ecommerceSellerRules, joined, 'leave', { on: '2024-07-01' });
    expect(taken(ecommerceSellerRules, left, 'rejoin', { on: '2024-08-01' })).toMatchObject({
      ...{ state: 'selling', stateOn: '2024-08-01', joinedOn: '2024-06-01' },
    });
  });

  const tomorrow = new Date(Date.parse(todayInVietNam()) + 86_400_000).toISOString().slice(0, 10);
  it.each([
    [{ products: 3, ocopProducts: 3 }, 'undefined'],
    [{ products: 0, ocopProducts: 0 }, 'undefined'],
    [{ products: null, ocopProducts: 4 }, 'undefined'],
    [
      { products: 3, ocopProducts: 4 },
      '422 ecommerce-seller.ocop-beyond-products: There are 4 OCOP products among 3 products.',
    ],
    [{ joinedOn: todayInVietNam() }, 'undefined'],
    [{ joinedOn: tomorrow }, `422 register.step-in-future: The day ${tomorrow} has not come yet.`],
  ] as const)('of %j: %s', (more, said) => {
    expect(orSaid(() => ecommerceSellerRules.check?.(entryOf(ecommerceSellers, more), ''))).toBe(said);
  });
});

describe('a campaign or training', () => {
  const days = { startsOn: '2024-03-01', endsOn: '2024-03-01' };
  const before = { startsOn: '2024-03-01', endsOn: '2024-02-29' };
  const wrong = '422 ecommerce.ends-before-start: The last day, 2024-02-29, is before the first, 2024-03-01.';

  it('takes a day at least', () => {
    const campaign = (more: object) =>
      orSaid(() => onboardingCampaignRules.check?.(entryOf(onboardingCampaigns, more), ''));
    const training = (more: object) =>
      orSaid(() => ecommerceTrainingRules.check?.(entryOf(ecommerceTrainings, more), ''));
    expect([campaign(days), training(days)]).toEqual(['undefined', 'undefined']);
    expect([campaign(before), training(before)]).toEqual([wrong, wrong]);
  });

  it.each([
    ['ended', null, 'undefined'],
    ['reported', 'Đạt mục tiêu', 'undefined'],
    [
      'reported',
      null,
      '422 onboarding-campaign.needs-outcome: A campaign that is reported says in words what came of it.',
    ],
  ] as const)('that is %s with the outcome %j: %s', (state, outcome, said) => {
    const entry = entryOf(onboardingCampaigns, { ...days, state, outcome });
    expect(orSaid(() => onboardingCampaignRules.check?.(entry, ''))).toBe(said);
  });
});

describe('a report of a platform', () => {
  const thisMonth = todayInVietNam().slice(0, 7);
  const next = new Date(Date.parse(`${thisMonth}-01`) + 31 * 86_400_000).toISOString().slice(0, 7);
  const nothing =
    '422 platform-report.says-nothing: A report that is submitted has at least one number: sellers, products, orders or their value.';
  it.each([
    [{ state: 'drafted' }, 'undefined'],
    [{ state: 'returned' }, 'undefined'],
    [{ state: 'submitted' }, nothing],
    [{ state: 'accepted' }, nothing],
    [{ state: 'submitted', orders: 0 }, 'undefined'],
    [{ state: 'accepted', sellers: 1 }, 'undefined'],
    [{ state: 'accepted', products: 1 }, 'undefined'],
    [{ state: 'accepted', valueMn: '0' }, 'undefined'],
    [{ month: thisMonth }, 'undefined'],
    [{ month: next }, `422 platform-report.month-not-begun: The month ${next} has not begun.`],
  ] as const)('of %j: %s', (more, said) => {
    expect(orSaid(() => platformReportRules.check?.(entryOf(platformReports, more), ''))).toBe(said);
  });
});
