import { Problem, type enterpriseReports, type Params, type ProblemCode } from '@doit/contracts';
import { products, unit as unitOf } from '@doit/reference';
import type { RulesOf } from '@doit/registers';

/** A report is received, and counts once the department accepts it. */
export const enterpriseReportRules: RulesOf<typeof enterpriseReports> = {
  steps: {
    accept: { from: ['received'], to: 'accepted' },
    return: { from: ['received', 'accepted'], to: 'returned', needsReason: true },
    'receive-again': { from: ['returned'], to: 'received' },
    withdraw: { from: ['received', 'returned'], to: 'withdrawn', needsReason: true },
  },
  check({ productCode, unit }) {
    if (productCode === null) return;
    const product = products.find(({ code }) => code === productCode);
    if (!product) throw refusal('productCode', 'enterprise-report.unknown-product', { product: productCode });
    const fixed = unitOf(product.unit);
    if (!fixed || wordsFor(fixed).has(plain(unit))) return;
    throw refusal('unit', 'enterprise-report.unit-of-product', { product: product.name, unit: fixed.name });
  },
};

const refusal = (field: string, code: ProblemCode, params: Params): Problem =>
  new Problem(code, params, [{ pointer: `/${field}`, code, params }]);

type Unit = NonNullable<ReturnType<typeof unitOf>>;
const plain = (text: string): string => text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
/** The code of a unit, its name and its short form, in both languages. */
const wordsFor = ({ code, name, short }: Unit): Set<string> =>
  new Set([code, name.vi, name.en, short.vi, short.en].filter((text) => text !== '').map(plain));
