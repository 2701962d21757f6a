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

const ha = (field: string): string => `(r.body ->> '${field}')::numeric(18, 2)`;
const itemOf = [
  ...['id', 'code', 'name', 'territory', 'commune', 'state', 'establishedOn', 'investor'],
  ...['version', 'recordedAt', 'changedAt'],
]
  .map((field) => `'${field}', r.body -> '${field}'`)
  .concat(
    ['areaPlannedHa', 'areaEstablishedHa', 'areaDetailedPlanHa', 'industrialHa', 'leasedHa'].map(
      (field) => `'${field}', ${ha(field)}::text`,
    ),
  )
  .join(', ');

// A cluster without a date may have been there already; one established later was not.
const register = `
  with clusters as (
    select r.*, r.body ->> 'code' as code, r.state not in ('planned', 'proposed') as is_established
      from registered r
     where r.register = 'cluster' and r.territory = any($1::text[]) and r.state not in ('withdrawn', 'revoked')
       and coalesce((r.body ->> 'establishedOn')::date <= $2::date, true)
  )
  select json_build_object(
    'count', count(*),
    'established', count(*) filter (where is_established),
    'areaEstablishedHa', (sum(${ha('areaEstablishedHa')}) filter (where is_established))::text,
    'items', (select coalesce(json_agg(json_build_object(${itemOf}) order by r.code, r.id), '[]')
      from (select * from clusters order by code, id limit 500) r)
  )::text as summary,
    to_char(max(changed_at) at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "changedAt"
  from clusters r`;

const clusterSummary = { name: 'cluster-summary', text: register };

const registerAndKept = {
  name: 'report',
  text: `select * from (${register}) register left join ${keptOf('$3', '$4')} kept on true`,
};
