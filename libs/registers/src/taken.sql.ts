import { Problem, type Entry, type ProblemCode, type Register } from '@doit/contracts';
import type { EntityManager } from 'typeorm';
import { codeKeyOf, onceIndexOf } from './columns';
import type { Rows } from './rows.sql';

/** What could not be kept, and where each entry of it was given. */
interface Refused {
  error: unknown;
  entries: readonly Entry[];
  place?: ((n: number) => string) | undefined;
}

/**
 * Says of entries that could not be kept which has a code that is taken, or stands already under another one; throws any
 * other error as it is. PostgreSQL does not say which where rows have a wall.
 */
export async function refuseTaken(
  manager: EntityManager,
  register: Register,
  rows: Rows,
  { error, entries, place = () => '' }: Refused,
): Promise<never> {
  const { constraint } = (error as { driverError?: { constraint?: string } }).driverError ?? {};
  const { once, problems } = register;
  if (constraint === codeKeyOf(register)) {
    const n = entries.length > 1 ? await rows.firstTaken(manager, entries) : 0;
    throw taken(problems.codeTaken, entries[n]?.code ?? '', `${place(n)}/code`);
  }
  if (!once || constraint !== onceIndexOf(register)) throw error;
  const found = await rows.firstStanding(manager, entries);
  // Whoever stood in its place may have left it since.
  throw taken(once.problem, found?.code ?? '–', `${place(found?.n ?? 0)}/${once.fields[0]}`);
}

function taken(problem: ProblemCode, code: string, pointer: string): Problem {
  return new Problem(problem, { code }, [{ pointer, code: problem, params: { code } }]);
}
