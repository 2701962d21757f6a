import { Caller, services, type Permission } from '@doit/contracts';
import { isTerritory, withInherited } from '@doit/reference';

/**
 * Which claims of an access token say what. Each is a list of paths that all count: a claim's whole name
 * (`https://doit.example/roles`), or the way to it (`realm_access.roles`).
 */
export interface ClaimNames {
  /** Permissions as they are: `trade:write`. */
  readonly permissions: readonly string[];
  /** Names of {@link roles}, for every domain of the token (`officer`), or for one (`officer:trade`). */
  readonly roles: readonly string[];
  /** Services, or `*`. */
  readonly domains: readonly string[];
  /** Ids of territories, or `*`. */
  readonly territories: readonly string[];
  /** What the provider calls our roles, where it has names of its own: `chuyen-vien` → `officer`. */
  readonly roleNames: ReadonlyMap<string, string>;
}

export const usualClaims: ClaimNames = {
  permissions: ['permissions'],
  roles: ['roles'],
  domains: ['domains'],
  territories: ['territories'],
  roleNames: new Map(),
};

/** What each role may do in its domains. */
const verbs = new Map<string, readonly ('read' | 'write' | 'approve' | 'audit')[]>([
  ['officer', ['write', 'read']],
  ['approver', ['approve', 'audit', 'read']],
  ['reader', ['read']],
]);

/** What each role may do to the platform; these have no domain. */
const platform = new Map<string, readonly Permission[]>([
  ['operator', ['platform:read']],
  ['admin', ['platform:read', 'platform:admin']],
]);

/** The names of the house's roles. */
export const roles: readonly string[] = [...verbs.keys(), ...platform.keys()];

type Claims = Readonly<Record<string, unknown>>;

/**
 * Who asks, from the claims of a token that was verified. A right comes about only by being said: no domain or no
 * territory named is none, and what is not a list of text, or no territory, counts as not there.
 * @param on the day (`YYYY-MM-DD`) whose map says what is inherited
 */
export function callerOf(claims: Claims, names: ClaimNames, on: string): Caller {
  const all = (paths: readonly string[]) => paths.flatMap((path) => listAt(claims, path));
  const domains = all(names.domains);
  const permissions = [
    ...all(names.permissions),
    ...all(names.roles).flatMap((role) => permissionsOf(names.roleNames.get(role) ?? role, domains)),
  ];
  const territories = all(names.territories).filter((id) => id === '*' || isTerritory(id));
  const { sub, exp } = claims as { sub: string; exp: number };
  return new Caller(sub, [...new Set(permissions)], withInherited(territories, on), exp);
}

function permissionsOf(role: string, domains: readonly string[]): readonly string[] {
  const ofPlatform = platform.get(role);
  if (ofPlatform) return ofPlatform;
  const [name = '', only] = role.split(':');
  const within = only === undefined ? domains : [only];
  return services
    .filter((service) => within.includes('*') || within.includes(service))
    .flatMap((service) => (verbs.get(name) ?? []).map((verb) => `${service}:${verb}`));
}

function listAt(claims: Claims, path: string): string[] {
  const found = Object.hasOwn(claims, path) ? claims[path] : path.split('.').reduce<unknown>(inside, claims);
  return Array.isArray(found) ? found.filter((one) => typeof one === 'string') : [];
}

function inside(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Claims)[name]
    : undefined;
}
