import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { schemaOf, services, type Service } from '../../libs/contracts/src/services';
import type { AuditFiles } from './audit';
import type { LocalConfig } from './config';
import type { Migration } from './migrate';
import type { Bus } from './nats';
import type { ServiceDatabases } from './provision';
import { root } from './root';
import type { Job } from './supervise';

/** All that the processes of the house are told; each is told its own part only. */
export interface Parts {
  config: LocalConfig;
  databases: ServiceDatabases;
  bus: Bus;
  issuer: string;
  audit: AuditFiles;
  /** The gateway's. */
  port: number;
}
type Environment = Record<string, string | undefined>;

/** One's own machine need not be protected from oneself; the environment of the start may say otherwise. */
const anyRate = { RATE_PER_ADDRESS: '0', RATE_PER_ACCOUNT: '0' };

/** The migrations of every service that was built, run as the owner of its schema. */
export function migrationsFor(parts: Parts): Migration[] {
  return built().map((service) => {
    const { ownerUrl } = parts.databases[service];
    return {
      service,
      ownerUrl,
      environment: { ...withoutOurs(parts.config.environment), DATABASE_OWNER_URL: ownerUrl },
    };
  });
}

/** The services that were built, and the gateway. */
export function jobsFor(parts: Parts): Job[] {
  const { config, port } = parts;
  const jobs = built().map((service): Job => ({
    name: service,
    program: mainOf(service),
    environment: forService(parts, service),
  }));
  const environment = { ...anyRate, ...forProcess(parts, 'gateway'), HOST: config.host, PORT: String(port) };
  return [...jobs, { name: 'gateway', program: mainOf('gateway'), environment, semiSpaceMb: 8 }];
}

const mainOf = (app: string): string => join(root, `dist/apps/${app}/src/main.js`);
const built = (): Service[] => services.filter((service) => existsSync(mainOf(service)));

function forService(parts: Parts, service: Service): Environment {
  const { url } = parts.databases[service];
  const { keyFile, directory } = parts.audit;
  return {
    ...forProcess(parts, schemaOf(service)),
    DATABASE_URL: url,
    HOST: '127.0.0.1',
    AUDIT_KEY_FILE: keyFile,
    AUDIT_DIR: directory,
  };
}

function forProcess({ config, bus, issuer }: Parts, user: string): Environment {
  const login = bus.logins[user];
  return {
    ...withoutOurs(config.environment),
    NATS_URL: bus.url,
    NATS_USER: login?.user,
    // An empty password would be sent as one.
    NATS_PASSWORD: login?.password || undefined,
    DOIT_NAMESPACE: config.namespace,
    OIDC_ISSUER: issuer,
    OIDC_AUDIENCE: 'doit',
  };
}

/** Not the administrator's logins, nor another process's, that the start itself was given. */
function withoutOurs(environment: Environment): Environment {
  const ours = /^(DATABASE_|NATS_|OIDC_|AUDIT_|DOIT_|npm_|PG|PORT$|HOST$|INTERNAL_PORT$)/;
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !ours.test(name)));
}
