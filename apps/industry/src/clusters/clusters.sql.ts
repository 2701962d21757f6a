import { Problem, type ListClusters } from '@doit/contracts';
import { foldAccents } from '@doit/reference';
import type { Statement } from '@doit/runtime';

/** The fields of the contract's Cluster, by the contract's names: PostgreSQL makes the JSON, which crosses the house unread. */
const fields = `c.id, c.code, c.name, c.territory, c.commune, c.state, c.established_on as "establishedOn",
  c.area_planned_ha::text as "areaPlannedHa", c.area_established_ha::text as "areaEstablishedHa",
  c.area_detailed_plan_ha::text as "areaDetailedPlanHa", c.industrial_ha::text as "industrialHa",
  c.leased_ha::text as "leasedHa", c.investor, c.version, c.recorded_at as "recordedAt", c.changed_at as "changedAt"`;

export const getCluster: Statement = {
  name: 'cluster-get',
  text: `select version, row_to_json(r)::text as body from (select ${fields} from cluster c where c.id = $1) r`,
};

export const clusterHistory: Statement = {
  name: 'cluster-history',
  text: `select json_build_object('items', json_agg(json_build_object(
      'type', e.type, 'occurredAt', e.occurred_at, 'actor', e.actor, 'payload', e.payload) order by e.seq))::text as body
    from event e where e.aggregate = $1`,
};

const orders = {
  code: { column: 'c.code', key: 'code', type: 'text', direction: 'asc', beyond: '>' },
  '-changedAt': {
    column: 'c.changed_at',
    key: '"changedAt"',
    type: 'timestamptz',
    direction: 'desc',
    beyond: '<',
  },
} as const;

/** One row of a page: the cluster's JSON, and where the list stands with it. */
export interface ListedCluster {
  body: string;
  key: string;
  id: string;
}

/** A statement of only what is asked for, so that PostgreSQL plans just that; one row more than the limit tells whether more follow. */
export function listClusters(asked: ListClusters): {
  statement: Statement;
  values: unknown[];
  limit: number;
} {
  const { sort = 'code', limit = 100, territory, state, q } = asked;
  const { column, key, type, direction, beyond } = orders[sort];
  const values: unknown[] = [limit + 1];
  const asks: string[] = [];
  const value = (one: unknown): string => `$${values.push(one)}`;
  if (territory)
    asks.push(
      territory.length === 1
        ? `c.territory = ${value(territory[0])}`
        : `c.territory = any(${value(territory)})`,
    );
  if (state) asks.push(`c.state = any(${value(state)})`);
  if (q !== undefined) asks.push(`c.words like ${value(`%${foldAccents(q).replace(/[\\%_]/g, '\\$&')}%`)}`);
  if (asked.after !== undefined) {
    const [last, id] = readCursor(asked.after, sort);
    asks.push(`(${column}, c.id) ${beyond} (${value(last)}::${type}, ${value(id)}::uuid)`);
  }
  const where = asks.length > 0 ? `where ${asks.join(' and ')}` : '';
  const text = `select row_to_json(r)::text as body, ${key}::text as key, id from (select ${fields} from cluster c
    ${where} order by ${column} ${direction}, c.id ${direction} limit $1) r`;
  const shape = [
    sort,
    territory?.length === 1 ? 't' : territory && 'T',
    state && 's',
    q && 'q',
    asked.after && 'a',
  ];
  return { statement: { name: `cluster-list-${shape.filter(Boolean).join('-')}`, text }, values, limit };
}

/** The page of rows that `listClusters` found, as the contract's ClusterPage. */
export function clusterPage(found: readonly ListedCluster[], limit: number): string {
  const rows = found.slice(0, limit);
  const last = found.length > limit ? rows.at(-1) : undefined;
  const next = last ? JSON.stringify(JSON.stringify([last.key, last.id])) : 'null';
  return `{"items":[${rows.map(({ body }) => body).join(',')}],"next":${next}}`;
}

function readCursor(after: string, sort: keyof typeof orders): [string, string] {
  try {
    const [last, id] = JSON.parse(after) as unknown[];
    const instant = /^\d{4}-[01]\d-[0-3]\d \d{2}:\d{2}:\d{2}(\.\d{1,6})?\+00$/;
    const fits =
      typeof last === 'string' &&
      (sort === 'code'
        ? !/[\0\uD800-\uDFFF]/u.test(last)
        : instant.test(last) && !Number.isNaN(Date.parse(last)));
    if (fits && typeof id === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id))
      return [last, id];
  } catch {
    // said below
  }
  throw new Problem('list.unreadable-cursor');
}
