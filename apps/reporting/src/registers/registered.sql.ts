import { registersOf, type Register, type Service } from '@doit/contracts';
import { indicatorsTallied, successorsOf } from '@doit/reference';
import type { Apply, ToldEvent } from '@doit/events';
import { markRegisterPlaces } from '../places/places.sql';
import { applyDeclarationsOf, type ToldOf } from './declared.sql';

/** Where an event carries an entry: of which register, and under which name; null: the payload is the entry. */
interface Carries {
  readonly register: string;
  readonly part: string | null;
}

/** Keeps the entries of a service's registers, and which of these are declared complete, as it is told. */
export function applyRegistersOf(teller: Service): Apply {
  const carries = new Map<string, Carries>(registersOf[teller].flatMap(typesOf));
  const applyDeclarations = applyDeclarationsOf(teller);
  return async (tx, events) => {
    const told = events.flatMap((event) => {
      const found = carries.get(event.type);
      return found ? [{ ...event, ...found }] : [];
    });
    const entered =
      told.length > 0 ? await tx.query<ToldOf>(upsertRegistered, columnsOf(told)) : { rows: [] };
    const rows = [...entered.rows, ...(await applyDeclarations(tx, events))];
    for (const register of new Set(rows.map((row) => row.register))) {
      const indicators = indicatorsTallied(register);
      if (indicators.length === 0) continue;
      const territories = rows.filter((row) => row.register === register).map((row) => row.territory);
      await tx.query(markRegisterPlaces, [[...holders(territories)], indicators]);
    }
  };
}

function typesOf({ noun, part, created, changed }: Register): [string, Carries][] {
  return [
    [created.type, { register: noun, part: null }],
    [changed.type, { register: noun, part }],
  ];
}

/** Unparsed: PostgreSQL reads the payloads once, in one statement. */
function columnsOf(told: readonly (ToldEvent & Carries)[]): unknown[] {
  return [
    told.map(({ position }) => position),
    told.map(({ payload }) => payload),
    told.map(({ register }) => register),
    told.map(({ part }) => part),
  ];
}

/** Units, and those that their land went to: there its entries count too. */
function holders(units: readonly string[]): Set<string> {
  const found = new Set(units);
  for (const unit of found) for (const { id } of successorsOf(unit)) found.add(id);
  return found;
}

// An entry told twice in one batch would meet the conflict twice: only its last state counts. An older one never comes
// after it, but may come again.
const upsertRegistered = {
  name: 'registered-upsert',
  text: `
  insert into registered (register, id, territory, state, version, body, changed_at)
  select distinct on (e.register, r.id) e.register, r.id, r.territory, r.state, r.version, entry.body, r."changedAt"
    from unnest($1::bigint[], $2::jsonb[], $3::text[], $4::text[]) as e(position, payload, register, part)
   cross join lateral (select coalesce(e.payload -> e.part, e.payload) as body) as entry
   cross join lateral jsonb_to_record(entry.body) as r(id uuid, territory text, state text, version integer,
      "changedAt" timestamptz)
   order by e.register, r.id, e.position desc
  on conflict (register, id) do update set territory = excluded.territory, state = excluded.state,
      version = excluded.version, body = excluded.body, changed_at = excluded.changed_at
   where registered.version <= excluded.version
  returning register, territory`,
};
