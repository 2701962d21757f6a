import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import { heard, note, Scene, upTo } from '../test-scene';
import { hear } from '../test-hear';
import { eventually, noted, quiet } from '../test-servers';
import { tellMany } from '../telling/tell';
import type { Apply } from './batch';
import type { Listener } from './listener';
import { rebuild } from './rebuild';

const scene = new Scene();
let industry: Client;
let reporting: Client;

beforeAll(async () => {
  await scene.begin();
  industry = await scene.client('industry');
  reporting = await scene.client('reporting');
});
afterAll(() => scene.end());
beforeEach(async () => {
  await scene.teller();
});
afterEach(async () => {
  await scene.stopAll();
  await scene.forgetEverything();
});

const at = (listener: Listener, position: number): Promise<void> =>
  eventually(() => listener.status().position === position);
const positions = async (): Promise<number[]> => (await heard(reporting)).map(({ position }) => position);
const tellNotes = (count: number): Promise<void> =>
  tellMany(
    industry,
    noted,
    upTo(count).map((n) => ({ aggregate: `a${n % 7}`, actor: 'officer', payload: { n, writer: 0 } })),
  );
async function rebuildNotes(apply: Apply = hear, tables = ['heard']): Promise<void> {
  await rebuild({
    listener: 'reporting',
    sources: [scene.source(apply)],
    tables,
    namespace: scene.namespace,
    connection: scene.database.connection('reporting', true),
    nats: await scene.nats('reporting'),
    log: quiet,
  });
}
/** Everything that has a name or a right in the schema. */
async function furniture(): Promise<unknown[]> {
  const { rows } = await reporting.query<Record<string, unknown>>(
    `select relname as name, relkind::text as kind, relacl::text as rights from pg_class
     where relnamespace = 'reporting'::regnamespace
     union all
     select conname, pg_get_constraintdef(oid), null from pg_constraint
     where connamespace = 'reporting'::regnamespace
     union all
     select indexname, indexdef, null from pg_indexes where schemaname = 'reporting'
     order by 1, 2`,
  );
  return rows;
}

test('a projection is built anew while the old one answers, and events go on', async () => {
  const listener = await scene.listener();
  await tellNotes(1200);
  await at(listener, 1200);
  await scene.database.asOwner('reporting', ['delete from heard where position % 3 = 0']);
  const before = await furniture();

  let done = false;
  const reader = await scene.client('reporting');
  const counts: number[] = [];
  const reading = (async () => {
    while (!done) {
      const { rows } = await reader.query<{ n: number }>({
        name: 'n',
        text: 'select count(*)::int as n from heard',
      });
      counts.push(rows[0]?.n ?? -1);
      await sleep(1);
    }
  })();
  const writing = (async () => {
    for (const n of upTo(150)) await note(industry, n, `a${n % 7}`);
  })();
  await rebuildNotes(async (tx, events) => {
    await sleep(50);
    await hear(tx, events);
  });
  await writing;
  await at(listener, 1350);
  done = true;
  await reading;

  expect(await positions()).toEqual(upTo(1350));
  expect(Math.min(...counts)).toBe(800);
  expect(await furniture()).toEqual(before);
  const { rows } = await reporting.query(`select from pg_namespace where nspname = 'reporting_shadow'`);
  expect(rows).toEqual([]);
});

test('after a new epoch the rebuilt projection goes on by itself', async () => {
  const listener = await scene.listener();
  await tellNotes(10);
  await at(listener, 10);
  await scene.database.asOwner('industry', [
    'delete from event where position > 4',
    'update relay set epoch = gen_random_uuid(), head = 4, sent = 4',
  ]);
  await eventually(() => listener.status().epochMismatch !== null);
  expect(await positions()).toEqual(upTo(10));
  await rebuildNotes();
  expect(await positions()).toEqual(upTo(4));
  await note(industry, 1);
  await at(listener, 5);
  expect(listener.status()).toMatchObject({ active: true, epochMismatch: null });
  expect(await positions()).toEqual(upTo(5));
});

test('parked events are applied where the cure holds, and parked anew where not', async () => {
  const failing =
    (ill: number[]): Apply =>
    async (tx, events) => {
      await hear(tx, events);
      const numbers = events.map((event) => (JSON.parse(event.payload) as { n: number }).n);
      if (numbers.some((n) => ill.includes(n))) throw new Error('not this one');
    };
  const listener = await scene.listener(failing([2, 3]));
  await tellNotes(20);
  await at(listener, 20);
  expect(listener.status().parked).toBe(6); // 2, 9, 16 and 3, 10, 17
  await scene.stopAll();
  await scene.teller();
  await rebuildNotes(failing([3]));
  const { rows } = await reporting.query<{ position: number }>(
    'select position::int from parked_event order by position',
  );
  expect(rows.map(({ position }) => position)).toEqual([3, 10, 17]);
  expect(await positions()).toEqual(upTo(20).filter((n) => ![3, 10, 17].includes(n)));
});

test('an apply that writes beside the named tables is refused, and everything stays as it was', async () => {
  const listener = await scene.listener();
  await tellNotes(10);
  await at(listener, 10);
  const before = await furniture();
  await scene.database.asOwner('reporting', ['create table aside (n int)']);
  const straying: Apply = async (tx, events) => {
    await hear(tx, events);
    await tx.query('insert into aside values (1)');
  };
  await expect(rebuildNotes(straying)).rejects.toThrow('writes to aside');
  const { rowCount } = await (await scene.client('reporting', true)).query('select from aside');
  expect(rowCount).toBe(0);
  await scene.database.asOwner('reporting', ['drop table aside']);
  expect(await furniture()).toEqual(before);
  expect(await positions()).toEqual(upTo(10));
});

test('of two rebuilds at once the second is refused, and takes nothing from the first', async () => {
  const listener = await scene.listener();
  await tellNotes(10);
  await at(listener, 10);
  let refused: () => void = () => undefined;
  const second = new Promise<void>((resolve) => (refused = resolve));
  let reached: () => void = () => undefined;
  const underWay = new Promise<void>((resolve) => (reached = resolve));
  const first = rebuildNotes(async (tx, events) => {
    reached();
    await second;
    await hear(tx, events);
  });
  await underWay;
  await expect(rebuildNotes()).rejects.toThrow('another rebuild');
  refused();
  await first;
  expect(await positions()).toEqual(upTo(10));
});
