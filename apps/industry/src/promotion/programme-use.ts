import type { BudgetUse } from '@doit/contracts';
import { decimal } from '@doit/reference';

/** States of a scheme in which its support is taken out of the budget. */
export const takingStates = [
  'approved',
  'contracted',
  'implementing',
  'inspected',
  'accepted',
  'paid',
  'post-checked',
] as const;
/** States in which it has been paid. */
export const paidStates = ['paid', 'post-checked'] as const;

/** What the registers hold of a budget: sums of what is known, null where nothing is. */
export type BudgetHeld = Omit<BudgetUse, 'leftMn' | 'isExceeded'>;

/** What is left of a budget. No schemes take nothing; schemes of which no support is known take nobody knows what. */
export function useOf(held: BudgetHeld): BudgetUse {
  const { amountMn, schemes, withoutPayment } = held;
  const supportMn = schemes === 0 ? '0' : held.supportMn;
  const paidMn = withoutPayment === 0 ? (held.paidMn ?? '0') : held.paidMn;
  const left = amountMn === null || supportMn === null ? null : decimal(amountMn).minus(supportMn);
  return {
    ...held,
    ...{ supportMn, paidMn },
    leftMn: left && left.toFixed(),
    isExceeded: left && left.isNegative() && !left.isZero(),
  };
}
