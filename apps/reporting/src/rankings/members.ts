import { firstDay, isTerritory, lastDay, memberIdsOn, territory, type Period } from '@doit/reference';
import { refusedAsked } from '../comparisons/asked';

/** How many members there were at most: of the first day or of the last; of a group that is no more on that, none. */
export function mostMembers(group: string, period: Period): number {
  const last = memberIdsOn(group, lastDay(period)).length;
  return last === 0 ? 0 : Math.max(last, memberIdsOn(group, firstDay(period)).length);
}

/**
 * The members of a group, or every province and city, on a day.
 * @throws Problem territory.unknown, territory.no-group or territory.not-in-force (422), naming the parameter
 */
export function membersOnDay(group: string, day: string, pointer: string): string[] {
  const found = isTerritory(group) ? territory(group) : null;
  if (!found) throw refusedAsked(pointer, 'territory.unknown', { territory: group });
  if (found.code !== null) throw refusedAsked(pointer, 'territory.no-group', { territory: group });
  const members = memberIdsOn(group, day);
  if (members.length === 0) throw refusedAsked(pointer, 'territory.not-in-force', { territory: group, day });
  return members;
}
