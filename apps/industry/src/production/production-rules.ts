import type { enterpriseReports } from '@doit/contracts';
import type { RulesOf } from '@doit/registers';

/** A report is received, and counts once the department accepts it. */
export const enterpriseReportRules: RulesOf<typeof enterpriseReports> = {
  steps: {
    accept: { from: ['received'], to: 'accepted' },
    return: { from: ['received', 'accepted'], to: 'returned', needsReason: true },
    'receive-again': { from: ['returned'], to: 'received' },
    withdraw: { from: ['received', 'returned'], to: 'withdrawn', needsReason: true },
  },
};
