import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './ports';
import { startPostgres, type RunningPostgres } from './postgres';
import { end, isAlive, known } from './processes';
import { connected } from './provision';

const said: string[] = [];
let home: string;
let port: number;
const start = (): Promise<RunningPostgres> =>
  startPostgres({ home, port, settings: { fsync: 'off' }, say: (line) => said.push(line) });
const remembered = (url: string): Promise<unknown> =>
  connected(url, async (client) => (await client.query<{ n: number }>('select n from kept')).rows);

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'doit-postgres-'));
  chmodSync(home, 0o755);
  port = await freePort();
});
afterAll(async () => {
  await (await start()).discard();
  rmSync(home, { recursive: true });
});

test('the first start makes a server, the second adopts it, two at once share it', async () => {
  const first = await start();
  expect(first.adopted).toBe(false);
  await connected(first.url, (client) => client.query('create table kept as select 7 as n'));
  const [second, third] = await Promise.all([start(), start()]);
  expect([second, third]).toMatchObject([
    { adopted: true, port: first.port, process: first.process },
    { adopted: true, port: first.port, process: first.process },
  ]);
});

test('nobody gets in without the password', async () => {
  const { url } = await start();
  const other = new URL(url);
  other.password = 'wrong';
  await expect(remembered(other.href)).rejects.toMatchObject({ code: '28P01' });
});

test('a killed server starts again with its data', async () => {
  const { process } = await start();
  await end(process, { signal: 'SIGKILL' });
  const healed = await start();
  expect(healed.adopted).toBe(false);
  expect(await remembered(healed.url)).toEqual([{ n: 7 }]);
});

test('a pid file whose pid now belongs to another program is stale, and that program is left alone', async () => {
  const server = await start();
  const pidFile = join(home, 'postgres/data/postmaster.pid');
  const lines = readFileSync(pidFile, 'utf8').split('\n');
  await server.stop();
  const stranger: ChildProcess = spawn('sleep', ['60']);
  writeFileSync(pidFile, [stranger.pid, ...lines.slice(1)].join('\n'));
  const healed = await start();
  expect(await remembered(healed.url)).toEqual([{ n: 7 }]);
  expect(isAlive(known(stranger.pid))).toBe(true);
  stranger.kill();
});

test('a taken port is answered with a free one, said aloud', async () => {
  await (await start()).stop();
  const squatter = createServer().listen(port, '127.0.0.1');
  await once(squatter, 'listening');
  const server = await start();
  expect(server.port).not.toBe(port);
  expect(said).toContain(`port ${port} is taken: PostgreSQL listens on ${server.port}`);
  squatter.close();
});

test('lost links of the programs and a half-made data folder are made anew', async () => {
  await (await start()).stop();
  const [programs] = readdirSync(join(home, 'postgres')).filter((name) => name.startsWith('programs-'));
  rmSync(join(home, 'postgres', programs ?? '', '.whole'), { recursive: true });
  rmSync(join(home, 'postgres/.initialised'));
  const server = await start();
  await expect(remembered(server.url)).rejects.toThrow('relation "kept" does not exist');
  expect(existsSync(join(home, 'postgres', programs ?? '', 'native/lib/libpq.so.5'))).toBe(
    process.platform === 'linux',
  );
});
