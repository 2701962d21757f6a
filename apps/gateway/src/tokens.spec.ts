import { createPublicKey } from 'node:crypto';
import { industry, type Operation } from '@doit/contracts';
import { people, TestInstallation } from '@doit/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type JWK } from 'jose';
import request from 'supertest';
import { database } from '../../industry/src/database';
import { IndustryModule } from '../../industry/src/industry.module';
import { edge } from './edge';

/** A token is judged twice: at the edge, and again by the service, which believes nobody. */
describe('tokens that do not hold are refused at the edge and in the service', () => {
  let house: TestInstallation;
  let app: NestFastifyApplication;
  /** Milliseconds by which the clock of everything here runs ahead. */
  let ahead = 0;

  beforeAll(async () => {
    const now = Date.now.bind(Date);
    jest.spyOn(Date, 'now').mockImplementation(() => now() + ahead);
    house = await TestInstallation.create();
    await house.start('industry', { module: IndustryModule, database });
    app = await edge(house.asker, house.tokens());
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
  });
  afterAll(async () => {
    await app.close();
    await house.stop();
    jest.restoreAllMocks();
  });

  const { officer } = people;
  const claims = () => ({
    sub: officer.subject,
    iss: house.issuer.url,
    aud: 'doit',
    exp: Math.floor(Date.now() / 1000) + 600,
    permissions: officer.permissions,
    territories: officer.territories,
  });
  const issuersKey = async (): Promise<JWK> => {
    const { keys } = (await (await fetch(`${house.issuer.url}/jwks`)).json()) as { keys: [JWK] };
    return keys[0];
  };
  const signed = (header: object, key: Parameters<SignJWT['sign']>[0]) =>
    new SignJWT(claims()).setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', ...header }).sign(key);
  const stranger = () => generateKeyPair('ES256');
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

  const body = { code: 'T-1', name: 'Cụm Đô Lương', territory: 'nghe-an' };
  const [path, read] = ['/v1/industry/clusters', industry.clusters.list as Operation];

  /** Writing and, where no token is needed, reading: at the edge, then past it. */
  const judged = async (token: string): Promise<(number | string)[]> => {
    const authorization = `Bearer ${token}`;
    const answers = [
      await request(app.getHttpServer()).post(path).set({ authorization }).send(body),
      await request(app.getHttpServer()).get(path).set({ authorization }),
    ].map((answer) => [answer.status, (answer.body as { type?: string }).type ?? '']);
    const create = { token, body: Buffer.from(JSON.stringify(body)) };
    const replies = [
      await house.asker.ask(industry.clusters.create as Operation, create),
      await house.asker.ask(read, { token }),
    ].map(({ status, data }) => [
      status,
      (JSON.parse(Buffer.from(data).toString()) as { code?: string }).code ?? '',
    ]);
    return [...answers, ...replies].flat();
  };
  const refused = Array.from({ length: 4 }, () => [401, 'token.invalid']).flat();

  it.each<[string, () => Promise<string>]>([
    [
      'signed by a stranger',
      async () => signed({ kid: (await issuersKey()).kid }, (await stranger()).privateKey),
    ],
    [
      'signed by a stranger who brings his key along',
      async () => {
        const { publicKey, privateKey } = await stranger();
        return signed({ jwk: await exportJWK(publicKey) }, privateKey);
      },
    ],
    ['under a key id that nobody knows', () => house.issuer.token(officer, { kid: 'unknown' })],
    ['expired', () => house.issuer.token(officer, { expiresIn: -6 })],
    ['for another audience', () => house.issuer.token(officer, { audience: 'another' })],
    ['of another issuer', () => house.issuer.token(officer, { issuer: 'https://another.example' })],
    ['an id token', () => house.issuer.token(officer, { typ: 'JWT' })],
    ['alg: none', () => Promise.resolve(new UnsecuredJWT(claims()).encode())],
    [
      'alg: none with the type of an access token',
      () => Promise.resolve(`${part({ alg: 'none', typ: 'at+jwt' })}.${part(claims())}.`),
    ],
    [
      'signed with the public key as a shared secret (PEM)',
      async () => {
        const jwk = await issuersKey();
        const pem = createPublicKey({ key: { ...jwk }, format: 'jwk' }).export({
          type: 'spki',
          format: 'pem',
        });
        return signed({ alg: 'HS256', kid: jwk.kid }, Buffer.from(pem));
      },
    ],
    [
      'signed with the public key as a shared secret (JWK)',
      async () => {
        const jwk = await issuersKey();
        return signed({ alg: 'HS256', kid: jwk.kid }, Buffer.from(JSON.stringify(jwk)));
      },
    ],
    [
      'changed after it was signed',
      async () => {
        const [header, , signature] = (await house.issuer.token(people.reader)).split('.');
        return `${header}.${part(claims())}.${signature}`;
      },
    ],
  ])('%s', async (_what, token) => {
    expect(await judged(await token())).toEqual(refused);
  });

  it('but one that holds is let through, so that the others were refused for what they are', async () => {
    expect(await judged(await house.issuer.token(officer))).toEqual([
      201,
      '',
      200,
      '',
      409,
      'cluster.code-taken',
      200,
      '',
    ]);
  });

  it('keys change without a restart: tokens of the new hold, those of the old no more', async () => {
    const old = await house.issuer.token(officer);
    await house.issuer.rotate();
    const fresh = await house.issuer.token(officer);
    ahead += 11_000;
    expect((await judged(fresh)).slice(2, 4)).toEqual([200, '']);
    expect((await judged(fresh)).slice(6)).toEqual([200, '']);
    expect(await judged(old)).toEqual(refused);
  });
});
