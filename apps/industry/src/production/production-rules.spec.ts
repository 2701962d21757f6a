import { enterpriseReports } from '@doit/contracts';
import { leadsAsWritten } from '../test-lives';
import { enterpriseReportRules } from './production-rules';

leadsAsWritten(
  enterpriseReports,
  enterpriseReportRules,
  {
    received: { accept: 'accepted', return: 'returned', withdraw: 'withdrawn' },
    accepted: { return: 'returned' },
    returned: { 'receive-again': 'received', withdraw: 'withdrawn' },
    withdrawn: {},
  },
  ['return', 'withdraw'],
);
