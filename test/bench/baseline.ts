import { clusters, fieldsOf, type Field } from '@doit/contracts';
import Fastify from 'fastify';
import { Pool } from 'pg';

/*
 * The limit that our reads are measured against: bare Fastify + pg. Response schema, named prepared statements, a pool
 * of the same size, keep-alive, logger off, the same rows. No token, no validation, no Nest, no broker.
 */
const maybe = { type: ['string', 'null'] } as const;
const own = fieldsOf(clusters.entry);
/** How the schema of a field is told to the serializer. */
function serialized({ schema, nullable, many }: Field): object {
  if (many !== undefined) return {};
  const { type = 'string' } = schema as { type?: string };
  return { type: nullable ? [type, 'null'] : type };
}
const cluster = {
  type: 'object',
  properties: Object.fromEntries([...own].map(([name, field]) => [name, serialized(field)])),
} as const;
const page = {
  type: 'object',
  properties: { items: { type: 'array', items: cluster }, next: maybe },
} as const;

const columns = [...own.values()]
  .map(({ name, schema }) => {
    const column = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    return `${column}${schema['format'] === 'date' ? '::text' : ''} as "${name}"`;
  })
  .join(', ');

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
