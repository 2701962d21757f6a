import {
  agreements,
  isCountry,
  lastDay,
  marketsOf,
  partnerGroup,
  partnerGroupMembers,
  partnersShared,
  type Period,
} from '@doit/reference';
import { refusedAsked } from './land';

/** Which agreement is in force with which partner on a period's last day, as columns for `unnest`: partners, agreements. */
export function tiesOn(of: Period): [string[], string[]] {
  const day = lastDay(of);
  const ties = agreements.flatMap(({ id }) => marketsOf(id, day).map((member) => ({ id, member })));
  return [ties.map(({ member }) => member), ties.map(({ id }) => id)];
}

/**
 * The partners that groups and countries come to on a period's last day, and those that they share.
 * @throws Problem partner.unknown
 */
export function partnersAsked(asked: readonly string[], of: Period): { members: string[]; common: string[] } {
  const unknown = asked.find((code) => !partnerGroup(code) && !isCountry(code));
  if (unknown !== undefined) throw refusedAsked('partners', 'partner.unknown', { partner: unknown });
  const day = lastDay(of);
  const { common } = partnersShared(asked, day, day);
  const members = asked.flatMap((code) => (partnerGroup(code) ? partnerGroupMembers(code, day) : [code]));
  return { members: [...new Set(members)], common: [...common] };
}
