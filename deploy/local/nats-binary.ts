import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const HELP =
  'Install nats-server (2.9 or newer) so that it is on PATH, or set NATS_URL to a broker of yours.';

/**
 * The nats-server program: on PATH, else fetched earlier into `<home>/bin`, else fetched now by the system's
 * package manager, which needs no root for it and installs nothing.
 *
 * @throws Error that says what to do where none of these works.
 */
export function natsBinary(home: string, say: (line: string) => void): string {
  const fetched = join(home, 'bin/nats-server');
  for (const program of ['nats-server', fetched]) {
    const version = /v(\d+)\.(\d+)/.exec(
      spawnSync(program, ['--version'], { encoding: 'utf8' }).stdout || '',
    );
    if (version === null) continue;
    const [major, minor] = [Number(version[1]), Number(version[2])];
    if (major > 2 || (major === 2 && minor >= 9)) return program;
    say(`${program} is ${version[0]}, too old`);
  }
  if (spawnSync('apt-get', ['--version']).status !== 0) throw new Error(`There is no nats-server. ${HELP}`);
  say('fetching nats-server by apt-get, without installing it');
  fetchByApt(home, fetched);
  return fetched;
}

function fetchByApt(home: string, target: string): void {
  const folder = join(home, 'apt');
  rmSync(folder, { recursive: true, force: true });
  for (const part of ['state/lists/partial', 'cache/archives/partial', 'unpacked']) {
    mkdirSync(join(folder, part), { recursive: true });
  }
  // The lists of the system may be empty (fresh image) and are not ours to update: then private ones.
  // No sandbox user: it could not write into a folder of ours.
  const shared = ['-o', `Dir::Cache=${join(folder, 'cache')}`, '-o', 'APT::Sandbox::User=', '-qq'];
  const own = [
    ...shared,
    '-o',
    `Dir::State=${join(folder, 'state')}`,
    '-o',
    'Dir::State::status=/var/lib/dpkg/status',
  ];
  const apt = (options: string[], ...words: string[]): void => {
    execFileSync('apt-get', [...options, ...words], { cwd: folder, stdio: 'pipe' });
  };
  try {
    try {
      apt(shared, 'download', 'nats-server');
    } catch {
      apt(own, 'update');
      apt(own, 'download', 'nats-server');
    }
    const [archive] = readdirSync(folder).filter((name) => name.endsWith('.deb'));
    execFileSync('dpkg-deb', ['-x', archive ?? '', 'unpacked'], { cwd: folder, stdio: 'pipe' });
  } catch (error) {
    const why = (error as { stderr?: Buffer }).stderr?.toString().trim() ?? String(error);
    throw new Error(`nats-server could not be fetched by apt-get:\n${why}\n${HELP}`, { cause: error });
  }
  const program = ['usr/sbin/nats-server', 'usr/bin/nats-server']
    .map((path) => join(folder, 'unpacked', path))
    .find((path) => existsSync(path));
  if (program === undefined) throw new Error(`The package nats-server holds no nats-server. ${HELP}`);
  mkdirSync(join(home, 'bin'), { recursive: true });
  copyFileSync(program, `${target}.new`);
  chmodSync(`${target}.new`, 0o755);
  renameSync(`${target}.new`, target);
  rmSync(folder, { recursive: true });
}
