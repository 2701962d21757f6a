import { completenessEvents, type Service } from '@doit/contracts';
import type { Apply } from '@doit/events';

/** A register of a territory of which something was told. */
export interface ToldOf {
  readonly register: string;
  readonly territory: string;
}

type Told = Parameters<Apply>[1];
type Tx = Parameters<Apply>[0];

/** Keeps which registers of a service are declared complete, as it is told; answers of which ones something was. */
export function applyDeclarationsOf(teller: Service): (tx: Tx, events: Told) => Promise<readonly ToldOf[]> {
  const { registerCompleted, registerReopened } = completenessEvents(teller);
  const types = [registerCompleted.type, registerReopened.type];
  return async (tx, events) => {
    const told = events.filter(({ type }) => types.includes(type));
    if (told.length === 0) return [];
    const { rows } = await tx.query<ToldOf>(upsertDeclared, [
      told.map(({ position }) => position),
      told.map(({ aggregate }) => aggregate),
      told.map(({ payload }) => payload),
      told.map(({ type }) => type === registerCompleted.type),
    ]);
    return rows;
  };
}

// Of several in one batch the last counts. One that comes again after what followed it changes nothing. The aggregate has
// the noun of the register, `register:power-plant:nghe-an`; the payload has its address.
const upsertDeclared = {
  name: 'registers-declared',
  text: `
  insert into register_declaration (register, territory, complete_on, position)
  select distinct on (e.aggregate) split_part(e.aggregate, ':', 2), e.payload ->> 'territory',
         case when e.is_complete then (e.payload ->> 'completeOn')::date end, e.position
    from unnest($1::bigint[], $2::text[], $3::jsonb[], $4::boolean[]) as e(position, aggregate, payload, is_complete)
   order by e.aggregate, e.position desc
  on conflict (register, territory) do update set complete_on = excluded.complete_on, position = excluded.position
   where register_declaration.position <= excluded.position
  returning register, territory`,
};
