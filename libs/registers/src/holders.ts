import { Problem, type Caller, type Register } from '@doit/contracts';
import { isTerritory, unitsHeldBy } from '@doit/reference';
import { isCountryWide, todayInVietNam } from './demands';
import { isGroup, membersThroughTime } from './groups';

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

/**
 * The territories in whose names the entries stand that are asked for: of a merged unit those of what went into it, too, of
 * a group those of its members; of the country all, or where a register has entries of the whole country, these.
 * @throws Problem territory.unknown, territory.not-yours
 */
export function territoriesAsked(
  { reads, isOfCountry }: Pick<Register, 'reads' | 'isOfCountry'>,
  asked: readonly string[] | undefined,
  caller: Caller,
): string[] | undefined {
  const held = asked?.flatMap((each) => {
    const holders =
      isOfCountry && isCountryWide(each)
        ? [each]
        : isGroup(each)
          ? membersThroughTime(each)
          : holdersAsked(each);
    // A group is nobody's own: who has all its members has it.
    const isTheirs = caller.covers(each) || (isGroup(each) && holders.every((one) => caller.covers(one)));
    if (reads === 'own' && !isTheirs) throw new Problem('territory.not-yours', { territory: each });
    return holders;
  });
  return held && [...new Set(held)];
}
