import Fastify from 'fastify';
import { Pool } from 'pg';

/*
 * The limit that our reads are measured against: bare Fastify + pg. Response schema, named prepared statements, a pool
 * of the same size, keep-alive, logger off, the same rows. No token, no validation, no Nest, no broker.
 */
const text = { type: 'string' } as const;
const maybe = { type: ['string', 'null'] } as const;
const cluster = {
  type: 'object',
  properties: {
    id: text,
    code: text,
    name: text,
    territory: text,
    commune: maybe,
    state: text,
    establishedOn: maybe,
    areaPlannedHa: maybe,
    areaEstablishedHa: maybe,
    areaDetailedPlanHa: maybe,
    industrialHa: maybe,
    leasedHa: maybe,
    investor: maybe,
    version: { type: 'integer' },
    recordedAt: text,
    changedAt: text,
  },
} as const;
const page = {
  type: 'object',
  properties: { items: { type: 'array', items: cluster }, next: maybe },
} as const;

const columns = `id, code, name, territory, commune, state, established_on::text as "establishedOn",
  area_planned_ha as "areaPlannedHa", area_established_ha as "areaEstablishedHa",
  area_detailed_plan_ha as "areaDetailedPlanHa", industrial_ha as "industrialHa", leased_ha as "leasedHa", investor,
  version, recorded_at as "recordedAt", changed_at as "changedAt"`;

const pool = new Pool({ connectionString: process.argv[2], max: 10 });
const app = Fastify({ logger: false, keepAliveTimeout: 60_000 });

app.get<{ Params: { id: string } }>(
  '/one/:id',
  { schema: { response: { 200: cluster } } },
  async ({ params }) => {
    const values = [params.id];
    const found = await pool.query({
      name: 'one',
      text: `select ${columns} from cluster where id = $1`,
      values,
    });
    return found.rows[0] as object;
  },
);

app.get('/list', { schema: { response: { 200: page } } }, async () => {
  const values = ['nghe-an', 50];
  const order = 'select * from cluster where territory = $1 order by code, id limit $2';
  const found = await pool.query<{ id: string; code: string }>({
    name: 'list',
    text: `select ${columns} from (${order}) c`,
    values,
  });
  const last = found.rows.at(-1);
  return { items: found.rows, next: last ? JSON.stringify([last.code, last.id]) : null };
});

void app.listen({ port: Number(process.argv[3]), host: '127.0.0.1' }).then(() => process.send?.('ready'));
