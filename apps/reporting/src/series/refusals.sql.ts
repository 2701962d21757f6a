import { refusals } from '@doit/contracts';
import { refused } from '../comparisons/cells';

/** The words of every refusal, by its code, for use in SQL. */
export const refusalWords = `'${JSON.stringify(
  Object.fromEntries(refusals.map((code) => [code, refused(code).refusal?.message])),
).replaceAll("'", "''")}'::jsonb`;
