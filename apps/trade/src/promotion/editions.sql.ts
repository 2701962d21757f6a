import {
  Problem,
  type Entry,
  type RegionalConferenceFields,
  type regionalConferences,
} from '@doit/contracts';
import type { RulesOf } from '@doit/registers';
import type { EntityManager } from 'typeorm';

type Conference = Entry<RegionalConferenceFields, (typeof regionalConferences)['states'][number]>;
type Refusals = NonNullable<RulesOf<typeof regionalConferences>['refusals']>;

/**
 * Why conferences cannot stand beside those of other territories: a group holds an edition once. Within a territory an
 * index says so. Who enters one holds the editions until the transaction ends.
 */
export const beside: Refusals = async (tx: EntityManager, conferences, before) => {
  const asked = conferences.filter((each) => isNew(each, before));
  if (asked.length === 0) return [];
  await tx.query(
    `select pg_advisory_xact_lock(hashtextextended(current_schema() || '.regional_conference', 0))`,
  );
  const others = await tx.query<{ id: string; code: string }[]>(standing, [asked.map(({ id }) => id)]);
  const taken = new Map(others.map(({ id, code }) => [id, code]));
  return conferences.map(({ id }) => {
    const other = taken.get(id);
    if (other === undefined) return null;
    const [code, params] = ['regional-conference.entered-already', { code: other }] as const;
    return new Problem(code, params, [{ pointer: '/edition', code, params }]);
  });
};

/** What stood there before is not asked about again. */
function isNew(now: Conference, before: Conference | null): boolean {
  if (now.state === 'withdrawn') return false;
  if (before === null || before.state === 'withdrawn') return true;
  return before.edition !== now.edition || before.unitGroup !== now.unitGroup;
}

const standing = `
  select distinct on (asked.id) asked.id, other.code
    from regional_conference asked
    join regional_conference other
      on other.unit_group = asked.unit_group and other.edition = asked.edition and other.territory <> asked.territory
   where asked.id = any($1::uuid[]) and other.state <> 'withdrawn'
   order by asked.id, other.recorded_at, other.id`;
