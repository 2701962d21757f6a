import { hash } from 'node:crypto';
import { once } from 'node:events';
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { text } from 'node:stream/consumers';
import { Problem, type Caller } from '@doit/contracts';
import { createLocalJWKSet, errors, jwtVerify, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import { callerOf, usualClaims, type ClaimNames } from './claims';

const maxCached = 10_000;
/** The issuer's keys are read again after this long, and for a key id not met before at most this often (ms). */
const keysAge = 10 * 60_000;
const keysPause = 10_000;
/** An account as OpenID Connect Core §2 has it, and as an event's actor keeps it. */
const account = /^[!-~]([ -~]{0,253}[!-~])?$/;

/**
 * Verifies access tokens of one OpenID Connect issuer: signature, issuer, audience, `typ: at+jwt`, expiry. A token
 * once verified is remembered by its SHA-256 until it expires, or until the issuer's keys change.
 */
export class Tokens {
  private readonly known = new Map<string, Caller>();
  private keys: { get: JWTVerifyGetKey; text: string; readAt: number } | undefined;
  /** When they were last asked for, answered or not; and that asking, while it is under way. */
  private askedAt = -Infinity;
  private renewing: Promise<JWTVerifyGetKey> | undefined;

  constructor(
    private readonly issuer: string,
    private readonly audience: string,
    private readonly claims: ClaimNames = usualClaims,
    private readonly now: () => number = Date.now,
  ) {}

  /** @throws Problem token.invalid */
  async verify(token: string): Promise<Caller> {
    const name = hash('sha256', token, 'base64');
    const cached = this.known.get(name);
    if (cached && cached.expiresAt * 1000 > this.now()) return cached;
    const caller = await this.check(token);
    if (this.known.size >= maxCached) this.known.clear();
    this.known.set(name, caller);
    return caller;
  }

  private async check(token: string): Promise<Caller> {
    try {
      return await this.checkWith(await this.readKeys(keysAge), token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw problemOf(error);
    }
    // A key id not met before: the issuer may have new keys.
    try {
      return await this.checkWith(await this.readKeys(keysPause), token);
    } catch (error) {
      throw problemOf(error);
    }
  }

  private async checkWith(keys: JWTVerifyGetKey, token: string): Promise<Caller> {
    const { payload } = await jwtVerify(token, keys, {
      issuer: this.issuer,
      audience: this.audience,
      typ: 'at+jwt',
      algorithms: ['ES256', 'RS256', 'PS256', 'EdDSA'],
      requiredClaims: ['sub', 'exp'],
      clockTolerance: 5,
      currentDate: new Date(this.now()),
    });
    if (!account.test(payload.sub ?? ''))
      throw new errors.JWTInvalid('the account is not 1 to 255 ASCII characters');
    return callerOf(payload, this.claims, vietnameseDay(this.now()));
  }

  private async readKeys(maxAge: number): Promise<JWTVerifyGetKey> {
    const isFresh = this.keys && this.now() - this.keys.readAt < maxAge;
    const isPausing = this.keys && this.now() - this.askedAt < keysPause;
    if (this.keys && (isFresh || (isPausing && !this.renewing))) return this.keys.get;
    try {
      this.renewing ??= this.renewKeys().finally(() => (this.renewing = undefined));
      return await this.renewing;
    } catch (error) {
      // An issuer that is away does not make the keys we know worse; it is asked again after a pause.
      if (!this.keys) throw error;
      return this.keys.get;
    }
  }

  private async renewKeys(): Promise<JWTVerifyGetKey> {
    this.askedAt = this.now();
    const discovery = `${this.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
    const { jwks_uri: at } = JSON.parse(await read(discovery)) as { jwks_uri: string };
    const keys = await read(at);
    if (this.keys && this.keys.text !== keys) this.known.clear();
    this.keys = {
      get: createLocalJWKSet(JSON.parse(keys) as JSONWebKeySet),
      text: keys,
      readAt: this.now(),
    };
    return this.keys.get;
  }
}

/** A token that does not hold is the caller's fault; an issuer that does not answer is not. */
function problemOf(error: unknown): Problem {
  return error instanceof errors.JOSEError
    ? new Problem('token.invalid')
    : new Problem('service.unavailable', { service: 'identity' });
}

/** By Node's own HTTP client: the first `fetch` of a process takes some 25 MB while it compiles its parser. */
async function read(url: string): Promise<string> {
  const signal = AbortSignal.timeout(5000);
  const { get } = url.startsWith('https:') ? https : http;
  const [response] = (await once(get(url, { signal }), 'response', { signal })) as [IncomingMessage];
  const answer = await text(response);
  if (response.statusCode !== 200) throw new Error(`${url} answered ${response.statusCode}`);
  return answer;
}

/** The calendar day in Viet Nam, seven hours ahead of UTC all year. */
function vietnameseDay(instant: number): string {
  return new Date(instant + 7 * 3_600_000).toISOString().slice(0, 10);
}
