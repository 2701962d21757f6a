import { enterpriseReports } from '@doit/contracts';
import { entryOf, leadsAsWritten, orSaid } from '../test-lives';
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

describe('a report of a key product', () => {
  const check = (productCode: string | null, unit: string) =>
    orSaid(
      () => enterpriseReportRules.check?.(entryOf(enterpriseReports, { productCode, unit }), '') ?? 'fits',
    );
  const other = '422 enterprise-report.unit-of-product: The product “Cement” is counted in thousand tonnes.';

  it.each<[string | null, string, string]>([
    [null, 'bao', 'fits'],
    ['cement', 'KT', 'fits'],
    ['cement', ' Nghìn  TẤN', 'fits'],
    ['cement', 'thousand tonnes', 'fits'],
    ['cement', 'tấn', other],
    ['cement', '', other],
    ['castles', 'KT', '422 enterprise-report.unknown-product: There is no key product “castles”.'],
  ])('%s in %s: %s', (productCode, unit, said) => {
    expect(check(productCode, unit)).toBe(said);
  });
});
