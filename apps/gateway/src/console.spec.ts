import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import request from 'supertest';
import { TestInstallation } from '@doit/testing';
import { edge } from './edge';
import { limitsFrom } from './limits';

describe('the edge serves the console', () => {
  const folder = mkdtempSync(join(tmpdir(), 'doit-console-'));
  const issuer = 'https://id.example.test/realms/doit';
  let house: TestInstallation;
  let app: NestFastifyApplication;

  beforeAll(async () => {
    house = await TestInstallation.create();
    const limits = limitsFrom({ ACCESS_LOG: 'off' });
    app = await edge(house.asker, house.tokens(), limits, { folder, issuer, clientId: 'console' });
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    // Built under the running gateway.
    expect((await go('/')).text).toContain('npm run build');
    expect((await go('/assets/a-1234.js')).status).toBe(404);
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'index.html'), '<!doctype html><title>console</title>');
    writeFileSync(join(folder, 'assets/a-1234.js'), 'export {};');
    writeFileSync(join(folder, 'assets/a-1234.js.gz'), 'zipped');
  });
  afterAll(async () => {
    await app.close();
    await house.stop();
    rmSync(folder, { recursive: true });
  });
  const go = (path: string, accept = 'text/html') =>
    request(app.getHttpServer()).get(path).set('accept', accept);

  it.each([
    '/',
    '/explore',
    '/figures/IIP~nghe-an~2023',
    '/reports/nghe-an/2023-01--P5M?lang=en',
    '/nowhere',
  ])('as one page wherever a browser goes: %s', async (path) => {
    const answer = await go(path);
    expect([answer.status, answer.text]).toEqual([200, '<!doctype html><title>console</title>']);
    expect(answer.get('cache-control')).toBe('no-cache');
    const policy = answer.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("connect-src 'self' https://id.example.test");
    expect(policy).not.toMatch(/unsafe-eval|script-src/);
  });

  it.each([
    ['/v1/nothing', 'text/html'],
    ['/v1', 'text/html'],
    ['/health/nothing', 'text/html'],
    ['/docs-of-old', 'application/json'],
    ['/assets/gone.js', 'text/html'],
    ['/explore', 'application/json'],
  ])('but not to who asks for something else: %s as %s', async (path, accept) => {
    const answer = await go(path, accept);
    expect([answer.status, (answer.body as { type: string }).type]).toEqual([404, 'request.unknown-route']);
    expect(answer.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('and nothing but reading is done there', async () => {
    const answer = await request(app.getHttpServer()).post('/explore').set('accept', 'text/html').send({});
    expect([answer.status, (answer.body as { type: string }).type]).toEqual([404, 'request.unknown-route']);
  });

  it('with files that a browser keeps, compressed beforehand', async () => {
    const answer = await request(app.getHttpServer())
      .get('/assets/a-1234.js')
      .set('accept-encoding', 'identity');
    expect([answer.status, answer.text]).toEqual([200, 'export {};']);
    expect(answer.get('cache-control')).toBe('public, max-age=31536000, immutable');
    const zipped = await app.inject({ url: '/assets/a-1234.js', headers: { 'accept-encoding': 'gzip' } });
    expect([zipped.headers['content-encoding'], zipped.body]).toEqual(['gzip', 'zipped']);
  });

  it('and tells it who vouches for people here', async () => {
    expect((await go('/console.json', 'application/json')).body).toEqual({ issuer, clientId: 'console' });
  });
});
