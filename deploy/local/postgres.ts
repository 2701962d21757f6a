import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, DatabaseError } from 'pg';
import { logTail, withLog } from './files';
import { withLock } from './lock';
import { portFor } from './ports';
import { preparePlace, type Place } from './postgres-files';
import { commandOf, end, isAlive, known, startOf, type KnownProcess } from './processes';
import { keptSecret } from './secrets';
import { wordsOf } from './words';

/** An embedded server of ours. `url` is its administrator's, database `postgres`. */
export interface RunningPostgres {
  url: string;
  port: number;
  adopted: boolean;
  process: KnownProcess;
  /** Stops the server, whoever started it; the data stay. */
  stop: () => Promise<void>;
  /** Stops the server and removes programs and data, also where they lie outside of the home. */
  discard: () => Promise<void>;
}

/**
 * The PostgreSQL server of a home folder, running: adopted where an earlier start left one, started
 * otherwise. Loopback only, scram with a kept password, its log in `<home>/logs/postgres.log`. It outlives
 * this process. Heals what a kill leaves: a stale pid file, a half-made data folder, lost links.
 *
 * @throws Error that names what is missing, with the end of the log where the server would not start.
 */
export async function startPostgres({
  home,
  port = 5432,
  settings = {},
  say,
}: {
  home: string;
  port?: number;
  settings?: Record<string, string>;
  say: (line: string) => void;
}): Promise<RunningPostgres> {
  return withLock(join(home, 'postgres.lock'), async () => {
    const place = preparePlace(home);
    for (const folder of place.leftBehind) {
      const server = serverOf(join(folder, 'data'));
      if (server !== null) await end(server.process, { signal: 'SIGQUIT' });
      rmSync(folder, { recursive: true, force: true });
    }
    const password = keptSecret(home, 'postgres');
    const left = serverOf(place.data);
    if (left === null) makeCluster(place, password);
    const server = left ?? (await start(home, place, settings, await portFor('PostgreSQL', port, { say })));
    const url = `postgresql://postgres:${password}@127.0.0.1:${server.port}/postgres`;
    await untilReady(home, url, server.process);
    const stop = (): Promise<void> => end(server.process, { signal: 'SIGINT', graceMs: 20_000 });
    return {
      ...server,
      url,
      adopted: left !== null,
      stop,
      discard: async () => {
        await stop();
        rmSync(place.folder, { recursive: true, force: true });
      },
    };
  });
}

/**
 * The living server of a data folder, by the pid file that it wrote; null where the file is stale. A pid
 * that now belongs to another program is recognised by its command, which would hold this folder.
 */
function serverOf(data: string): { port: number; process: KnownProcess } | null {
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const [pid, , , port] = readFileSync(file, 'utf8').split('\n').map(Number);
  const started = pid ? startOf(pid) : null;
  if (pid && port && started !== null && commandOf(pid).includes(data)) {
    return { port, process: { pid, started } };
  }
  rmSync(file);
  return null;
}

/** Makes the data folder, again from nothing where an earlier attempt was cut short. */
function makeCluster({ folder, data, bin, user }: Place, password: string): void {
  const done = join(folder, '.initialised');
  if (existsSync(done)) return;
  rmSync(data, { recursive: true, force: true });
  const passwordFile = join(folder, '.password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user.uid !== undefined) chownSync(passwordFile, user.uid, user.gid ?? user.uid);
  const options = ['--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
  try {
    execFileSync(join(bin, 'initdb'), ['-D', data, ...options, '--encoding=UTF8', '--locale=C'], {
      ...user,
      cwd: folder,
      env: ENVIRONMENT,
      stdio: 'pipe',
    });
  } finally {
    rmSync(passwordFile, { force: true });
  }
  writeFileSync(done, '');
}

/** Nothing of the caller's: a PGDATA or PGPORT of theirs is meant for another server. */
const ENVIRONMENT = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };

async function start(
  home: string,
  { folder, data, bin, user }: Place,
  settings: Record<string, string>,
  port: number,
): Promise<{ port: number; process: KnownProcess }> {
  const all = { listen_addresses: '127.0.0.1', unix_socket_directories: '', ...settings };
  const options = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = withLog(home, 'postgres', (log) =>
    spawn(join(bin, 'postgres'), ['-D', data, '-p', String(port), ...options], {
      ...user,
      cwd: folder,
      env: ENVIRONMENT,
      detached: true,
      stdio: ['ignore', log, log],
    }),
  );
  child.unref();
  await new Promise<void>((resolve, reject) => child.once('spawn', resolve).once('error', reject));
  return { port, process: known(child.pid) };
}

/** Waits until the server lets us in: it may recover from a kill, and a disk may keep it waiting. */
async function untilReady(home: string, url: string, server: KnownProcess): Promise<void> {
  const patience = Date.now() + 180_000;
  for (;;) {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      // 57P03: it recovers. Any other word of the server's is final; no word at all may yet become one.
      const refused = error instanceof DatabaseError && error.code !== '57P03';
      if (refused || !isAlive(server) || Date.now() > patience) {
        const why = wordsOf(error);
        throw new Error(`PostgreSQL did not start (${why}). Its log ends:\n${logTail(home, 'postgres')}`, {
          cause: error,
        });
      }
      await sleep(25);
    }
  }
}
