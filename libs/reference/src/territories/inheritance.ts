import { predecessorsOf, successorsOf, territory } from './territories';

/**
 * The territories that rights over the given ones reach on a day (`YYYY-MM-DD`): themselves; the unit that an ended one
 * went into; and what went into them, because a successor keeps its predecessors' books and somebody must finish their
 * drafts. What is only inherited forwards is not followed back: Kiên Giang's officer writes for the new An Giang, not for
 * the old one. Ids that are no territory stay as they are.
 */
export function withInherited(ids: readonly string[], on: string): string[] {
  return [...new Set(ids.flatMap((id) => [id, ...later(id, on), ...earlier(id, on)]))];
}

function later(id: string, on: string): string[] {
  return hasEnded(id, on) ? successorsOf(id).flatMap((next) => [next.id, ...later(next.id, on)]) : [];
}

function earlier(id: string, on: string): string[] {
  const ended = predecessorsOf(id).filter((each) => hasEnded(each.id, on));
  return ended.flatMap((each) => [each.id, ...earlier(each.id, on)]);
}

function hasEnded(id: string, on: string): boolean {
  const last = territory(id)?.validTo ?? null;
  return last !== null && on > last;
}
