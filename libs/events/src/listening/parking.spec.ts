import type { Client } from 'pg';
import { heard, note, Scene, upTo } from '../test-scene';
import { hear } from '../test-hear';
import { eventually, noted } from '../test-servers';
import { tellMany } from '../telling/tell';
import type { Apply } from './batch';
import { drain } from './drain';
import type { Listener } from './listener';

const scene = new Scene();
let industry: Client;
let reporting: Client;

beforeAll(async () => {
  await scene.begin();
  industry = await scene.client('industry');
  reporting = await scene.client('reporting');
});
afterAll(() => scene.end());
afterEach(async () => {
  await scene.stopAll();
  await scene.forgetEverything();
});

const positions = async (): Promise<number[]> => (await heard(reporting)).map(({ position }) => position);
const at = (listener: Listener, position: number): Promise<void> =>
  eventually(() => listener.status().position === position);
const tellNotes = (count: number): Promise<void> =>
  tellMany(
    industry,
    noted,
    upTo(count).map((n) => ({ aggregate: `a${n % 7}`, actor: 'officer', payload: { n, writer: 0 } })),
  );

/** Fails at the given numbers until it is cured. */
class Ailing {
  readonly ill = new Set<number>();
  attempts = 0;
  constructor(private readonly failing: (tx: Parameters<Apply>[0]) => Promise<void>) {}
  readonly apply: Apply = async (tx, events) => {
    this.attempts += 1;
    await hear(tx, events);
    if (events.some((event) => this.ill.has((JSON.parse(event.payload) as { n: number }).n)))
      await this.failing(tx);
  };
}

test('a poisonous event parks itself and its followers, the others pass; cured, they are drained in order', async () => {
  const ailing = new Ailing(() => Promise.reject(new TypeError('cannot read that')));
  ailing.ill.add(10).add(100);
  await scene.teller();
  const listener = await scene.listener(ailing.apply);
  await tellNotes(150); // aggregates a0 … a6: 10 poisons a3, 100 poisons a2
  await at(listener, 150);
  await note(industry, 3, 'a3');
  await at(listener, 151);
  const all = [...upTo(150).map((n) => ({ n, a: n % 7 })), { n: 3, a: 3 }];
  const behind = all.filter(({ a }, i) => (a === 3 && i >= 9) || (a === 2 && i >= 99));
  const passed = (await heard(reporting)).map(({ position }) => position);
  expect(passed).toEqual(all.flatMap((one, i) => (behind.includes(one) ? [] : [i + 1])));
  expect(listener.status()).toMatchObject({ position: 151, lag: 0, parked: behind.length });

  ailing.ill.delete(100);
  const poisoned = behind.filter(({ a }) => a === 3).length;
  expect(await drain(reporting, scene.source(ailing.apply))).toEqual({
    applied: behind.length - poisoned,
    remaining: poisoned,
  });
  ailing.ill.clear();
  expect(await drain(reporting, scene.source(ailing.apply))).toEqual({ applied: poisoned, remaining: 0 });
  for (const aggregate of ['a2', 'a3']) {
    const order = (await heard(reporting))
      .filter((one) => one.aggregate === aggregate)
      .map(({ position }) => position);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  }
  expect((await positions()).toSorted((a, b) => a - b)).toEqual(upTo(151));
  await note(industry, 4, 'a3');
  await at(listener, 152);
  expect((await positions()).at(-1)).toBe(152);
});

test('a constraint that speaks only at the commit parks the event that broke it', async () => {
  await scene.database.asOwner('reporting', [
    `create table once (n int constraint once_n_key unique deferrable initially deferred)`,
    `grant insert, select on once to ${scene.database.role('reporting')}`,
  ]);
  await scene.teller();
  const listener = await scene.listener(async (tx, events) => {
    for (const event of events) {
      const { n } = JSON.parse(event.payload) as { n: number };
      await tx.query('insert into once values ($1)', [n % 10]);
    }
  });
  await tellNotes(11);
  await at(listener, 11);
  const { rows } = await reporting.query('select position::int, aggregate from parked_event');
  expect(rows).toEqual([{ position: 11, aggregate: 'a4' }]);
});

test('an apply that swallows a database error loses nothing: the event is parked', async () => {
  await scene.teller();
  const listener = await scene.listener(async (tx, events) => {
    await hear(tx, events);
    if (events.some(({ aggregate }) => aggregate === 'a3'))
      await tx.query('select 1 / 0').catch(() => undefined);
  });
  await tellNotes(5);
  await at(listener, 5);
  const { rows } = await reporting.query('select position::int from parked_event');
  expect(rows).toEqual([{ position: 3 }]);
  expect(await positions()).toEqual([1, 2, 4, 5]);
});

test.each(['40001', '40P01', '53200', '57014', '08006', '42P01', '42703', '42501', '42883'])(
  'SQLSTATE %s is tried again and parks nothing',
  async (state) => {
    const ailing = new Ailing(async (tx) => {
      await tx.query(`do $$ begin raise exception 'later' using errcode = '${state}'; end $$`);
    });
    ailing.ill.add(5);
    await scene.teller();
    const listener = await scene.listener(ailing.apply);
    await tellNotes(9);
    await eventually(() => ailing.attempts >= 3);
    expect(listener.status().parked).toBe(0);
    ailing.ill.clear();
    await at(listener, 9);
    expect(await positions()).toEqual(upTo(9));
    const { rowCount } = await reporting.query('select from parked_event');
    expect(rowCount).toBe(0);
  },
);
