import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type JWK, type KeyLike } from 'jose';

export interface Claims {
  subject: string;
  permissions: readonly string[];
  territories: readonly string[];
}

/** What a token of the issuer would not say of itself: for forging. */
export interface Forgery {
  audience?: string;
  issuer?: string;
  typ?: string;
  expiresIn?: number;
  key?: KeyLike;
  kid?: string;
}

/** An OpenID Connect issuer at the wall of a service test: discovery, keys, and tokens with any claims. */
export class TestIssuer {
  private server: Server;
  private key: KeyLike;
  private jwk: JWK;
  url = '';

  static async start(): Promise<TestIssuer> {
    const issuer = new TestIssuer();
    await issuer.rotate();
    issuer.server = createServer((request, response) => {
      const keys = { keys: [issuer.jwk] };
      const discovery = { issuer: issuer.url, jwks_uri: `${issuer.url}/jwks` };
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(request.url === '/jwks' ? keys : discovery));
    });
    await new Promise<void>((resolve) => issuer.server.listen(0, '127.0.0.1', resolve));
    issuer.url = `http://127.0.0.1:${(issuer.server.address() as AddressInfo).port}`;
    return issuer;
  }

  /** New keys: tokens signed before hold no more. */
  async rotate(): Promise<void> {
    const { publicKey, privateKey } = await generateKeyPair('ES256');
    this.key = privateKey;
    this.jwk = {
      ...(await exportJWK(publicKey)),
      kid: `key-${Date.now()}-${Math.random()}`,
      alg: 'ES256',
      use: 'sig',
    };
  }

  token({ subject, permissions, territories }: Claims, forged: Forgery = {}): Promise<string> {
    return new SignJWT({ permissions, territories })
      .setProtectedHeader({ alg: 'ES256', kid: forged.kid ?? this.jwk.kid, typ: forged.typ ?? 'at+jwt' })
      .setSubject(subject)
      .setIssuer(forged.issuer ?? this.url)
      .setAudience(forged.audience ?? 'doit')
      .setExpirationTime(Math.floor(Date.now() / 1000) + (forged.expiresIn ?? 600))
      .sign(forged.key ?? this.key);
  }

  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}
