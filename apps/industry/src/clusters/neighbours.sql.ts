import type { Cluster, ClusterStep } from '@doit/contracts';
import type { EntityManager } from 'typeorm';
import type { Neighbours } from './cluster-rules';

const none = { count: 0, unknown: 0, industrialHa: '0', leasedHa: '0' };

/**
 * The established clusters of the same former district, apart from the one that is to be established. Until the transaction
 * ends no other of that district is: two at once would not see each other.
 */
export async function neighboursOf(
  tx: EntityManager,
  { id, territory, oldDistrict }: Cluster,
  step: ClusterStep,
): Promise<Neighbours> {
  if (step !== 'establish' || oldDistrict === null) return none;
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('cluster ' || $1 || ' ' || $2, 0))`, [
    territory,
    oldDistrict,
  ]);
  const [found] = await tx.query<Neighbours[]>(
    `select count(*)::int as count,
            count(*) filter (where industrial_ha is null or leased_ha is null)::int as unknown,
            coalesce(sum(industrial_ha) filter (where leased_ha is not null), 0)::text as "industrialHa",
            coalesce(sum(leased_ha) filter (where industrial_ha is not null), 0)::text as "leasedHa"
       from cluster where territory = $1 and old_district = $2 and id <> $3
        and state not in ('planned', 'proposed', 'withdrawn', 'revoked')`,
    [territory, oldDistrict, id],
  );
  return found ?? none;
}
