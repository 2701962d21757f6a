import { memberIdsOn, predecessorsOf, successorsOf, territory } from '@doit/reference';
import { todayInVietNam } from './demands';

/** A region or a conference group of territories. */
export const isGroup = (id: string): boolean =>
  ['region', 'conference-group'].includes(territory(id)?.type ?? '');

/**
 * The members of a group, the units that went into them whole (Kiên Giang into An Giang of the delta of 2025), and the units
 * that they became where nothing else went into those: Long An and Tây Ninh of the
 * southern group are Tây Ninh now, but Bình Thuận went into Lâm Đồng with two of another region, which is no member for it.
 */
export function membersThroughTime(group: string): string[] {
  const members = new Set(memberIdsOn(group, territory(group)?.validTo ?? todayInVietNam()));
  for (const member of members) {
    for (const { id } of successorsOf(member))
      if (predecessorsOf(id).every((each) => members.has(each.id))) members.add(id);
    for (const { id } of predecessorsOf(member))
      if (successorsOf(id).every((each) => members.has(each.id))) members.add(id);
  }
  return [...members];
}
