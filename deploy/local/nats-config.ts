import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root';

/**
 * The text of deploy/k8s/nats/nats.conf for a namespace: subjects `<namespace>.…` and streams
 * `<namespace>_…` in place of `doit.…` and `doit_…`. Nothing else changes: users keep their names, and
 * passwords still come from the server's environment (NATS_PASSWORD_GATEWAY, NATS_PASSWORD_INDUSTRY, …).
 *
 * @throws Error where the namespace could not stand in a subject and a stream's name.
 */
export function natsConfig({ namespace }: { namespace: string }): string {
  if (!/^[a-z][a-z0-9-]*$/.test(namespace)) {
    throw new Error(
      `DOIT_NAMESPACE "${namespace}": small letters, digits and hyphens only, beginning with a letter.`,
    );
  }
  const text = readFileSync(join(root, 'deploy/k8s/nats/nats.conf'), 'utf8');
  return text.replace(/(?<![\w-])doit(?=[._])/g, namespace);
}
