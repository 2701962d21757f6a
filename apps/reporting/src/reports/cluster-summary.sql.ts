import type { ClusterSummary } from '@doit/contracts';
import { lastDay } from '@doit/reference';
import { query } from '@doit/runtime';
import type { DataSource } from 'typeorm';
import type { Place } from '../comparisons/asked';

/** The register of clusters as of the last day of the period. */
export async function readClusterSummary(
  source: DataSource,
  { territory, period }: Place,
): Promise<ClusterSummary> {
  const [row] = await query<{ summary: ClusterSummary }>(source, clusterSummary, [
    territory,
    lastDay(period),
  ]);
  return row?.summary ?? { count: 0, established: 0, areaEstablishedHa: null, items: [] };
}

// A cluster without a date may have been there already; one established later was not.
const clusterSummary = {
  name: 'cluster-summary',
  text: `
  with registered as (
    select c.*, c.state not in ('planned', 'proposed') as is_established
      from cluster c
     where c.territory = $1 and c.state <> 'withdrawn' and (c.established_on is null or c.established_on <= $2::date)
  )
  select json_build_object(
    'count', count(*),
    'established', count(*) filter (where is_established),
    'areaEstablishedHa', (sum(area_established_ha) filter (where is_established))::text,
    'items', (select coalesce(json_agg(json_build_object(
        'id', c.id, 'code', c.code, 'name', c.name, 'territory', c.territory, 'commune', c.commune, 'state', c.state,
        'establishedOn', c.established_on, 'areaPlannedHa', c.area_planned_ha::text,
        'areaEstablishedHa', c.area_established_ha::text, 'areaDetailedPlanHa', c.area_detailed_plan_ha::text,
        'industrialHa', c.industrial_ha::text, 'leasedHa', c.leased_ha::text, 'investor', c.investor,
        'version', c.version, 'recordedAt', c.recorded_at, 'changedAt', c.changed_at) order by c.code, c.id), '[]')
      from (select * from registered order by code, id limit 500) c)
  ) as summary from registered`,
};
