import type { Client } from 'pg';
import { DataSource } from 'typeorm';
import { noted, TestDatabase } from '../test-servers';
import { eventTablesV1, eventTablesV2, EventRow, RelayRow } from './event-tables';
import { tell, tellMany } from './tell';

const database = new TestDatabase();
let client: Client;

beforeAll(async () => {
  await database.create();
  const role = database.role('industry');
  await database.asOwner('industry', [...eventTablesV1(role), ...eventTablesV2(role)]);
  client = await database.client('industry');
});
afterAll(async () => {
  await client.end();
  await database.drop();
});
beforeEach(async () => {
  await database.asOwner('industry', ['truncate event']);
});

const one = { aggregate: 'one', actor: 'officer', payload: { n: 1, writer: 1 } };

test('an event is told if and only if its transaction commits', async () => {
  await client.query('begin');
  await tell(client, noted, one);
  await client.query('rollback');
  await client.query('begin');
  await tell(client, noted, { ...one, payload: { n: 2, writer: 1 } });
  await client.query('commit');
  const { rows } = await client.query('select type, aggregate, actor, payload, position from event');
  expect(rows).toEqual([
    { type: noted.type, aggregate: 'one', actor: 'officer', payload: { n: 2, writer: 1 }, position: null },
  ]);
});

test('a payload given as text is kept as it is, to the last blank', async () => {
  const text = '{ "n": 1.0, "writer": 1,\n "said": "\\"\\u0111ất\\" \\\\ đất" }';
  await tell(client, noted, { ...one, payload: text });
  await tellMany(client, noted, [{ ...one, payload: text }]);
  const { rows } = await client.query<{ text: string; bytes: number }>(
    'select payload::text as text, bytes from event',
  );
  expect(rows).toEqual([
    { text, bytes: Buffer.byteLength(text) },
    { text, bytes: Buffer.byteLength(text) },
  ]);
});

test('many are told in the order given', async () => {
  await tellMany(
    client,
    noted,
    Array.from({ length: 1000 }, (_, n) => ({ ...one, payload: { n, writer: 1 } })),
  );
  await tellMany(client, noted, []);
  const { rows } = await client.query<{ n: number }>(
    `select (payload->>'n')::int as n from event order by seq`,
  );
  expect(rows.map(({ n }) => n)).toEqual(Array.from({ length: 1000 }, (_, n) => n));
});

test('a payload over 256 KiB is refused, one of 256 KiB is not', async () => {
  const writing = (length: number): string => JSON.stringify('x'.repeat(length - 2));
  await tell(client, noted, { ...one, payload: writing(262_144) });
  await expect(tell(client, noted, { ...one, payload: writing(262_145) })).rejects.toThrow(RangeError);
});

test.each([['a line\nmore'], ['Nghệ An'], [' blank'], [''], ['x'.repeat(256)]])(
  'an aggregate or actor that could not travel in a header is refused: %j',
  async (name) => {
    await expect(tell(client, noted, { ...one, aggregate: name })).rejects.toThrow('event_aggregate_check');
    await expect(tell(client, noted, { ...one, actor: name })).rejects.toThrow('event_actor_check');
  },
);

test.each([
  ['update event set payload = null'],
  ['update event set occurred_at = now()'],
  ['delete from event'],
  ['truncate event'],
  ['insert into relay default values'],
  ['delete from relay'],
  ['drop trigger event_told on event'],
])('the runtime role may not rewrite the audit trail: %s', async (statement) => {
  await expect(client.query(statement)).rejects.toThrow(/permission denied|must be owner/);
});

test('telling wakes whoever listens, once for a transaction, and works on a TypeORM manager', async () => {
  const listening = await database.client('industry');
  let rings = 0;
  listening.on('notification', ({ channel }) => (rings += channel === 'industry_event' ? 1 : 100));
  await listening.query('listen industry_event');
  const source = await new DataSource({
    type: 'postgres',
    ...typeorm(),
    entities: [EventRow, RelayRow],
  }).initialize();
  await source.transaction(async (manager) => {
    await tell(manager, noted, one);
    await tellMany(manager, noted, [one, one]);
  });
  expect(await source.getRepository(EventRow).count()).toBe(3);
  await listening.query('select 1');
  expect(rings).toBe(1);
  await source.destroy();
  await listening.end();
});

test('the entities describe exactly what the migration makes', async () => {
  const source = await new DataSource({
    type: 'postgres',
    ...typeorm(),
    entities: [EventRow, RelayRow],
  }).initialize();
  const { upQueries } = await source.driver.createSchemaBuilder().log();
  expect(upQueries.map(({ query }) => query)).toEqual([]);
  await source.destroy();
});

function typeorm() {
  const { connectionString, options } = database.connection('industry');
  return { url: connectionString, schema: 'industry', extra: { options } };
}
