import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { logTail, readJson, writeJson } from './files';
import { portFor } from './ports';
import { root } from './root';
import { keptSecret } from './secrets';
import { supervise, type Supervised } from './supervise';

const PREFERRED_PORT = 8090;

/**
 * The local identity provider, as a process of its own. Its issuer is kept in `<home>/identity.json` and
 * stays the same from start to start as long as its port can be had, so that tokens stay valid.
 */
export async function startIdentity({
  home,
  consoleOrigins,
  say,
}: {
  home: string;
  consoleOrigins: string[];
  say: (line: string) => void;
}): Promise<{ issuer: string; supervised: Supervised }> {
  const file = join(home, 'identity.json');
  const before = readJson(file) as { port: number } | null;
  const port = await portFor('the identity provider', before?.port ?? PREFERRED_PORT, { say });
  const issuer = `http://127.0.0.1:${port}`;
  const supervised = supervise(
    home,
    {
      name: 'identity',
      program: join(root, 'dist/deploy/local/identity/main.mjs'),
      environment: {
        PATH: process.env.PATH,
        NODE_ENV: process.env.NODE_ENV,
        IDENTITY_PORT: String(port),
        IDENTITY_KEY_FILE: join(home, 'identity-key.json'),
        IDENTITY_CONSOLE_ORIGINS: consoleOrigins.join(','),
        IDENTITY_JOB_SECRET: keptSecret(home, 'identity-jobs'),
      },
    },
    say,
  );
  writeJson(file, { port, issuer });
  for (let patience = 300; ; patience -= 1) {
    const answer = await fetch(`${issuer}/jwks`).catch(() => null);
    if (answer?.ok) return { issuer, supervised };
    if (patience === 0 || supervised.ends > 2) {
      await supervised.stop();
      throw new Error(`The identity provider did not start. Its log ends:\n${logTail(home, 'identity')}`);
    }
    await sleep(100);
  }
}
