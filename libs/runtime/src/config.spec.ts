import { usualClaims } from '@doit/rpc';
import { ownerConfig, processConfig, serviceConfig } from './config';

const env = {
  NATS_URL: 'nats://127.0.0.1:4222',
  OIDC_ISSUER: 'http://127.0.0.1:9000',
  DATABASE_URL: 'postgres://export_import@127.0.0.1/doit',
};

describe('what a process is told', () => {
  it('is completed by what goes without saying', () => {
    expect(serviceConfig('export-import', env)).toEqual({
      user: 'export_import',
      natsUrl: env.NATS_URL,
      natsUser: 'export_import',
      natsPassword: undefined,
      namespace: 'doit',
      issuer: env.OIDC_ISSUER,
      audience: 'doit',
      claims: usualClaims,
      host: '127.0.0.1',
      internalPort: undefined,
      service: 'export-import',
      schema: 'export_import',
      databaseUrl: env.DATABASE_URL,
      poolSize: 10,
    });
  });

  it('is taken as it is where it is said', () => {
    const said = {
      DOIT_NAMESPACE: 'a',
      OIDC_AUDIENCE: 'b',
      HOST: '0.0.0.0',
      NATS_USER: 'c',
      NATS_PASSWORD: 'd',
    };
    expect(processConfig('gateway', { ...env, ...said, INTERNAL_PORT: '9100' })).toMatchObject({
      user: 'gateway',
      namespace: 'a',
      audience: 'b',
      host: '0.0.0.0',
      natsUser: 'c',
      natsPassword: 'd',
      internalPort: 9100,
    });
  });

  it.each(['NATS_URL', 'OIDC_ISSUER', 'DATABASE_URL'])('is missed by name: %s', (name) => {
    for (const value of [undefined, ''])
      expect(() => serviceConfig('trade', { ...env, [name]: value })).toThrow(name);
  });

  it('names the claims of any provider, and the provider’s names of our roles', () => {
    const said = {
      OIDC_CLAIM_DOMAINS: '',
      OIDC_CLAIM_ROLES: 'realm_access.roles, groups',
      OIDC_CLAIM_TERRITORIES: 'https://doit.example/territories',
      OIDC_ROLE_NAMES: 'chuyen-vien=officer,CN=giam-doc=approver:trade',
    };
    expect(processConfig('gateway', { ...env, ...said }).claims).toEqual({
      ...usualClaims,
      roles: ['realm_access.roles', 'groups'],
      territories: ['https://doit.example/territories'],
      roleNames: new Map([
        ['chuyen-vien', 'officer'],
        ['CN=giam-doc', 'approver:trade'],
      ]),
    });
  });

  it.each(['chuyen-vien', 'chuyen-vien=king', '=officer'])('names no role that there is not: %s', (pair) => {
    const said = { ...env, OIDC_ROLE_NAMES: pair };
    expect(() => processConfig('gateway', said)).toThrow(`OIDC_ROLE_NAMES: "${pair}" is not`);
  });

  it('is, for migrations, the owner’s address alone', () => {
    expect(ownerConfig('trade', { DATABASE_OWNER_URL: 'postgres://o' })).toMatchObject({
      databaseUrl: 'postgres://o',
    });
    expect(() => ownerConfig('trade', env)).toThrow('DATABASE_OWNER_URL');
  });
});
