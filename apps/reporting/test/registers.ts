import { decimal } from '@doit/reference';
import { registerClaims } from '../src/checks/register-checks';
import type { Standing } from '../src/comparisons/standing';
import type { Tallied } from '../src/registers/tallied';

/** What a register that is not empty comes to; all that is left out is as in one whose entries say everything. */
export interface Filled {
  counted: number;
  value: string | null;
  sure?: string | null;
  lacking?: number;
  undated?: number;
}

/** What the registers come to for a place, by indicator and, where it has one, basis or stage; others are empty. */
export function tallied(standing: Standing, filled: Readonly<Record<string, Filled>> = {}): Tallied[] {
  return registerClaims(standing)
    .flatMap(({ asked }) => asked)
    .map((asked) => {
      const { indicator, dimensions, sum } = asked.tally;
      const empty: Filled = { counted: 0, value: sum ? null : '0' };
      const found = filled[[indicator, ...Object.values(dimensions)].join(' ')] ?? empty;
      const { counted, value, sure = value, lacking = 0, undated = 0 } = found;
      const numbers = {
        value: value === null ? null : decimal(value),
        sure: sure === null ? null : decimal(sure),
      };
      return { ...asked, counted, lacking, undated, ...numbers };
    });
}
