import type { Problem } from '@doit/contracts';
import type { EntityManager } from 'typeorm';
import { refusalIn, type Naming, type Programme } from './in-programme';

interface Placed {
  readonly territory: string;
  readonly programmeCode: string | null;
}

/**
 * Why entries cannot stand beside the programmes that they name, each in its own territory. The programmes are held until the
 * transaction ends, so that none ends or moves meanwhile.
 * @param namingOf what of an entry decides
 */
export const besideProgramme =
  <E extends Placed>(namingOf: (entry: E) => Naming) =>
  async (
    tx: EntityManager,
    entries: readonly E[],
    before: E | null,
  ): Promise<readonly (Problem | null)[]> => {
    const named = entries.filter(({ programmeCode }) => programmeCode !== null);
    if (named.length === 0) return [];
    const found = await tx.query<(Programme & { territory: string })[]>(programmesNamed, [
      named.map(({ territory }) => territory),
      named.map(({ programmeCode }) => programmeCode),
    ]);
    const keyOf = (territory: string, code: string | null): string => JSON.stringify([territory, code]);
    const of = new Map(found.map((each) => [keyOf(each.territory, each.code), each]));
    return entries.map((entry) => {
      const programme = of.get(keyOf(entry.territory, entry.programmeCode));
      return refusalIn(programme, namingOf(entry), before && namingOf(before));
    });
  };

// In one order, so that two who name the same programmes do not wait for each other in a circle.
const programmesNamed = `
  select territory, code, state, starts_on::text as "startsOn", ends_on::text as "endsOn"
    from stabilisation_programme p
   where exists (select from unnest($1::text[], $2::text[]) as n(territory, code)
                  where n.territory = p.territory and n.code = p.code)
   order by id for share`;
