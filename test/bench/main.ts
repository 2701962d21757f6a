import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { configFrom } from '../../deploy/local/config';
import { LocalPlatform } from '../../deploy/local/platform';
import { startPostgres } from '../../deploy/local/postgres';
import { provision } from '../../deploy/local/provision';
import { root } from '../../deploy/local/root';
import { keptSecret } from '../../deploy/local/secrets';
import { reads } from './reads';

/** `npm run bench`: the platform in a home of its own, beside the limit, in one run. */
async function main(): Promise<void> {
  const home = join(root, '.runtime/bench');
  const { PORT: _port, ...environment } = process.env;
  const platform = new LocalPlatform(configFrom({ ...environment, DOIT_HOME: home }), () => undefined);
  try {
    const address = await platform.start();
    const server = await startPostgres({ home, say: () => undefined });
    const passwordOf = (role: string): string => keptSecret(home, `role-${role}`);
    const databases = await provision({ adminUrl: server.url, database: 'doit', passwordOf });
    await reads({
      address,
      token: await tokenOf(home, 'nghean.officer'),
      databaseUrl: databases.industry.url,
    });
  } finally {
    await platform.stop();
  }
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
