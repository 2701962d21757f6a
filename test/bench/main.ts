import 'reflect-metadata';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { configFrom } from '../../deploy/local/config';
import { startNats } from '../../deploy/local/nats';
import { LocalPlatform } from '../../deploy/local/platform';
import { freePort } from '../../deploy/local/ports';
import { startPostgres } from '../../deploy/local/postgres';
import { provision } from '../../deploy/local/provision';
import { root } from '../../deploy/local/root';
import { keptSecret } from '../../deploy/local/secrets';
import { inChromium } from './console';
import { events } from './events';
import { figures, growth } from './figures';
import { flows } from './flows';
import { imports } from './imports';
import { promotion } from './promotion';
import { reads, type Place } from './reads';
import { registers } from './registers';

const parts: Record<string, (home: string, counts: readonly number[]) => Promise<void>> = {
  reads: (home) => onPlatform(home, reads),
  registers: (home) => onPlatform(home, registers),
  promotion: (home) => onPlatform(home, promotion),
  imports: (home) => onPlatform(home, imports),
  flows: (home) => onPlatform(home, flows),
  console: (home) => onPlatform(home, inChromium),
  events: eventsAlone,
  figures: figuresAlone,
};

/** `npm run bench`: all parts; `npm run bench -- figures [count …]`: one alone, with so many figures (default 1,000,000). */
async function main(): Promise<void> {
  const [asked, ...counts] = process.argv.slice(2);
  if (asked !== undefined && !(asked in parts)) {
    throw new Error(`There is no part "${asked}": ${Object.keys(parts).join(', ')}.`);
  }
  for (const [name, run] of Object.entries(parts)) {
    if (asked !== undefined && name !== asked) continue;
    await run(join(root, `.runtime/bench-${name}`), counts.length > 0 ? counts.map(Number) : [1_000_000]);
  }
}

/** The platform in a home of its own, beside the limit, in one run. */
async function onPlatform(
  home: string,
  part: (place: Place & { tradeUrl: string; flowsUrl: string; adminToken: string }) => Promise<void>,
): Promise<void> {
  const { PORT: _port, ...environment } = process.env;
  const platform = new LocalPlatform(configFrom({ ...environment, DOIT_HOME: home }), () => undefined);
  try {
    const address = await platform.start();
    const server = await startPostgres({ home, say: () => undefined });
    const passwordOf = (role: string): string => keptSecret(home, `role-${role}`);
    const databases = await provision({ adminUrl: server.url, database: 'doit', passwordOf });
    await part({
      home,
      address,
      token: await tokenOf(home, 'nghean.officer'),
      databaseUrl: databases.industry.url,
      tradeUrl: databases.trade.url,
      flowsUrl: databases['export-import'].ownerUrl,
      adminToken: await tokenOf(home, 'admin'),
    });
  } finally {
    await platform.stop();
  }
}

/** Relay and listener in this process, on servers of their own: nothing else tells or listens. */
async function eventsAlone(home: string): Promise<void> {
  rmSync(home, { recursive: true, force: true });
  const say = (): void => undefined;
  const server = await startPostgres({ home, port: await freePort(), say });
  const bus = await startNats({ home, namespace: 'doit', port: await freePort(), say });
  try {
    const passwordOf = (role: string): string => keptSecret(home, `role-${role}`);
    await events(await provision({ adminUrl: server.url, database: 'bench', passwordOf }), bus);
  } finally {
    await bus.stop();
    await server.discard();
    rmSync(home, { recursive: true, force: true });
  }
}

/** Reporting's tables on a server of their own, filled anew for each count; what the last costs above the first. */
async function figuresAlone(home: string, counts: readonly number[]): Promise<void> {
  const found: Awaited<ReturnType<typeof figures>>[] = [];
  for (const count of counts) {
    rmSync(home, { recursive: true, force: true });
    // As much memory as a small server of its own would be given; the rest as the platform starts it.
    const settings = { shared_buffers: '2GB', maintenance_work_mem: '512MB', max_wal_size: '8GB' };
    const server = await startPostgres({ home, port: await freePort(), settings, say: () => undefined });
    try {
      const passwordOf = (role: string): string => keptSecret(home, `role-${role}`);
      const databases = await provision({ adminUrl: server.url, database: 'bench', passwordOf });
      const adminUrl = server.url.replace(/postgres$/, 'bench');
      found.push(await figures(databases.reporting, adminUrl, count));
    } finally {
      await server.discard();
      rmSync(home, { recursive: true, force: true });
    }
  }
  const [small, large] = [found.at(0), found.at(-1)];
  if (small && large && small !== large) growth(small, large);
}

async function tokenOf(home: string, account: string): Promise<string> {
  const { issuer } = JSON.parse(readFileSync(join(home, 'identity.json'), 'utf8')) as { issuer: string };
  const body = new URLSearchParams({ grant_type: 'urn:doit:dev-account', client_id: 'dev-cli', account });
  const answer = (await (await fetch(`${issuer}/token`, { method: 'POST', body })).json()) as {
    access_token: string;
  };
  return answer.access_token;
}

void main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
