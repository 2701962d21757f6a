import { Problem } from '@doit/contracts';
import { isTerritory, unitsHeldBy } from '@doit/reference';
import { todayInVietNam } from './demands';

/**
 * The territories whose entries count for one that is asked for: an entry stays in the name of the unit that it was
 * entered for.
 * @throws Problem territory.unknown
 */
export function holdersAsked(territory: string): string[] {
  if (isTerritory(territory)) return unitsHeldBy(territory, todayInVietNam());
  const params = { territory };
  throw new Problem('territory.unknown', params, [
    { pointer: 'territory', code: 'territory.unknown', params },
  ]);
}
