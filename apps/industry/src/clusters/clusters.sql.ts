import { Problem, type ListClusters } from '@doit/contracts';
import { foldAccents } from '@doit/reference';
import type { Statement } from '@doit/runtime';

/** For several readers at once; a cluster's JSON lies ready in its row and crosses the house unread. */
export const getClusters: Statement = {
  name: 'clusters-get',
  text: `select asked.at, c.version, c.body from unnest($1::uuid[]) with ordinality as asked(id, at) join cluster c using (id)`,
};

export const clusterHistory: Statement = {
  name: 'cluster-history',
  text: `select json_build_object('items', json_agg(json_build_object(
      'type', e.type, 'occurredAt', e.occurred_at, 'actor', e.actor, 'payload', e.payload) order by e.seq))::text as body
    from event e where e.aggregate = $1`,
};

const orders = {
  code: { column: 'c.code', type: 'text', direction: 'asc', beyond: '>' },
  '-changedAt': {
    column: 'c.changed_at',
    type: 'timestamptz',
    direction: 'desc',
    beyond: '<',
  },
} as const;

/** A page's clusters as JSON, one after another, and where the list stands with the last of them. */
export interface ListedClusters {
  items: string | null;
  total: string;
  key: string | null;
  id: string | null;
}

/** A statement of only what is asked for, so that PostgreSQL plans just that; one row more than the limit tells whether more follow. */
export function listClusters(asked: ListClusters): {
  statement: Statement;
  values: unknown[];
  limit: number;
} {
  const { sort = 'code', limit = 100, territory, state, q } = asked;
  const { column, type, direction, beyond } = orders[sort];
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
  const text = `select string_agg(body, ',') filter (where place < $1) as items, count(*) as total,
      (array_agg(key))[$1 - 1] as key, (array_agg(id))[$1 - 1] as id
    from (select *, row_number() over () as place from (select c.body, ${column}::text as key, c.id from cluster c
      ${where} order by ${column} ${direction}, c.id ${direction} limit $1) ordered) page`;
  const shape = [
    sort,
    territory?.length === 1 ? 't' : territory && 'T',
    state && 's',
    q && 'q',
    asked.after && 'a',
  ];
  return { statement: { name: `cluster-list-${shape.filter(Boolean).join('-')}`, text }, values, limit };
}

/** What `listClusters` found, as the contract's ClusterPage. */
export function clusterPage({ items, total, key, id }: ListedClusters, limit: number): string {
  const next = Number(total) > limit ? JSON.stringify(JSON.stringify([key, id])) : 'null';
  return `{"items":[${items ?? ''}],"next":${next}}`;
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
