#!/usr/bin/env node
// The console's types of the API, and, unless `--types` is all that is asked for, the console itself into dist/apps/console.
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import openapiTypes, { astToString } from 'openapi-typescript';

const root = fileURLToPath(new URL('../..', import.meta.url));

const types = await openapiTypes(JSON.parse(readFileSync(join(root, 'openapi.json'), 'utf8')));
writeFileSync(join(root, 'apps/console/src/api/schema.d.ts'), astToString(types));

if (!process.argv.includes('--types')) {
  // A test that starts the platform has NODE_ENV=test, and would be given React as for development.
  process.env.NODE_ENV = 'production';
  const { build } = await import('vite');
  await build({ configFile: join(root, 'apps/console/vite.config.mjs'), logLevel: 'warn' });
  const made = join(root, 'dist/console-new');
  for (const name of readdirSync(join(made, 'assets'))) {
    if (/\.(js|css|svg|json)$/.test(name)) compress(join(made, 'assets', name));
  }
  // Put in place at once: a gateway may be serving the folder.
  const place = join(root, 'dist/apps/console');
  mkdirSync(join(root, 'dist/apps'), { recursive: true });
  rmSync(place, { recursive: true, force: true });
  renameSync(made, place);
}

/** Once, at the build, as small as it goes; the gateway sends what a browser takes. */
function compress(file) {
  const bytes = readFileSync(file);
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
  writeFileSync(
    `${file}.br`,
    brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
  );
}
