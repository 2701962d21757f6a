import { decimal } from '@doit/reference';
import { registerClaims } from '../src/checks/register-checks';
import type { Standing } from '../src/comparisons/standing';
import type { Tallied } from '../src/registers/tallied';

/**
 * What a register that is not empty comes to; all that is left out is as in one whose entries say everything, and that is
 * declared complete.
 */
export interface Filled {
  counted: number;
  value: string | null;
  sure?: string | null;
  lacking?: number;
  undated?: number;
  possible?: string | null;
  completeOn?: string | null;
  isOver?: boolean;
}

/** What the registers come to for a place, by indicator and, where it has one, basis or stage; others are empty, and nobody declared them complete. */
export function tallied(standing: Standing, filled: Readonly<Record<string, Filled>> = {}): Tallied[] {
  return registerClaims(standing)
    .flatMap(({ asked }) => asked)
    .map((asked) => {
      const { indicator, dimensions, sum } = asked.tally;
      const empty: Filled = { counted: 0, value: sum ? null : '0', completeOn: null };
      const found = filled[[indicator, ...Object.values(dimensions)].join(' ')] ?? empty;
      const {
        counted,
        value,
        sure = value,
        lacking = 0,
        undated = 0,
        completeOn = '2000-01-01',
        isOver = true,
      } = found;
      const most = lacking > 0 || sum?.over ? null : (value ?? '0');
      const [total, certain, possible] = [
        value,
        sure,
        found.possible === undefined ? most : found.possible,
      ].map((text) => (text === null ? null : decimal(text)));
      const numbers = { value: total ?? null, sure: certain ?? null, possible: possible ?? null };
      return { ...asked, counted, lacking, undated, completeOn, isOver, ...numbers };
    });
}
