import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { schemaOf, type Service } from '../../libs/contracts/src/services';
import { logTail, withLog } from './files';
import { connected } from './provision';
import { root } from './root';

export interface Migration {
  service: Service;
  ownerUrl: string;
  environment: Record<string, string | undefined>;
}

/**
 * Brings every schema to this build's newest migration, two services at a time. A schema that this very
 * build has migrated already says so in its comment, and is left alone; the comment travels with a dump.
 *
 * @throws Error with the end of the log where a migration fails.
 */
export async function migrateAll(home: string, migrations: Migration[]): Promise<void> {
  const waiting = [...migrations];
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await migrate(home, next);
  };
  await Promise.all([worker(), worker()]);
}

async function migrate(home: string, { service, ownerUrl, environment }: Migration): Promise<void> {
  const schema = schemaOf(service);
  const built = join(root, 'dist/.built');
  const mark = existsSync(built) ? `migrated by build ${readFileSync(built, 'utf8').slice(0, 16)}` : null;
  const { rows } = await connected(ownerUrl, (owner) =>
    owner.query<{ mark: string | null }>(`select obj_description('${schema}'::regnamespace) as mark`),
  );
  if (mark !== null && rows[0]?.mark === mark) return;
  const log = `${service}-migrate`;
  const child = withLog(home, log, (descriptor) =>
    spawn(process.execPath, [join(root, `dist/apps/${service}/src/migrate.js`)], {
      env: environment,
      stdio: ['ignore', descriptor, descriptor],
    }),
  );
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`The migrations of ${service} failed:\n${logTail(home, log)}`);
  if (mark === null) return;
  await connected(ownerUrl, async (owner) => {
    // A ready-made owner may not own the schema itself; then it is migrated at every start.
    await owner.query(`comment on schema ${schema} is '${mark}'`).catch(() => undefined);
  });
}
