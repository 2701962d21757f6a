import type { Cluster } from '@doit/contracts';
import type { EntityManager } from 'typeorm';
import type { Neighbours } from './cluster-rules';

/** The established clusters of the same former district, apart from the one that is asked for. */
export async function neighboursOf(
  tx: EntityManager,
  { id, territory, oldDistrict }: Cluster,
): Promise<Neighbours> {
  const [found] = await tx.query<Neighbours[]>(
    `select count(*)::int as count, coalesce(sum(industrial_ha), 0)::text as "industrialHa",
            coalesce(sum(leased_ha), 0)::text as "leasedHa"
       from cluster where territory = $1 and old_district = $2 and id <> $3
        and state not in ('planned', 'proposed', 'withdrawn', 'revoked')`,
    [territory, oldDistrict, id],
  );
  return found ?? { count: 0, industrialHa: '0', leasedHa: '0' };
}
