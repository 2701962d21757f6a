#!/usr/bin/env node
// Installs and builds what is missing or older than its source. Depends on nothing but Node: it runs first.
// `node deploy/local/prepare.mjs` does only this; `npm start` does it, too.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const at = (...parts) => join(root, ...parts);
const read = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '');

/** Installs and builds, where that is due. Throws an Error for people where it cannot. */
export function prepare() {
  install();
  build();
  buildConsole();
}

function install() {
  const stamp = at('node_modules/.doit-lock');
  const lock = createHash('sha256')
    .update(read(at('package-lock.json')))
    .digest('hex');
  if (read(stamp) === lock) return;
  // npm's own mark: somebody installed by hand since the lock file changed.
  const byHand = statSync(at('node_modules/.package-lock.json'), { throwIfNoEntry: false });
  if (!byHand || byHand.mtimeMs < statSync(at('package-lock.json')).mtimeMs) {
    console.log('installing packages …');
    // With NODE_ENV=production npm would leave out the compiler.
    run('npm', ['ci', '--no-audit', '--no-fund', '--include=dev'], 'The installation failed: see above.');
  }
  writeFileSync(stamp, lock);
}

function build() {
  const stamp = at('dist/.built-from');
  const sources = sourceList(
    ['package-lock.json', 'tsconfig.json', 'nest-cli.json'],
    ['apps', 'libs', 'deploy/local'],
    isSource,
  );
  const before = read(stamp);
  if (before === sources) return;
  console.log('building …');
  // What was built from a file since removed must not stay; everything else is written anew.
  const names = (list) => list.split('\n').map((line) => line.split(' ')[0]);
  const now = new Set(names(sources));
  if (names(before).some((name) => !now.has(name))) rmSync(at('dist'), { recursive: true, force: true });
  rmSync(stamp, { force: true });
  // One program for all apps: a third of the time of one after the other, and libraries are checked once.
  const nest = at('node_modules/@nestjs/cli/bin/nest.js');
  run(
    process.execPath,
    [nest, 'build', 'local', '--path', 'deploy/local/tsconfig.everything.json'],
    'The build failed: see above.',
  );
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(at('dist/.built'), createHash('sha256').update(sources).digest('hex'));
  writeFileSync(stamp, sources);
}

/** The console is a house of its own: built by Vite, from its own files and the description of the API. */
function buildConsole() {
  const stamp = at('dist/.console-built-from');
  // Written by the build itself.
  const generated = ['schema.d.ts', 'registers.json'];
  const sources = sourceList(
    ['package-lock.json', 'openapi.json'],
    ['apps/console'],
    (name) => !generated.includes(name),
  );
  const made = [
    ...generated.map((name) => at('apps/console/src/api', name)),
    at('dist/apps/console/index.html'),
  ];
  if (read(stamp) === sources && made.every((file) => existsSync(file))) return;
  console.log('building the console …');
  rmSync(stamp, { force: true });
  run(process.execPath, [at('apps/console/build.mjs')], 'The build of the console failed: see above.');
  writeFileSync(stamp, sources);
}

const isSource = (name) => /\.(m?ts|json)$/.test(name) && !name.endsWith('.spec.ts');

/** One line per source: path, bytes, time of change. */
function sourceList(single, folders, belongs) {
  const files = single.map((file) => at(file));
  const walk = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory() && !['node_modules', 'console', 'dist'].includes(entry.name)) walk(path);
      else if (entry.isFile() && belongs(entry.name)) files.push(path);
    }
  };
  for (const folder of folders) walk(at(folder));
  const line = (file) => {
    const { size, mtimeMs } = statSync(file);
    return `${relative(root, file)} ${size} ${mtimeMs}`;
  };
  return files.sort().map(line).join('\n');
}

function run(program, args, complaint) {
  const { status, error } = spawnSync(program, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (error || status !== 0) throw new Error(error ? `${program}: ${error.message}` : complaint);
}

if (process.argv[1] && fileURLToPath(import.meta.url) === realpathSync(process.argv[1])) {
  try {
    prepare();
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
