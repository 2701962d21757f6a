#!/usr/bin/env node
// `npm test` and `npm run test:deep`, on a fresh clone as well: installs and builds what is missing, then runs the checks.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { prepare } from '../deploy/local/prepare.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const [kind = 'test', ...rest] = process.argv.slice(2);
const bin = (name) => [`${root}node_modules/${name}`];
const jest = (...args) => [
  'tests',
  [...bin('jest/bin/jest.js'), '--json', `--outputFile=${root}dist/tests.json`, ...args],
];
const without = (folder) => `--testPathIgnorePatterns=${folder}`;
const kinds = {
  test: [
    ['layout', [...bin('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '.']],
    ['types', [...bin('typescript/bin/tsc'), '--noEmit', '-p', '.']],
    ['types of the console', [...bin('typescript/bin/tsc'), '--noEmit', '-p', 'apps/console']],
    ['types of its tests', [...bin('typescript/bin/tsc'), '--noEmit', '-p', 'test/console']],
    ['lint', [...bin('eslint/bin/eslint.js'), '--max-warnings=0', '.']],
    jest(
      ...['/test/chaos/', '/test/access/', '/test/console/', '/node_modules/', '/dist/', '/.runtime/'].map(
        without,
      ),
      ...rest,
    ),
  ],
  deep: [jest('--runInBand', '--testTimeout=600000', 'test/chaos', 'test/access', 'test/console', ...rest)],
};

try {
  prepare();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
let failed = 0;
for (const [what, args] of kinds[kind]) {
  const begun = Date.now();
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  console.log(`${what}: ${status === 0 ? 'good' : 'BAD'}, ${((Date.now() - begun) / 1000).toFixed(0)} s`);
  if (status !== 0) failed += what === 'tests' ? 0 : 1;
}
const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(
  readFileSync(`${root}dist/tests.json`, 'utf8'),
);
failed += numFailedTests + numRuntimeErrorTestSuites;
console.log(`${numPassedTests + kinds[kind].length - 1} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
