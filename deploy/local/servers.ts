import { setTimeout as sleep } from 'node:timers/promises';
import type { LocalConfig } from './config';
import { givenDatabases } from './given-databases';
import { givenNats, startNats, type Bus } from './nats';
import { startPostgres, type RunningPostgres } from './postgres';
import { isAlive } from './processes';
import { provision, type ServiceDatabases } from './provision';
import { keptSecret } from './secrets';
import { wordsOf } from './words';

type Say = (line: string) => void;
type Stop = () => Promise<void>;

/** The services' databases: ready-made roles, or a server of yours, or our own. */
export async function databases(
  config: LocalConfig,
  say: Say,
): Promise<{ urls: ServiceDatabases; stop: Stop }> {
  const { home, databaseUrl, environment } = config;
  const stop = (): Promise<void> => Promise.resolve();
  const given = await givenDatabases(environment);
  if (given !== null) return { urls: given, stop };
  const passwordOf = (role: string): string => keptSecret(home, `role-${role}`);
  if (databaseUrl !== undefined) {
    const urls = await provision({ adminUrl: databaseUrl, passwordOf, say }).catch((cause: unknown) => {
      throw new Error(`DATABASE_URL: ${wordsOf(cause)}`, { cause });
    });
    return { urls, stop };
  }
  let server = await startPostgres({ home, say });
  const { port } = server;
  const again = async (): Promise<RunningPostgres> => (server = await startPostgres({ home, port, say }));
  const unwatch = watch('PostgreSQL', () => isAlive(server.process), again, say);
  const stopBoth = async (): Promise<void> => {
    await unwatch();
    await server.stop();
  };
  try {
    return {
      urls: await provision({ adminUrl: server.url, database: 'doit', passwordOf, say }),
      stop: stopBoth,
    };
  } catch (error) {
    await stopBoth();
    throw error;
  }
}

/** The broker: yours, or our own. */
export async function broker(config: LocalConfig, say: Say): Promise<{ bus: Bus; stop: Stop }> {
  const { home, namespace, natsUrl, environment } = config;
  if (natsUrl !== undefined) {
    const bus = await givenNats(natsUrl, environment, say);
    return { bus, stop: bus.stop };
  }
  let bus = await startNats({ home, namespace, say });
  const port = Number(new URL(bus.url).port);
  const again = async (): Promise<Bus> => (bus = await startNats({ home, namespace, port, say }));
  const unwatch = watch('the broker', () => bus.process === null || isAlive(bus.process), again, say);
  return {
    bus,
    stop: async () => {
      await unwatch();
      await bus.stop();
    },
  };
}

/** Looks each second whether a server lives, and starts it again on the same port where it does not. */
function watch(what: string, lives: () => boolean, again: () => Promise<unknown>, say: Say): Stop {
  const ending = new AbortController();
  const watching = (async () => {
    for (;;) {
      await sleep(1000, undefined, { signal: ending.signal });
      if (lives()) continue;
      say(`${what} ended and starts again`);
      await again().catch((error: unknown) => say(wordsOf(error)));
    }
  })().catch(() => undefined);
  return async () => {
    ending.abort();
    await watching;
  };
}
