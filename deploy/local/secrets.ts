import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { readJson, writeJson } from './files';

/**
 * A password kept in `<home>/secrets.json` (mode 0600), made when first asked for. It begins with a letter:
 * nats-server reads a variable's value as configuration, where `12ab` would not be text.
 */
export function keptSecret(home: string, name: string): string {
  const file = join(home, 'secrets.json');
  const secrets = (readJson(file) ?? {}) as Record<string, string | undefined>;
  const secret = secrets[name] ?? `p${randomBytes(24).toString('hex')}`;
  if (secrets[name] === undefined) writeJson(file, { ...secrets, [name]: secret });
  return secret;
}
