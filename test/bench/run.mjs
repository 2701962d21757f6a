#!/usr/bin/env node
// `npm run bench`: installs and builds what is missing, then prints ours : limit, measured in one run.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { prepare } from '../../deploy/local/prepare.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const run = (...args) => spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status ?? 1;
try {
  prepare();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
const built = run(`${root}node_modules/@nestjs/cli/bin/nest.js`, 'build', 'bench');
process.exit(built === 0 ? run(`${root}dist/test/bench/main.js`, ...process.argv.slice(2)) : built);
