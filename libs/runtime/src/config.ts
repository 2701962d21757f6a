import { schemaOf, type Service } from '@doit/contracts';
import { roles, usualClaims, type ClaimNames } from '@doit/rpc';
import { signingKey } from '@doit/events';
import { refuseUnfit } from './production';
import { required, requiredSecret, secret, type Env } from './secrets';

/** What every process of the house is told from outside. */
export interface ProcessConfig {
  /** Who this process is on the bus: the prefix of its inboxes, and the NATS user unless NATS_USER says otherwise. */
  readonly user: string;
  readonly natsUrl: string;
  readonly natsUser: string;
  readonly natsPassword: string | undefined;
  /** Who vouches for the broker's certificate, where the system does not: a file in PEM. */
  readonly natsCaFile: string | undefined;
  /** Prefix of subjects and streams, so that installations share a broker without meeting. */
  readonly namespace: string;
  readonly issuer: string;
  readonly audience: string;
  /** Where access tokens say what the caller may do. */
  readonly claims: ClaimNames;
  readonly host: string;
  /** Port of `/metrics` and `/health`; undefined: none. */
  readonly internalPort: number | undefined;
}

/** Where a service's schema is, and as whom it is met there. */
export interface DatabaseConfig {
  readonly service: Service;
  readonly schema: string;
  /** The runtime role's address (it may change rows, never tables); for migrations and rebuilds the owner's. */
  readonly databaseUrl: string;
  readonly poolSize: number;
}

/** Where the heads of the chain of events are signed to, and the key they are signed with, in PEM (docs/decisions/0014). */
export interface AuditConfig {
  readonly directory: string;
  readonly key: string;
}

export type ServiceConfig = ProcessConfig & DatabaseConfig & { readonly audit: AuditConfig | undefined };

/** @throws Error naming the variable that is missing or faulty, or, in production, all that is not fit for it */
export function processConfig(user: string, env: Env): ProcessConfig {
  const config = {
    user,
    natsUrl: required(env, 'NATS_URL'),
    natsUser: env['NATS_USER'] ?? user,
    natsPassword: secret(env, 'NATS_PASSWORD'),
    natsCaFile: env['NATS_CA_FILE'],
    namespace: env['DOIT_NAMESPACE'] ?? 'doit',
    issuer: required(env, 'OIDC_ISSUER'),
    audience: env['OIDC_AUDIENCE'] ?? 'doit',
    claims: claimNames(env),
    host: env['HOST'] ?? '127.0.0.1',
    internalPort: env['INTERNAL_PORT'] ? Number(env['INTERNAL_PORT']) : undefined,
  };
  if (isProduction(env)) refuseUnfit(config);
  return config;
}

/** @throws Error naming the variable that is missing, or, in production, all that is not fit for it */
export function serviceConfig(service: Service, env: Env): ServiceConfig {
  return {
    ...processConfig(schemaOf(service), env),
    ...databaseConfig(service, env, requiredSecret(env, 'DATABASE_URL')),
    audit: auditConfig(env),
  };
}

/** Without both nothing is signed; production insists. */
function auditConfig(env: Env): AuditConfig | undefined {
  const [directory, key] = [env['AUDIT_DIR'], secret(env, 'AUDIT_KEY')];
  if (directory && key) {
    signingKey(key);
    return { directory, key };
  }
  if (directory || key || isProduction(env))
    throw new Error(
      'AUDIT_DIR and AUDIT_KEY_FILE belong together: the folder of signed heads, and the key that signs.',
    );
  return undefined;
}

/** For migrations and rebuilds: as the owner of the schema. @throws Error naming the variable that is missing */
export function ownerConfig(service: Service, env: Env): DatabaseConfig {
  return databaseConfig(service, env, requiredSecret(env, 'DATABASE_OWNER_URL'));
}

function databaseConfig(service: Service, env: Env, databaseUrl: string): DatabaseConfig {
  if (isProduction(env)) refuseUnfit({ databaseUrl });
  return { service, schema: schemaOf(service), databaseUrl, poolSize: Number(env['DATABASE_POOL'] ?? 10) };
}

/** `OIDC_CLAIM_ROLES=realm_access.roles,groups`, and so the others; `OIDC_ROLE_NAMES=chuyen-vien=officer,giam-doc=approver`. */
function claimNames(env: Env): ClaimNames {
  const paths = (of: 'permissions' | 'roles' | 'domains' | 'territories') =>
    listed(env[`OIDC_CLAIM_${of.toUpperCase()}`]) ?? usualClaims[of];
  const roleNames = (listed(env['OIDC_ROLE_NAMES']) ?? []).map((pair): [string, string] => {
    const [, theirs, ours] = /^(.+)=([a-z]+)(?::[a-z*-]+)?$/.exec(pair) ?? [];
    if (theirs === undefined || ours === undefined || !roles.includes(ours))
      throw new Error(`OIDC_ROLE_NAMES: "${pair}" is not <a name>=<one of ${roles.join(', ')}>.`);
    return [theirs, pair.slice(theirs.length + 1)];
  });
  return {
    permissions: paths('permissions'),
    roles: paths('roles'),
    domains: paths('domains'),
    territories: paths('territories'),
    roleNames: new Map(roleNames),
  };
}

function listed(text: string | undefined): string[] | undefined {
  const all = (text ?? '').split(',').map((one) => one.trim());
  const said = all.filter((one) => one !== '');
  return said.length > 0 ? said : undefined;
}

const isProduction = (env: Env): boolean => env['NODE_ENV'] === 'production';
