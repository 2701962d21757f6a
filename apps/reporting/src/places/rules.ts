import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Which rules answered: a fingerprint of this service's code, of the reference data, and of how figures are written. Answers kept under other rules
 * are as old as those before the last figures.
 */
export const rules = fingerprintOf([
  join(__dirname, '..'),
  // Beside this service in the sources and in what is built of them.
  ...['contracts', 'observations', 'reference'].map((lib) => join(__dirname, `../../../../libs/${lib}/src`)),
]);

function fingerprintOf(folders: readonly string[]): string {
  const hash = createHash('sha256');
  for (const folder of folders) {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
    for (const file of files.filter((name) => /(?<!\.d|\.spec)\.[jt]s$/.test(name)))
      hash.update(file).update(readFileSync(join(folder, file)));
  }
  return hash.digest('base64url').slice(0, 16);
}
