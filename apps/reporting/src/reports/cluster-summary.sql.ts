import { lastDay, piecesOf } from '@doit/reference';
import { query } from '@doit/runtime';
import type { DataSource } from 'typeorm';
import type { Place } from '../comparisons/asked';
import type { Kept } from '../places/answers';
import { keptOf } from '../places/places.sql';

/** The register of clusters as of a day. */
export interface Register {
  /** The contract's ClusterSummary as JSON. */
  readonly summary: string;
  readonly established: number;
  /** When one of its entries last changed. */
  readonly changedAt: string | null;
}

/**
 * The register of a place as of the last day of the period; null where it is asked what was known on a day, since of
 * clusters only what is known now is kept here.
 */
export async function readRegister(source: DataSource, place: Place): Promise<Register | null> {
  if (place.asOf !== undefined) return null;
  const [row] = await query<Register>(source, clusterSummary, valuesOf(place));
  if (!row) throw new Error('an aggregate has a row');
  return row;
}

/** The register beside what is kept of the place, in one statement: all that a report is made of. */
export async function readRegisterAndKept(source: DataSource, place: Place): Promise<Register & Kept> {
  const values = [...valuesOf(place), place.territory, place.period.key];
  const [row] = await query<Register & Kept>(source, registerAndKept, values);
  if (!row) throw new Error('an aggregate has a row');
  return row;
}

/** A cluster stays in the name of the unit that it was entered for: on another map it is that of all who held the land. */
function valuesOf({ territory, period, on }: Place): unknown[] {
  const holders = on === undefined ? [] : piecesOf(territory, on).map((piece) => piece.territory);
  return [[territory, ...holders], lastDay(period)];
}

// A cluster without a date may have been there already; one established later was not.
const register = `
  with registered as (
    select c.*, c.state not in ('planned', 'proposed') as is_established
      from cluster c
     where c.territory = any($1::text[]) and c.state not in ('withdrawn', 'revoked') and (c.established_on is null or c.established_on <= $2::date)
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
  )::text as summary, (count(*) filter (where is_established))::int as established,
    to_char(max(changed_at) at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "changedAt"
  from registered`;

const clusterSummary = { name: 'cluster-summary', text: register };

const registerAndKept = {
  name: 'report',
  text: `select * from (${register}) register left join ${keptOf('$3', '$4')} kept on true`,
};
