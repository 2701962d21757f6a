import { Problem, type ListClusters } from '@doit/contracts';
import { foldAccents } from '@doit/reference';
import type { Statement } from '@doit/runtime';

const instant = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** The contract's Cluster, built by PostgreSQL from the row `c`: it crosses the house as text. */
const clusterJson = `json_build_object(
  'id', c.id, 'code', c.code, 'name', c.name, 'territory', c.territory, 'commune', c.commune, 'state', c.state,
  'establishedOn', c.established_on, 'areaPlannedHa', c.area_planned_ha::text,
  'areaEstablishedHa', c.area_established_ha::text, 'areaDetailedPlanHa', c.area_detailed_plan_ha::text,
  'industrialHa', c.industrial_ha::text, 'leasedHa', c.leased_ha::text, 'investor', c.investor, 'version', c.version,
  'recordedAt', ${instant('c.recorded_at')}, 'changedAt', ${instant('c.changed_at')})`;

export const getCluster: Statement = {
  name: 'cluster-get',
  text: `select c.version, ${clusterJson}::text as body from cluster c where c.id = $1`,
};

export const clusterHistory: Statement = {
  name: 'cluster-history',
  text: `select json_build_object('items', json_agg(json_build_object(
      'type', e.type, 'occurredAt', e.occurred_at, 'actor', e.actor, 'payload', e.payload) order by e.seq))::text as body
    from event e where e.aggregate = $1`,
};

const orders = {
  code: { key: 'c.code', type: 'text', direction: 'asc', beyond: '>' },
  '-changedAt': { key: 'c.changed_at', type: 'timestamptz', direction: 'desc', beyond: '<' },
} as const;

/** One page: a keyset over the order's column and the id. */
export function listClusters(asked: ListClusters): { statement: Statement; values: unknown[] } {
  const { sort = 'code', limit = 100 } = asked;
  const { key, type, direction, beyond } = orders[sort];
  const [last, id] = asked.after === undefined ? [null, null] : readCursor(asked.after, sort);
  const words = asked.q === undefined ? null : `%${foldAccents(asked.q).replace(/[\\%_]/g, '\\$&')}%`;
  const order = `${key} ${direction}, c.id ${direction}`;
  const text = `
    with found as (
      select c.* from cluster c
       where ($1::text[] is null or c.territory = any($1))
         and ($2::text[] is null or c.state = any($2))
         and ($3::text is null or c.words like $3)
         and ($5::uuid is null or (${key}, c.id) ${beyond} ($4::${type}, $5::uuid))
       order by ${order} limit $6::int + 1
    ), page as (select * from found c order by ${order} limit $6)
    select json_build_object(
      'items', coalesce((select json_agg(${clusterJson} order by ${order}) from page c), '[]'),
      'next', case when (select count(*) from found) > $6::int then
        (select json_build_array(${key}::text, c.id)::text from page c
          order by ${key} ${direction === 'asc' ? 'desc' : 'asc'}, c.id ${direction === 'asc' ? 'desc' : 'asc'} limit 1) end
    )::text as body`;
  return {
    statement: { name: `cluster-list-${sort}`, text },
    values: [asked.territory ?? null, asked.state ?? null, words, last, id, limit],
  };
}

function readCursor(after: string, sort: keyof typeof orders): [string, string] {
  try {
    const [last, id] = JSON.parse(after) as unknown[];
    const isTime = sort === 'code' || !Number.isNaN(Date.parse(String(last)));
    if (typeof last === 'string' && isTime && typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id))
      return [last, id];
  } catch {
    // said below
  }
  throw new Problem('list.unreadable-cursor');
}
