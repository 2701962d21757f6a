import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
      natsCaFile: undefined,
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
      audit: undefined,
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

describe('secrets', () => {
  const folder = mkdtempSync(join(tmpdir(), 'doit-secrets-'));
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  afterAll(() => rmSync(folder, { recursive: true }));

  it('come from mounted files, too', () => {
    const { DATABASE_URL: _url, ...rest } = env;
    const files = {
      DATABASE_URL_FILE: file('url', 'postgres://trade@127.0.0.1/doit\n'),
      NATS_PASSWORD_FILE: file('nats', 'from a file\n'),
    };
    expect(serviceConfig('trade', { ...rest, ...files })).toMatchObject({
      databaseUrl: 'postgres://trade@127.0.0.1/doit',
      natsPassword: 'from a file',
    });
    const owner = { DATABASE_OWNER_URL_FILE: file('owner', 'postgres://trade_owner@127.0.0.1/doit') };
    expect(ownerConfig('trade', owner).databaseUrl).toBe('postgres://trade_owner@127.0.0.1/doit');
  });

  it('are given once, and a file that is named must be there', () => {
    const there = { NATS_PASSWORD_FILE: file('nats', 'one'), NATS_PASSWORD: 'two' };
    expect(() => serviceConfig('trade', { ...env, ...there })).toThrow(
      'NATS_PASSWORD and NATS_PASSWORD_FILE',
    );
    const missing = { NATS_PASSWORD_FILE: join(folder, 'none') };
    expect(() => serviceConfig('trade', { ...env, ...missing })).toThrow(/NATS_PASSWORD_FILE.*ENOENT/);
  });

  it('that sign the audit go with the folder they are for', () => {
    const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const key = { AUDIT_KEY_FILE: file('key.pem', pem) };
    expect(serviceConfig('trade', { ...env, ...key, AUDIT_DIR: folder }).audit).toEqual({
      directory: folder,
      key: pem.trimEnd(),
    });
    for (const half of [key, { AUDIT_DIR: folder }])
      expect(() => serviceConfig('trade', { ...env, ...half })).toThrow('AUDIT_DIR and AUDIT_KEY_FILE');
    const none = { AUDIT_KEY_FILE: file('none.pem', 'secret'), AUDIT_DIR: folder };
    expect(() => serviceConfig('trade', { ...env, ...none })).toThrow('no private Ed25519 key');
  });
});

describe('production', () => {
  const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const long = 'p0c0ffee0c0ffee0c0ffee';
  const fit = {
    NODE_ENV: 'production',
    NATS_URL: 'tls://nats:4222',
    NATS_PASSWORD: long,
    OIDC_ISSUER: 'https://identity.example.vn',
    DATABASE_URL: `postgres://trade:${long}@db/doit`,
    DATABASE_OWNER_URL: `postgres://trade_owner:${long}@db/doit`,
    AUDIT_DIR: '/audit',
    AUDIT_KEY: pem,
  };

  it('starts with what is fit for it', () => {
    expect(serviceConfig('trade', fit)).toMatchObject({ natsUrl: 'tls://nats:4222' });
    expect(processConfig('gateway', fit)).toMatchObject({ natsPassword: long });
    expect(ownerConfig('trade', fit)).toMatchObject({ databaseUrl: fit.DATABASE_OWNER_URL });
    expect(serviceConfig('trade', { ...fit, NATS_URL: 'nats://127.0.0.1:4222' })).toBeDefined();
  });

  it.each<[string, Record<string, string | undefined>, string]>([
    ['a broker in plain text', { NATS_URL: 'nats://nats:4222' }, 'NATS_URL is plain text'],
    ['one of several in plain text', { NATS_URL: 'tls://nats-0:4222,nats-1:4222' }, 'NATS_URL is plain text'],
    ['no password of the broker', { NATS_PASSWORD: undefined }, 'NATS_PASSWORD has no password'],
    ['the demo password', { NATS_PASSWORD: 'demo' }, 'NATS_PASSWORD has no password'],
    ['the demo password, longer', { NATS_PASSWORD: 'demodemodemodemo' }, 'NATS_PASSWORD has no password'],
    ['a short password', { NATS_PASSWORD: 'p0c0ffee' }, 'NATS_PASSWORD has no password'],
    ['a role without a password', { DATABASE_URL: 'postgres://trade@db/doit' }, 'The database role has no'],
    [
      'a role of a known one',
      { DATABASE_URL: 'postgres://trade:ChangeMe@db/doit' },
      'The database role has no',
    ],
    ['no address of the database', { DATABASE_URL: 'db' }, 'cannot be read'],
    ['the local identity provider', { OIDC_ISSUER: 'http://127.0.0.1:8090' }, 'OIDC_ISSUER'],
    ['an issuer in plain text', { OIDC_ISSUER: 'http://identity.example.vn' }, 'OIDC_ISSUER'],
    ['no key of the audit', { AUDIT_KEY: undefined }, 'AUDIT_KEY_FILE'],
    ['no folder for signed heads', { AUDIT_DIR: undefined }, 'AUDIT_DIR'],
  ])('refuses %s', (_what, unfit, words) => {
    expect(() => serviceConfig('trade', { ...fit, ...unfit })).toThrow(words);
    expect(() => serviceConfig('trade', { ...fit, ...unfit, NODE_ENV: 'test' })).not.toThrow(/production/);
  });

  it('refuses the same for the gateway and for migrations, all at once, and never shows a password', () => {
    const both = { ...fit, NATS_URL: 'nats://nats:4222', NATS_PASSWORD: 'Geheim' };
    expect(() => processConfig('gateway', both)).toThrow(/NATS_URL is plain text.*NATS_PASSWORD/);
    expect(() => processConfig('gateway', both)).not.toThrow(/Geheim/);
    const owner = { ...fit, DATABASE_OWNER_URL: 'postgres://trade_owner:trade_owner@db/doit' };
    expect(() => ownerConfig('trade', owner)).toThrow('The database role has no password');
  });
});
