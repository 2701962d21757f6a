import { schemaOf, type Service } from '@doit/contracts';
import { roles, usualClaims, type ClaimNames } from '@doit/rpc';

/** What every process of the house is told from outside. */
export interface ProcessConfig {
  /** Who this process is on the bus: the prefix of its inboxes, and the NATS user unless NATS_USER says otherwise. */
  readonly user: string;
  readonly natsUrl: string;
  readonly natsUser: string;
  readonly natsPassword: string | undefined;
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

export type ServiceConfig = ProcessConfig & DatabaseConfig;

type Env = Readonly<Record<string, string | undefined>>;

/** @throws Error naming the variable that is missing or faulty */
export function processConfig(user: string, env: Env): ProcessConfig {
  return {
    user,
    natsUrl: required(env, 'NATS_URL'),
    natsUser: env['NATS_USER'] ?? user,
    natsPassword: env['NATS_PASSWORD'],
    namespace: env['DOIT_NAMESPACE'] ?? 'doit',
    issuer: required(env, 'OIDC_ISSUER'),
    audience: env['OIDC_AUDIENCE'] ?? 'doit',
    claims: claimNames(env),
    host: env['HOST'] ?? '127.0.0.1',
    internalPort: env['INTERNAL_PORT'] ? Number(env['INTERNAL_PORT']) : undefined,
  };
}

/** @throws Error naming the variable that is missing */
export function serviceConfig(service: Service, env: Env): ServiceConfig {
  return {
    ...processConfig(schemaOf(service), env),
    ...databaseConfig(service, env, required(env, 'DATABASE_URL')),
  };
}

/** For migrations and rebuilds: as the owner of the schema. @throws Error naming the variable that is missing */
export function ownerConfig(service: Service, env: Env): DatabaseConfig {
  return databaseConfig(service, env, required(env, 'DATABASE_OWNER_URL'));
}

function databaseConfig(service: Service, env: Env, databaseUrl: string): DatabaseConfig {
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

function required(env: Env, name: string): string {
  const value = env[name];
  if (!value) throw new Error(`The environment variable ${name} is missing.`);
  return value;
}
