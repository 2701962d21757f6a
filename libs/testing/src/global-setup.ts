import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../../deploy/local/ports';
import { startPostgres } from '../../../deploy/local/postgres';

/** Before all tests: one real PostgreSQL, unless TEST_DATABASE_URL names one. Each spec makes its own databases in it. */
export default async function setUp(): Promise<void> {
  if (process.env['TEST_DATABASE_URL']) return;
  // A home of its own: two runs at once must not share a server, for the first to finish stops it.
  const home = mkdtempSync(join(tmpdir(), 'doit-jest-'));
  // Nothing here outlives the run, so the disk need not be waited for.
  const settings = {
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    max_connections: '300',
  };
  const server = await startPostgres({ home, port: await freePort(), settings, say: () => undefined });
  process.env['TEST_DATABASE_URL'] = server.url;
  globalThis.stopTestPostgres = async () => {
    await server.discard();
    rmSync(home, { recursive: true, force: true });
  };
}

declare global {
  var stopTestPostgres: (() => Promise<void>) | undefined;
}
