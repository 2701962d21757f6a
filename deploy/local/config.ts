import { join, resolve } from 'node:path';
import { root } from './root';

/** What the environment asks of a local start. */
export interface LocalConfig {
  /** Folder of everything kept: passwords, logs, data, pids (DOIT_HOME, default `<project>/.runtime`). */
  home: string;
  namespace: string;
  host: string;
  /** Port that must be had (PORT); without it 8080 is tried first. */
  port: number | undefined;
  databaseUrl: string | undefined;
  natsUrl: string | undefined;
  environment: Record<string, string | undefined>;
}

/** @throws Error where a start would not make sense with this environment. */
export function configFrom(environment: Record<string, string | undefined>): LocalConfig {
  if (environment.NODE_ENV === 'production') {
    throw new Error(
      'This is the local start, with sample accounts of a known password: it refuses NODE_ENV=production.',
    );
  }
  const port = environment.PORT ? Number(environment.PORT) : undefined;
  if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65_536)) {
    throw new Error(`PORT "${environment.PORT ?? ''}" is not a port.`);
  }
  return {
    home: resolve(environment.DOIT_HOME ?? join(root, '.runtime')),
    namespace: environment.DOIT_NAMESPACE ?? 'doit',
    host: environment.HOST ?? '127.0.0.1',
    port,
    databaseUrl: environment.DATABASE_URL || undefined,
    natsUrl: environment.NATS_URL || undefined,
    environment,
  };
}
