import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from 'nats';
import { schemaOf, services } from '../../libs/contracts/src/services';
import { logTail, withLog } from './files';
import { natsBinary } from './nats-binary';
import { natsConfig } from './nats-config';
import { portFor } from './ports';
import { end, isAlive, known, readBook, record, type KnownProcess } from './processes';
import { keptSecret } from './secrets';
import { wordsOf } from './words';

/** The users of nats.conf: one per process. */
export const busUsers = ['gateway', ...services.map(schemaOf)];

export interface BusLogin {
  user: string;
  password: string;
}

/** A broker that answers; `logins` holds a login for each of `busUsers`. */
export interface Bus {
  url: string;
  logins: Record<string, BusLogin>;
  /** Null where it is not ours. */
  process: KnownProcess | null;
  stop: () => Promise<void>;
}

const passwordVariable = (user: string): string => `NATS_PASSWORD_${user.toUpperCase()}`;

/**
 * Our own broker of a home folder, running: adopted where an earlier start left one with this very
 * configuration, started otherwise. Loopback only; users and permissions of deploy/k8s/nats/nats.conf,
 * passwords kept in the home; its store in `<home>/nats`, its log in `<home>/logs/nats.log`. It outlives
 * this process.
 */
export async function startNats({
  home,
  namespace,
  port = 4222,
  say,
}: {
  home: string;
  namespace: string;
  port?: number;
  say: (line: string) => void;
}): Promise<Bus> {
  const text = natsConfig({ namespace });
  const logins = Object.fromEntries(
    busUsers.map((user) => [user, { user, password: keptSecret(home, `nats-${user}`) }]),
  );
  const config = createHash('sha256').update(text).update(JSON.stringify(logins)).digest('hex');
  const { nats: left } = readBook(home);
  const adopted = left?.port !== undefined && left.config === config && isAlive(left);
  if (left !== undefined && !adopted) await end(left);
  const at = adopted ? left.port : await portFor('the broker', port, { say });
  const server = adopted ? left : await start(home, text, Number(at), logins, say);
  record(home, 'nats', { ...server, port: at, config });
  const url = `nats://127.0.0.1:${String(at)}`;
  await untilReady(home, url, logins, server);
  const stop = async (): Promise<void> => {
    await end(server);
    record(home, 'nats', null);
  };
  return { url, logins, process: server, stop };
}

async function start(
  home: string,
  text: string,
  port: number,
  logins: Record<string, BusLogin>,
  say: (line: string) => void,
): Promise<KnownProcess> {
  const program = natsBinary(home, say);
  const folder = join(home, 'nats');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'nats.conf'), text);
  const passwords = Object.values(logins).map(({ user, password }) => [passwordVariable(user), password]);
  const options = ['-c', 'nats.conf', '-a', '127.0.0.1', '-p', String(port), '-js', '-sd', folder];
  const child = withLog(home, 'nats', (log) =>
    spawn(program, options, {
      cwd: folder,
      env: { PATH: process.env.PATH, ...Object.fromEntries<string>(passwords as [string, string][]) },
      detached: true,
      stdio: ['ignore', log, log],
    }),
  );
  child.unref();
  await new Promise<void>((resolve, reject) => child.once('spawn', resolve).once('error', reject));
  return known(child.pid);
}

async function untilReady(
  home: string,
  url: string,
  logins: Record<string, BusLogin>,
  server: KnownProcess,
): Promise<void> {
  const patience = Date.now() + 120_000;
  for (;;) {
    const refusal = await knock(url, logins.gateway);
    if (refusal === null) return;
    if (!isAlive(server) || Date.now() > patience) {
      throw new Error(`The broker did not start (${refusal}). Its log ends:\n${logTail(home, 'nats')}`);
    }
    await sleep(25);
  }
}

/** Null where the broker lets us in and has JetStream, else why not. */
async function knock(url: string, login: BusLogin | undefined): Promise<string | null> {
  try {
    const connection = await connect({
      servers: url,
      user: login?.user,
      pass: login?.password,
      reconnect: false,
      timeout: 5000,
    });
    const jetstream = connection.info?.jetstream === true;
    await connection.close();
    return jetstream ? null : 'it runs without JetStream (-js)';
  } catch (error) {
    return wordsOf(error);
  }
}

/**
 * A broker of yours (NATS_URL). Users: those of deploy/k8s/nats/nats.conf with NATS_PASSWORD_<USER>; or one
 * login for all processes in the URL; or none, where the broker asks for none. Which it is, is said aloud.
 *
 * @throws Error that names every user that is not let in.
 */
export async function givenNats(
  given: string,
  environment: Record<string, string | undefined>,
  say: (line: string) => void,
): Promise<Bus> {
  const { username, password, protocol, host } = new URL(given);
  const url = `${protocol}//${host}`;
  const one =
    username === '' ? null : { user: decodeURIComponent(username), password: decodeURIComponent(password) };
  const own = busUsers.filter((user) => environment[passwordVariable(user)]);
  const logins = Object.fromEntries(
    busUsers.map((user) => [user, one ?? { user, password: environment[passwordVariable(user)] ?? '' }]),
  );
  const refusals = await Promise.all(
    busUsers.map(async (user) => {
      const refusal = await knock(url, logins[user]);
      return refusal === null ? [] : [`${user}: ${refusal}`];
    }),
  );
  if (refusals.flat().length > 0) {
    throw new Error(
      `NATS_URL ${url} is given, but not all processes are let in:\n  ${refusals.flat().join('\n  ')}\n` +
        `Give ${busUsers.map(passwordVariable).join(', ')} for a broker that runs ` +
        'deploy/k8s/nats/nats.conf, or one login for all in the URL (nats://user:password@host:port).',
    );
  }
  if (one !== null) say(`all processes speak as the broker's user "${one.user}": it cannot tell them apart`);
  else if (own.length < busUsers.length)
    say('the broker asks for no password: anybody there may say anything');
  return { url, logins, process: null, stop: () => Promise.resolve() };
}
