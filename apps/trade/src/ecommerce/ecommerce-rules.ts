import {
  Problem,
  type ecommercePlatforms,
  type ecommerceSellers,
  type ecommerceTrainings,
  type onboardingCampaigns,
  type Params,
  type platformReports,
  type ProblemCode,
} from '@doit/contracts';
import { todayInVietNam, type RulesOf } from '@doit/registers';

export const ecommercePlatformRules: RulesOf<typeof ecommercePlatforms> = {
  steps: {
    launch: { from: ['planned'], to: 'operating' },
    suspend: { from: ['operating'], to: 'suspended', needsReason: true },
    resume: { from: ['suspended'], to: 'operating' },
    close: { from: ['operating', 'suspended'], to: 'closed', needsReason: true },
    withdraw: { from: ['planned'], to: 'withdrawn', needsReason: true },
  },
  check({ filing, filingNumber, filedOn }) {
    if (filing === null && (filingNumber !== null || filedOn !== null))
      throw refusal('filing', 'ecommerce-platform.filing-unsaid');
  },
  after: (_before, after, step, on) =>
    step === 'launch' ? { ...after, launchedOn: after.launchedOn ?? on } : after,
};

/** The life of a seller on one platform. Who left and comes back is the same entry: it stands once. */
export const ecommerceSellerRules: RulesOf<typeof ecommerceSellers> = {
  steps: {
    onboard: { from: ['invited'], to: 'onboarding' },
    join: { from: ['invited', 'onboarding'], to: 'selling' },
    suspend: { from: ['selling'], to: 'suspended', needsReason: true },
    resume: { from: ['suspended'], to: 'selling' },
    leave: { from: ['selling', 'suspended'], to: 'left', needsReason: true },
    rejoin: { from: ['left'], to: 'selling' },
    withdraw: { from: ['invited', 'onboarding'], to: 'withdrawn', needsReason: true },
  },
  check({ products, ocopProducts, joinedOn }) {
    if (products !== null && ocopProducts !== null && ocopProducts > products)
      throw refusal('ocopProducts', 'ecommerce-seller.ocop-beyond-products', {
        ...{ products, ocop: ocopProducts },
      });
    if (joinedOn !== null && joinedOn > todayInVietNam())
      throw refusal('joinedOn', 'register.step-in-future', { on: joinedOn });
  },
  after: (_before, after, step, on) =>
    step === 'join' ? { ...after, joinedOn: after.joinedOn ?? on } : after,
};

/** The life of a campaign. Its results are no fields: they follow from the sellers that name it. */
export const onboardingCampaignRules: RulesOf<typeof onboardingCampaigns> = {
  steps: {
    begin: { from: ['planned'], to: 'under-way' },
    end: { from: ['under-way'], to: 'ended' },
    report: { from: ['ended'], to: 'reported' },
    cancel: { from: ['planned', 'under-way'], to: 'cancelled', needsReason: true },
  },
  check({ startsOn, endsOn, state, outcome }) {
    requireOrder(startsOn, endsOn);
    if (state === 'reported' && outcome === null)
      throw refusal('outcome', 'onboarding-campaign.needs-outcome');
  },
};

export const ecommerceTrainingRules: RulesOf<typeof ecommerceTrainings> = {
  steps: {
    hold: { from: ['planned'], to: 'held' },
    cancel: { from: ['planned'], to: 'cancelled', needsReason: true },
  },
  check: ({ startsOn, endsOn }) => requireOrder(startsOn, endsOn),
};

/** A report counts once the department accepts it; what is returned is submitted again. */
export const platformReportRules: RulesOf<typeof platformReports> = {
  steps: {
    submit: { from: ['drafted', 'returned'], to: 'submitted' },
    accept: { from: ['submitted'], to: 'accepted' },
    return: { from: ['submitted', 'accepted'], to: 'returned', needsReason: true },
    withdraw: { from: ['drafted', 'submitted', 'returned'], to: 'withdrawn', needsReason: true },
  },
  check({ state, month, sellers, products, orders, valueMn }) {
    if (month > todayInVietNam().slice(0, 7))
      throw refusal('month', 'platform-report.month-not-begun', { month });
    const isSent = state === 'submitted' || state === 'accepted';
    if (isSent && [sellers, products, orders, valueMn].every((each) => each === null))
      throw refusal('orders', 'platform-report.says-nothing');
  },
};

/** @throws Problem ecommerce.ends-before-start */
function requireOrder(startsOn: string, endsOn: string): void {
  if (endsOn < startsOn) throw refusal('endsOn', 'ecommerce.ends-before-start', { startsOn, endsOn });
}

const refusal = (field: string, code: ProblemCode, params: Params = {}): Problem =>
  new Problem(code, params, [{ pointer: `/${field}`, code, params }]);
