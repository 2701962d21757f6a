import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pool, type Client } from 'pg';
import { link, sealedColumns, selectSealed, type Sealed } from '../telling/chain';
import { tell } from '../telling/tell';
import { note, Scene, upTo } from '../test-scene';
import { eventually, noted, quiet } from '../test-servers';
import { headsFile, linesOf } from './heads';
import { Sealer } from './sealer';
import { verifyChain, type Verdict } from './verify';

const scene = new Scene();
const directory = mkdtempSync(join(tmpdir(), 'doit-heads-'));
const file = headsFile(directory, 'industry');
const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const key = pemOf(privateKey);
let owner: Client;
let runtime: Client;
let pool: Pool;

beforeAll(async () => {
  await scene.begin();
  [owner, runtime] = [await scene.client('industry', true), await scene.client('industry')];
  pool = new Pool(scene.database.connection('industry'));
});
afterAll(async () => {
  await pool.end();
  await scene.end();
  rmSync(directory, { recursive: true });
});
afterEach(async () => {
  await scene.stopAll();
  await scene.forgetEverything();
  rmSync(file, { force: true });
});

function pemOf(secret: KeyObject): string {
  return secret.export({ type: 'pkcs8', format: 'pem' }).toString();
}

const sealer = (isHolder = () => true): Sealer =>
  new Sealer({ service: 'industry', key, directory, pool, log: quiet, isHolder });

const verify = (now = new Date(), lines = linesOf(file)): Promise<Verdict> =>
  verifyChain({ service: 'industry', database: runtime, lines, keys: [publicKey], now });

const foundIn = ({ faults }: Verdict): [string, number | null][] =>
  faults.map(({ kind, position }) => [kind, position]);

/** Ten events with a head signed yesterday at five, as a service leaves them. */
async function tenEvents(): Promise<void> {
  const relay = await scene.teller();
  for (const n of upTo(5)) await note(runtime, n, `a${n % 2}`);
  await eventually(() => relay.status().head === 5);
  await sealer().sealIfDue(new Date(Date.now() - 86_400_000));
  for (const n of upTo(5)) await note(runtime, n + 5, `a${n % 2}`);
  await eventually(() => relay.status().head === 10);
  await scene.stopAll();
}

/** What the owner of the tables can do, too: a chain in which every row follows from the one before. */
async function recomputeFrom(position: number): Promise<void> {
  const { rows: all } = await owner.query<Sealed & { hash: Buffer }>(
    `select ${selectSealed(sealedColumns('event'))}, hash from event order by event.position`,
  );
  let hash: Buffer = Buffer.alloc(32);
  for (const row of all) {
    hash = Number(row.position) < position ? row.hash : link(hash, row);
    await owner.query('update event set hash = $1 where position = $2', [hash, row.position]);
  }
  await owner.query('update relay set head = $1, chained = $1, hash = $2', [all.length, hash]);
}

test('PostgreSQL and Node give every row the same hash, whatever stands in it', async () => {
  const relay = await scene.teller();
  const texts = ['{"n": 1.0,\n "said": "\\"đất\\" 𠀋"}', '"x"', JSON.stringify('"'.repeat(130_000)), '[]'];
  for (const payload of texts) await tell(runtime, noted, { aggregate: 'one', actor: 'officer', payload });
  await eventually(() => relay.status().sent === texts.length);
  await sealer().sealIfDue(new Date());
  expect(await verify()).toMatchObject({
    faults: [],
    events: 4,
    end: 4,
    waiting: 0,
    matched: 1,
    sealedTo: { position: 4 },
  });
});

test('what was numbered before there was a chain is chained when the relay starts', async () => {
  await tenEvents();
  await owner.query(
    `update event set hash = null; update relay set chained = 0, hash = decode(repeat('00', 32), 'hex')`,
  );
  expect(foundIn(await verify(new Date(), []))).toEqual([['unsealed', 1]]);
  expect(await sealer().sealIfDue(new Date())).toBe(false);
  const relay = await scene.teller();
  await note(runtime, 11);
  await eventually(() => relay.status().head === 11);
  expect(await verify()).toMatchObject({ faults: [], end: 11, matched: 1 });
});

describe('is found:', () => {
  const cases: [string, string | (() => Promise<unknown>), [string, number | null][]][] = [
    ['an altered payload', `update event set payload = '{"n":700}' where position = 7`, [['altered', 7]]],
    ['another actor', `update event set actor = 'somebody' where position = 3`, [['altered', 3]]],
    [
      'another time',
      `update event set occurred_at = occurred_at - interval '1 microsecond' where position = 9`,
      [['altered', 9]],
    ],
    ['another hash', `update event set hash = sha256(hash) where position = 6`, [['altered', 6]]],
    ['a hash taken away', `update event set hash = null where position = 4`, [['altered', 4]]],
    [
      'two altered rows',
      `update event set type = type || 'x' where position in (2, 8)`,
      [
        ['altered', 2],
        ['altered', 8],
      ],
    ],
    ['a row removed', `delete from event where position = 4`, [['removed', 4]]],
    ['the first row removed', `delete from event where position = 1`, [['removed', 1]]],
    ['rows removed on end', `delete from event where position in (6, 7)`, [['removed', 6]]],
    [
      'the last rows removed, and the relay not told',
      `delete from event where position > 8`,
      [['removed', 9]],
    ],
    [
      'a row removed and the others moved up',
      async () => {
        await owner.query('delete from event where position = 6');
        for (const n of [7, 8, 9, 10])
          await owner.query('update event set position = $1 where position = $2', [n - 1, n]);
        await owner.query('update relay set head = 9, chained = 9');
      },
      [
        ['altered', 6],
        ['moved', 7],
        ['moved', 8],
        ['moved', 9],
      ],
    ],
    [
      'two rows swapped',
      `update event set position = -1 where position = 3; update event set position = 3 where position = 7;
       update event set position = 7 where position = -1`,
      [
        ['moved', 3],
        ['moved', 7],
      ],
    ],
    [
      'two neighbours swapped',
      `update event set position = -1 where position = 3; update event set position = 3 where position = 4;
       update event set position = 4 where position = -1`,
      [
        ['moved', 3],
        ['moved', 4],
      ],
    ],
    [
      'a row put between others',
      async () => {
        for (const n of [10, 9, 8, 7])
          await owner.query('update event set position = $1 where position = $2', [n + 1, n]);
        await owner.query(`insert into event (id, type, aggregate, actor, payload, bytes, position, hash)
          values (gen_random_uuid(), 'industry.note.written.v1', 'one', 'officer', '{}', 2, 7, sha256('x'))`);
        await owner.query(`update relay set head = 11, chained = 11`);
      },
      [
        ['inserted', 7],
        ['moved', 8],
        ['moved', 9],
        ['moved', 10],
        ['moved', 11],
      ],
    ],
    [
      'a row put before all',
      `insert into event (id, type, aggregate, actor, payload, bytes, position)
       values (gen_random_uuid(), 'industry.note.written.v1', 'one', 'officer', '{}', 2, 0)`,
      [['inserted', 0]],
    ],
    [
      'an event of long ago told today',
      async () => {
        await owner.query(`insert into event (id, type, aggregate, actor, payload, bytes, occurred_at)
          values (gen_random_uuid(), 'industry.note.written.v1', 'one', 'officer', '{}', 2, '2024-01-31Z')`);
        const relay = await scene.teller();
        await eventually(() => relay.status().head === 11);
      },
      [
        ['unsealed', null],
        ['inserted', 11],
      ],
    ],
    [
      'a row altered and the whole chain recomputed',
      async () => {
        await owner.query(`update event set payload = '{"n":300}' where position = 3`);
        await recomputeFrom(1);
      },
      [['recomputed', 5]],
    ],
    [
      'all behind a row cut off that was signed, and the relay told',
      async () => {
        await owner.query('delete from event where position > 3');
        await recomputeFrom(4);
      },
      [['removed', 4]],
    ],
  ];

  test.each(cases)('%s', async (_what, breaking, expected) => {
    await tenEvents();
    expect(await verify()).toMatchObject({
      faults: [],
      events: 10,
      end: 10,
      matched: 1,
      sealedTo: { position: 5 },
    });
    await (typeof breaking === 'string' ? owner.query(breaking) : breaking());
    expect(foundIn(await verify())).toEqual(expected);
  });

  test.each<[string, (lines: string[]) => string[], [string, number | null][]]>([
    ['a head taken out', ([, second = '']) => [second], [['head-file', null]]],
    [
      'a head with another hash',
      ([one = '', two = '']) => [one.replace(/"hash":"../, '"hash":"00'), two],
      [
        ['head-file', null],
        ['head-file', null],
      ],
    ],
    ['a head signed by another key', (lines) => [...lines, forged(lines)], [['head-file', null]]],
    ['half a line', (lines) => [...lines, 'abc'], [['head-file', null]]],
    ['a head put twice', ([one = '', two = '']) => [one, two, two], [['head-file', null]]],
    ['the file emptied', () => [], [['unsealed', null]]],
  ])('%s', async (_what, breaking, expected) => {
    await tenEvents();
    await sealer().sealIfDue(new Date());
    const later = new Date(Date.now() + 49 * 3_600_000);
    expect(foundIn(await verify(later, breaking(linesOf(file))))).toEqual(expected);
  });

  function forged(lines: readonly string[]): string {
    const text = (lines.at(-1) ?? '').replace(/^\S+ /, '').replace('"position":10', '"position":9');
    const other = generateKeyPairSync('ed25519').privateKey;
    return `${sign(null, Buffer.from(text), other).toString('base64')} ${text}`;
  }
});

test('what cannot be found: the rows behind the last signed head, cut off or recomputed by the owner', async () => {
  await tenEvents();
  await owner.query(
    `update event set actor = 'somebody' where position = 9; delete from event where position = 10`,
  );
  await recomputeFrom(9);
  expect(await verify()).toMatchObject({ faults: [], end: 9, sealedTo: { position: 5 } });
});

test('a head is signed once a day, by the holder alone, and each follows the one before', async () => {
  await tenEvents();
  const [today, tomorrow] = [new Date(), new Date(Date.now() + 86_400_000)];
  expect(await sealer(() => false).sealIfDue(today)).toBe(false);
  const one = sealer();
  expect([await one.sealIfDue(today), await one.sealIfDue(today), await sealer().sealIfDue(today)]).toEqual([
    true,
    false,
    false,
  ]);
  expect(await one.sealIfDue(tomorrow)).toBe(true);
  expect(await verify()).toMatchObject({ faults: [], matched: 3, sealedTo: { position: 10 } });
});

test('nothing is signed that contradicts what was signed before', async () => {
  await tenEvents();
  await owner.query(`update event set payload = '{"n":300}' where position = 3`);
  await recomputeFrom(1);
  await expect(sealer().sealIfDue(new Date())).rejects.toThrow(
    'event 5 is not the one whose hash was signed',
  );
  expect(linesOf(file)).toHaveLength(1);
});

test('a key that is none, and a folder that is not there, are refused at once', () => {
  const options = { service: 'industry', key, directory, pool, log: quiet, isHolder: () => true } as const;
  expect(() => new Sealer({ ...options, key: 'secret' })).toThrow('no private Ed25519 key');
  const { privateKey: ec } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  expect(() => new Sealer({ ...options, key: pemOf(ec) })).toThrow('no private Ed25519 key');
  expect(() => new Sealer({ ...options, directory: join(directory, 'none') })).toThrow('cannot be written');
});
