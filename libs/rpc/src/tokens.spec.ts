import http from 'node:http';
import { generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { people, TestIssuer, type Forgery } from '@doit/testing';
import { usualClaims } from './claims';
import { Tokens } from './tokens';

describe('access tokens', () => {
  let issuer: TestIssuer;
  let tokens: Tokens;
  let now: number;
  const second = 1000;

  beforeEach(async () => {
    issuer = await TestIssuer.start();
    now = Date.now();
    tokens = new Tokens(issuer.url, 'doit', usualClaims, () => now);
  });
  afterEach(() => issuer.stop());

  const officer = (forged?: Forgery) => issuer.token(people.officer, forged);
  const refused = (code: string, status: number) => expect.objectContaining({ code, status }) as unknown;
  const invalid = refused('token.invalid', 401);
  const claims = () => ({ sub: 'a', iss: issuer.url, aud: 'doit', exp: Math.floor(now / second) + 600 });

  it('say who asks, with which rights, over which territories, until when', async () => {
    expect(await tokens.verify(await officer())).toMatchObject({
      ...people.officer,
      expiresAt: expect.closeTo(now / second + 600, -1) as number,
    });
  });

  it.each<[string, Forgery]>([
    ['expired', { expiresIn: -6 }],
    ['made for somebody else', { audience: 'another' }],
    ['issued by somebody else', { issuer: 'http://127.0.0.1:1' }],
    ['an id token', { typ: 'JWT' }],
    ['signed under a key id that the issuer does not know', { kid: 'unknown' }],
  ])('do not hold when %s', async (_what, forged) => {
    await expect(tokens.verify(await officer(forged))).rejects.toEqual(invalid);
  });

  it('do not hold when signed with a key that is not the issuer’s', async () => {
    const { privateKey } = await generateKeyPair('ES256');
    await expect(tokens.verify(await officer({ key: privateKey }))).rejects.toEqual(invalid);
  });

  it('do not hold without a signature, with a shared secret, without an account, or as any other text', async () => {
    const unsigned = new UnsecuredJWT(claims()).encode();
    const header = { alg: 'HS256', typ: 'at+jwt' };
    const secret = new SignJWT(claims()).setProtectedHeader(header).sign(Buffer.from('s'.repeat(32)));
    const of = (subject: string) => issuer.token({ ...people.officer, subject });
    for (const token of [unsigned, await secret, await of(''), await of('nguyễn'), 'a.b.c', '', '{}'])
      await expect(tokens.verify(token)).rejects.toEqual(invalid);
  });

  it('give no rights where their claims are not lists of text', async () => {
    const odd = { subject: 'a', permissions: 'industry:write', territories: [1, 'nghe-an'] };
    const token = await issuer.token(odd as unknown as typeof people.officer);
    expect(await tokens.verify(token)).toMatchObject({ permissions: [], territories: ['nghe-an'] });
  });

  it('reach a successor unit from its first day in Viet Nam on', async () => {
    const firstDay = Date.parse('2025-07-01T00:00:00+07:00');
    const officer = { ...people.officer, territories: ['kien-giang'] };
    const reached = async (): Promise<readonly string[]> => {
      const expiresIn = Math.ceil((now - Date.now()) / second) + 600;
      return (await tokens.verify(await issuer.token(officer, { expiresIn }))).territories;
    };
    now = firstDay - second;
    expect(await reached()).toEqual(['kien-giang']);
    now = firstDay + second;
    expect(await reached()).toEqual(['kien-giang', 'an-giang-2025']);
  });

  it('are remembered until they expire, and no longer', async () => {
    const token = await officer({ expiresIn: 60 });
    await tokens.verify(token);
    now += 59 * second;
    await expect(tokens.verify(token)).resolves.toMatchObject({ subject: 'nghean.officer' });
    now += 7 * second;
    await expect(tokens.verify(token)).rejects.toEqual(invalid);
  });

  it('of new keys are met by reading the keys again, and those of the old keys are forgotten', async () => {
    const old = await officer();
    await tokens.verify(old);
    await issuer.rotate();
    now += 11 * second;
    await expect(tokens.verify(await officer())).resolves.toMatchObject({ subject: 'nghean.officer' });
    await expect(tokens.verify(old)).rejects.toEqual(invalid);
  });

  it('of unknown keys do not make the issuer’s keys be read at every try', async () => {
    await tokens.verify(await officer());
    await issuer.rotate();
    const token = await officer();
    now += 9 * second;
    await expect(tokens.verify(token)).rejects.toEqual(invalid);
    now += 2 * second;
    await expect(tokens.verify(token)).resolves.toBeDefined();
  });

  it('of unknown keys ask an issuer that is away once in ten seconds, however many they are', async () => {
    await tokens.verify(await officer());
    const unknown = await TestIssuer.start();
    const forged = await unknown.token(people.officer);
    await unknown.stop();
    await issuer.stop();
    now += 11 * second;
    const asking = jest.spyOn(http, 'get');
    await Promise.allSettled(Array.from({ length: 10 }, () => tokens.verify(forged)));
    for (let n = 0; n < 10; n++) await expect(tokens.verify(forged)).rejects.toEqual(invalid);
    expect(asking).toHaveBeenCalledTimes(1);
    asking.mockRestore();
    issuer = await TestIssuer.start();
  });

  it('cannot be judged while the issuer is away: not the caller’s fault', async () => {
    const token = await officer();
    const lost = new Tokens('http://127.0.0.1:1', 'doit');
    await expect(lost.verify(token)).rejects.toEqual(refused('service.unavailable', 503));
  });

  it('that were verified are good while the issuer is away', async () => {
    const [known, unknown] = [await officer(), await officer({ expiresIn: 500 })];
    await tokens.verify(known);
    await issuer.stop();
    now += 599 * second;
    await expect(tokens.verify(known)).resolves.toMatchObject({ subject: 'nghean.officer' });
    await expect(tokens.verify(unknown)).rejects.toEqual(invalid);
    issuer = await TestIssuer.start();
  });
});
