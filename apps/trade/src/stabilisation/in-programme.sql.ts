import type { Problem } from '@doit/contracts';
import { folded } from '@doit/registers';
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
    const found = await tx.query<(Programme & { named: number[] })[]>(programmesNamed, [
      named.map(({ territory }) => territory),
      named.map(({ programmeCode }) => programmeCode),
    ]);
    return entries.map((entry) => {
      const nth = named.indexOf(entry) + 1;
      const meant = found.filter((each) => each.named.includes(nth));
      // Codes may differ by their case alone: then the one is meant that is written alike.
      const programme =
        meant.find(({ code }) => code === entry.programmeCode) ??
        meant.find(({ state }) => state !== 'withdrawn' && state !== 'cancelled') ??
        meant[0];
      return refusalIn(programme, namingOf(entry), before && namingOf(before));
    });
  };

const namedHere = `(select n.nth from unnest($1::text[], $2::text[]) with ordinality as n(territory, code, nth)
  where n.territory = p.territory and ${folded('n.code')} = ${folded('p.code')}) as named_here`;

// In one order, so that two who name the same programmes do not wait for each other in a circle.
const programmesNamed = `
  select code, state, starts_on::text as "startsOn", ends_on::text as "endsOn",
         (select array_agg(nth::int) from ${namedHere}) as named
    from stabilisation_programme p
   where territory = any($1) and exists (select from ${namedHere})
   order by id for share`;
