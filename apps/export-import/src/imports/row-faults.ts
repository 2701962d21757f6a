import type { FaultCode, Params } from '@doit/contracts';
import type { Column } from './columns';
import { headingMeant, placeMeant, wordMeant, type Allowed, type Meant } from './meant';

/** A fault as it is found: the row, its column, the code, what is written there, and the place that the row is of. */
export interface FoundFault {
  readonly row: number;
  readonly column: Column;
  readonly code: FaultCode;
  readonly said: string | null;
  readonly name: string;
  readonly month: string;
}

/** The same with what its sentence is filled with, asked again of the rules that found it. */
export function explained(
  { row, column, code, said, name, month }: FoundFault,
  { locale, allowed, today }: { locale: string; allowed: Allowed; today: string },
) {
  const meant = (): Meant<object> | undefined => {
    if (column === 'territory') return placeMeant(name, month, allowed, today);
    if (column === 'hs') return headingMeant(said ?? '', '');
    if (column === 'basis') return { fault: code, params: { basis: said ?? '' } };
    if (column === 'enterprise' || column === 'value_usd' || column === 'quantity') return undefined;
    return column === 'month' ? undefined : wordMeant(column, said ?? '');
  };
  const found = meant();
  const unmeant: Params = column === 'hs' ? { hs: (said ?? '').slice(0, 40) } : {};
  const params: Params = found?.fault === code ? found.params : { locale, ...unmeant };
  const isOfMonth = code.startsWith('flow.unreadable-month') || code === 'flow.month-not-begun';
  return { row, column: isOfMonth ? 'month' : column, code, params };
}
