import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { createHash, randomBytes, randomInt } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { transformFileSync } from '@swc/core';
import { createRemoteJWKSet, jwtVerify, type JWTPayload } from 'jose';
import { Tokens } from '@doit/rpc';
import { freePort, isFree } from '../ports';
import { root } from '../root';

const run = promisify(execFile);
let home: string;
let program: string;
let issuer: string;
let provider: ChildProcess;
let log = '';

/** The provider is an ES module and runs by itself; compiled as Jest compiles everything else. */
function compile(folder: string): string {
  for (const source of ['libs/contracts/src/services.ts', 'deploy/local/files.ts', ...identitySources()]) {
    const type = source.endsWith('.mts') ? 'es6' : 'commonjs';
    const target = join(folder, source.replace(/\.(m?)ts$/, '.$1js'));
    mkdirSync(join(target, '..'), { recursive: true });
    const options = { swcrc: false, jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } } as const;
    writeFileSync(target, transformFileSync(join(root, source), { ...options, module: { type } }).code);
  }
  return join(folder, 'deploy/local/identity/main.mjs');
}
const identitySources = (): string[] =>
  readdirSync(__dirname, { encoding: 'utf8' })
    .filter((name) => !name.includes('.spec.'))
    .map((name) => relative(root, join(__dirname, name)));

async function startProvider(environment: Record<string, string> = {}): Promise<ChildProcess> {
  const child = spawn(process.execPath, [program], {
    env: {
      PATH: process.env.PATH,
      IDENTITY_PORT: new URL(issuer).port,
      IDENTITY_KEY_FILE: join(home, 'identity-key.json'),
      IDENTITY_CONSOLE_ORIGINS: 'http://127.0.0.1:8080',
      IDENTITY_JOB_SECRET: 'a-secret-of-this-test',
      ...environment,
    },
  });
  child.stderr.on('data', (text) => (log += String(text)));
  child.stdout.on('data', (text) => (log += String(text)));
  for (;;) {
    if (child.exitCode !== null || (await fetch(`${issuer}/jwks`).catch(() => null))?.ok) return child;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

const ask = (form: Record<string, string>): Promise<Response> =>
  fetch(`${issuer}/token`, { method: 'POST', body: new URLSearchParams(form) });
const verified = async (token: string): Promise<JWTPayload> => {
  const keys = createRemoteJWKSet(new URL(`${issuer}/jwks`));
  const { payload } = await jwtVerify(token, keys, {
    issuer,
    audience: 'doit',
    typ: 'at+jwt',
    algorithms: ['ES256'],
  });
  return payload;
};
const tokenOf = (account: string) =>
  run(process.execPath, [join(root, 'deploy/local/token.mjs'), account], {
    env: { ...process.env, DOIT_HOME: home },
  });

/** The provider goes and comes back on its port, so it is one that no other test draws meanwhile. */
async function ownPort(): Promise<number> {
  for (;;) {
    const port = randomInt(12_000, 15_000);
    if (await isFree(port)) return port;
  }
}

beforeAll(async () => {
  const cache = join(root, 'node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  home = mkdtempSync(join(cache, 'doit-identity-'));
  program = compile(join(home, 'program'));
  issuer = `http://127.0.0.1:${await ownPort()}`;
  writeFileSync(join(home, 'identity.json'), JSON.stringify({ issuer }));
  provider = await startProvider();
});
afterAll(() => {
  provider.kill();
  rmSync(home, { recursive: true });
});

test('an account named to the development grant gets its token, and nothing else is printed', async () => {
  const { stdout, stderr } = await tokenOf('kiengiang.officer');
  expect(stderr).toBe('');
  const payload = await verified(stdout.trim());
  expect(payload.sub).toBe('kiengiang.officer');
  expect(payload.territories).toEqual(['kien-giang', 'an-giang-2025']);
  expect(payload.permissions).toContain('export-import:write');
  expect(payload.permissions).not.toContain('platform:admin');
  expect(Number(payload.exp) - Number(payload.iat)).toBe(600);
});

test('an unknown account gets none, and is named', async () => {
  await expect(tokenOf('nobody')).rejects.toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringContaining('No token for "nobody": there is no account "nobody"') as unknown,
  });
});

test.each(['password', 'client_credentials'])(
  'the development client is refused the grant %s',
  async (grant) => {
    const response = await ask({
      grant_type: grant,
      client_id: 'dev-cli',
      username: 'admin',
      password: 'demo',
    });
    expect(response.status).toBe(400);
  },
);

test('a job gets a token for its secret, and none without', async () => {
  const job = { grant_type: 'client_credentials', client_id: 'jobs' };
  expect((await ask({ ...job, client_secret: 'wrong' })).status).toBe(401);
  const response = await ask({ ...job, client_secret: 'a-secret-of-this-test' });
  const { access_token: token } = (await response.json()) as { access_token: string };
  expect(await verified(token)).toMatchObject({ sub: 'jobs', permissions: ['platform:read'] });
});

test('another system has an account of its own, which the house reads as anybody’s', async () => {
  const client = { client_id: 'national-sources', client_secret: 'a-secret-of-this-test' };
  const response = await ask({ grant_type: 'client_credentials', ...client });
  const { access_token: token } = (await response.json()) as { access_token: string };
  const caller = await new Tokens(issuer, 'doit').verify(token);
  expect(caller.subject).toBe('national-sources');
  expect(caller.mayIn('export-import:write', 'nghe-an')).toBe(true);
  expect(caller.mayIn('export-import:approve', 'viet-nam')).toBe(true);
  expect(caller.may('platform:admin')).toBe(false);
});

/** A browser as far as logging in needs one: keeps cookies, follows redirects within the provider. */
async function logIn(password: string): Promise<{ status: number; code: string | null; verifier: string }> {
  const cookies = new Map<string, string>();
  const verifier = randomBytes(32).toString('base64url');
  const visit = async (url: string, form?: Record<string, string>): Promise<Response> => {
    const response = await fetch(new URL(url, issuer), {
      method: form ? 'POST' : 'GET',
      redirect: 'manual',
      headers: { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') },
      body: form && new URLSearchParams(form),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split(/=(.*)/);
      cookies.set(name, value);
    }
    const next = response.headers.get('location');
    return next === null || next.startsWith('http://127.0.0.1:8080') ? response : visit(next);
  };
  const query = new URLSearchParams({
    client_id: 'console',
    response_type: 'code',
    scope: 'openid',
    redirect_uri: 'http://127.0.0.1:8080/signed-in',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  });
  const page = await (await visit(`/auth?${query.toString()}`)).text();
  expect(page).toContain('value="nghean.director"');
  const action = /action="([^"]+)"/.exec(page)?.[1] ?? '';
  const response = await visit(action, { account: 'nghean.director', password });
  const back = response.headers.get('location');
  return { status: response.status, code: back && new URL(back).searchParams.get('code'), verifier };
}

test('a person logs in with a browser and a code that works once', async () => {
  const { code } = await logIn('demo');
  const form = {
    grant_type: 'authorization_code',
    client_id: 'console',
    redirect_uri: 'http://127.0.0.1:8080/signed-in',
    code: String(code),
  };
  expect((await ask({ ...form, code_verifier: 'x'.repeat(43) })).status).toBe(400);
  const second = await logIn('demo');
  const proof = { ...form, code: String(second.code), code_verifier: second.verifier };
  const { access_token: token } = (await (await ask(proof)).json()) as { access_token: string };
  expect(await verified(token)).toMatchObject({ sub: 'nghean.director', territories: ['nghe-an'] });
  expect((await ask(proof)).status).toBe(400);
});

test('a wrong password is refused', async () => {
  expect(await logIn('admin')).toMatchObject({ status: 401, code: null });
});

test('the key is its own, readable by its owner only, and a token outlives a restart', async () => {
  const { stdout } = await tokenOf('admin');
  provider.kill();
  await once(provider, 'exit');
  await expect(tokenOf('admin')).rejects.toMatchObject({
    stderr: expect.stringContaining('The platform is not running') as unknown,
  });
  provider = await startProvider();
  expect((await verified(stdout.trim())).sub).toBe('admin');
  expect(statSync(join(home, 'identity-key.json')).mode & 0o777).toBe(0o600);
  const { d } = JSON.parse(readFileSync(join(home, 'identity-key.json'), 'utf8')) as { d: string };
  expect(await (await fetch(`${issuer}/jwks`)).text()).not.toContain(d);
});

test('it said nothing all the while, and refuses to run in production', async () => {
  expect(log).toBe('');
  issuer = `http://127.0.0.1:${await freePort()}`;
  const refused = await startProvider({ NODE_ENV: 'production' });
  expect(refused.exitCode).toBe(1);
});
