import type { Reply } from '@doit/rpc';
import type { Place } from './rules';

/** By which a declaration is recognised that says who made it. */
export const noteOfDeclarations = 'counted twice';

/** What an answer of the matrix may show: of which territory, the value of its figure, and who recorded it. */
interface Shown {
  readonly place: Place;
  readonly value: string;
  readonly by: string;
}

/**
 * The status, the problem's code; and where the rule speaks of a figure, whether it was shown, and who recorded it; where
 * of a list, whether it has anything of the territory; where of a declaration, whether it says by whom.
 */
export function outcome({ status, data }: Reply, { place, value, by }: Shown, expected: string): string {
  const text = Buffer.from(data).toString();
  if (status !== 200) return `${status} ${(JSON.parse(text) as { code: string }).code}`;
  // JSON that PostgreSQL built has spaces.
  const isListed = new RegExp(`"territor(y|ies)" ?: ?\\[?"${place}"`).test(text);
  if (/listed/.test(expected)) return isListed ? '200 listed' : '200 not listed';
  if (/declared/.test(expected)) {
    if (!isListed) return '200 not declared';
    const isNamed = text.includes(by) || text.includes(noteOfDeclarations);
    return isNamed ? '200 declared, by whom' : '200 declared';
  }
  if (!/shown|hidden/.test(expected)) return '200';
  if (!text.includes(value)) return '200 hidden';
  return text.includes(by) ? '200 shown, by whom' : '200 shown';
}
