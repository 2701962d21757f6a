import { callerOf, usualClaims, type ClaimNames } from './claims';

describe('the claims of a token', () => {
  const today = '2026-01-01';
  const said = (claims: object, names: Partial<ClaimNames> = {}) => {
    const caller = callerOf({ sub: 'a', exp: 1, ...claims }, { ...usualClaims, ...names }, today);
    return { permissions: [...caller.permissions].sort(), territories: caller.territories };
  };
  const none: string[] = [];

  it.each<[string, object, string[]]>([
    ['permissions as they are', { permissions: ['trade:write'] }, ['trade:write']],
    ['a role in a domain', { roles: ['officer'], domains: ['trade'] }, ['trade:read', 'trade:write']],
    ['a role of one domain', { roles: ['approver:trade'] }, ['trade:approve', 'trade:audit', 'trade:read']],
    [
      'roles of one domain and of all of the token’s, each right once',
      { roles: ['officer:trade', 'reader'], domains: ['trade', 'industry'] },
      ['industry:read', 'trade:read', 'trade:write'],
    ],
    [
      'a role in every domain',
      { roles: ['reader'], domains: ['*'] },
      ['export-import:read', 'industry:read', 'reporting:read', 'trade:read'],
    ],
    ['the platform’s roles, which have no domain', { roles: ['operator'] }, ['platform:read']],
    ['an administrator', { roles: ['admin'] }, ['platform:admin', 'platform:read']],
    ['a role without a domain', { roles: ['officer'] }, none],
    ['a domain without a role', { domains: ['*'] }, none],
    ['what is no role', { roles: ['king', 'officer:moon', '__proto__', 'read'], domains: ['*'] }, none],
    ['what is not a list', { roles: 'officer', domains: 'trade', permissions: 'trade:write' }, none],
    ['what is not text', { roles: [['officer'], 1, null], domains: ['trade'] }, none],
  ])('give rights for %s', (_what, claims, permissions) => {
    expect(said(claims).permissions).toEqual(permissions);
  });

  it.each<[string, unknown, string[]]>([
    ['a unit', ['nghe-an'], ['nghe-an']],
    ['all', ['*'], ['*']],
    ['an ended unit and so its successor', ['kien-giang'], ['kien-giang', 'an-giang-2025']],
    ['what is no territory', ['atlantis', 'nghe-an,kien-giang', ''], none],
    ['text', 'nghe-an', none],
    ['nothing', undefined, none],
  ])('give territories for %s', (_what, territories, reached) => {
    expect(said({ territories }).territories).toEqual(reached);
  });

  it('are found under the names of any provider: nested, with dots in them, in several places', () => {
    const names = {
      roles: ['realm_access.roles', 'resource_access.doit.roles'],
      domains: ['https://doit.example/domains'],
      territories: ['address.area'],
      permissions: ['realm_access.toString', 'realm_access.roles.length', 'nowhere.at.all'],
      roleNames: new Map([['chuyen-vien', 'officer']]),
    };
    const claims = {
      realm_access: { roles: ['offline_access', 'chuyen-vien'] },
      resource_access: { doit: { roles: ['approver'] } },
      'https://doit.example/domains': ['trade'],
      address: { area: ['nghe-an'] },
    };
    expect(said(claims, names)).toEqual({
      permissions: ['trade:approve', 'trade:audit', 'trade:read', 'trade:write'],
      territories: ['nghe-an'],
    });
    expect(said(claims)).toEqual({ permissions: none, territories: none });
  });
});
