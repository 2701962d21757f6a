import type { Entry } from '@doit/contracts';
import type { EntityManager } from 'typeorm';
import type { RegisterRules } from './lives';

/**
 * Asks whether entries may stand beside those of other registers.
 * @param before as it stood; null: entered
 * @param at gives what an entry of a batch throws its place
 * @throws Problem that the register's rules refuse the first with
 */
export async function requireBeside(
  { refusals }: Pick<RegisterRules, 'refusals'>,
  tx: EntityManager,
  entries: readonly Entry[],
  before: Entry | null,
  at: (n: number, work: () => void) => void = (_n, work) => work(),
): Promise<void> {
  const found = (await refusals?.(tx, entries, before)) ?? [];
  found.forEach((problem, n) => {
    if (problem)
      at(n, () => {
        throw problem;
      });
  });
}
