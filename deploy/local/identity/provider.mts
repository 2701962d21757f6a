import { generateKeyPairSync, randomBytes, type JsonWebKey } from 'node:crypto';
import Provider, { interactionPolicy, type Configuration, type JWK } from 'oidc-provider';
import files from '../files.js';
import accounts from './accounts.js';
import { devGrant, grantDevTokens } from './dev-grant.mjs';
import { errorPage, logoutPage, signedOutPage } from './pages.mjs';
import { ShortMemory } from './short-memory.mjs';

/** The interface that tokens are for; its audience is what services expect in `aud`. */
export const API = 'urn:doit:api';
const AUDIENCE = 'doit';
const TOKEN_SECONDS = 600;
const HOUR = 3600;

export interface ProviderOptions {
  issuer: string;
  keyFile: string;
  /** Origins from which the console is served. */
  consoleOrigins: string[];
  /** Secret of the systems: the client `jobs`, which services' own jobs would use, and `national-sources`. */
  jobSecret: string;
}

/** The stand-in for "any OpenID provider": standard grants, and one of its own for `npm run token`. */
export function localProvider({ issuer, keyFile, consoleOrigins, jobSecret }: ProviderOptions): Provider {
  const policy = interactionPolicy.base();
  // The console belongs to the house: nobody is asked whether it may act for them.
  policy.remove('consent');
  const configuration: Configuration = {
    adapter: ShortMemory,
    jwks: { keys: [keptKey(keyFile)] },
    cookies: { keys: [randomBytes(24).toString('hex')] },
    // The only key is ES256: with the default, RS256, every grant would fail.
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    clients: [
      {
        client_id: 'console',
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code', 'refresh_token'],
        redirect_uris: consoleOrigins.flatMap((origin) => [`${origin}/`, `${origin}/signed-in`]),
        post_logout_redirect_uris: consoleOrigins.map((origin) => `${origin}/`),
      },
      ...Object.keys(accounts.sampleSystems).map((client_id) => ({
        client_id,
        client_secret: jobSecret,
        grant_types: ['client_credentials'],
        redirect_uris: [],
        response_types: [],
      })),
      {
        client_id: 'dev-cli',
        token_endpoint_auth_method: 'none',
        grant_types: [devGrant],
        redirect_uris: [],
        response_types: [],
      },
    ],
    clientBasedCORS: (_ctx, origin, client) =>
      client.clientId === 'console' && consoleOrigins.includes(origin),
    pkce: { required: () => true, methods: ['S256'] },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => {
          ctx.type = 'html';
          ctx.body = logoutPage(form);
        },
        postLogoutSuccessSource: (ctx) => {
          ctx.type = 'html';
          ctx.body = signedOutPage();
        },
      },
      userinfo: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => API,
        useGrantedResource: () => true,
        getResourceServerInfo: () => apiServer,
      },
    },
    // Renewed as long as the session lasts; without being asked for `offline_access`, which outlives it.
    issueRefreshToken: (_ctx, client) => Promise.resolve(client.grantTypeAllowed('refresh_token')),
    // The console greets people by name.
    claims: { openid: ['sub'], profile: ['name', 'name#en', 'preferred_username'] },
    conformIdTokenClaims: false,
    interactions: { policy, url: (_ctx, interaction) => `/login/${interaction.uid}` },
    async loadExistingGrant(ctx) {
      const { client, session, provider } = ctx.oidc;
      if (client === undefined || session?.accountId === undefined) return undefined;
      const existing = session.grantIdFor(client.clientId);
      if (existing) return provider.Grant.find(existing);
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope('openid profile');
      await grant.save();
      return grant;
    },
    findAccount: (_ctx, name) => {
      const account = accounts.sampleAccount(name);
      const claims = { name: account?.vi, 'name#en': account?.en, preferred_username: name };
      return account && { accountId: name, claims: () => ({ sub: name, ...claims }) };
    },
    extraTokenClaims: (_ctx, token) =>
      token.kind === 'AccessToken'
        ? rightsOf(accounts.sampleAccount(token.accountId))
        : rightsOf(accounts.sampleSystems[token.clientId ?? '']),
    renderError: (ctx, { error, error_description }) => {
      ctx.type = 'html';
      ctx.body = errorPage(error, error_description);
    },
    ttl: {
      AccessToken: TOKEN_SECONDS,
      ClientCredentials: TOKEN_SECONDS,
      AuthorizationCode: 60,
      IdToken: HOUR,
      Interaction: HOUR,
      Session: 12 * HOUR,
      Grant: 12 * HOUR,
      RefreshToken: 12 * HOUR,
    },
  };
  const provider = new Provider(issuer, configuration);
  grantDevTokens(provider, apiServer);
  provider.on('server_error', (_ctx, error) => console.error(error));
  return provider;
}

const apiServer = {
  scope: '',
  audience: AUDIENCE,
  accessTokenFormat: 'jwt' as const,
  accessTokenTTL: TOKEN_SECONDS,
  jwt: { sign: { alg: 'ES256' as const } },
};

/** What somebody may do, as the platform's services read it. */
function rightsOf(somebody: { permissions: string[]; territories: string[] } | undefined) {
  return { permissions: somebody?.permissions ?? [], territories: somebody?.territories ?? [] };
}

/** The signing key: made at the first start, never one that a package brings. */
function keptKey(file: string): JWK {
  const kept = files.readJson(file);
  if (kept !== null) return kept as JWK;
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const key: JsonWebKey = privateKey.export({ format: 'jwk' });
  const named = { ...key, kid: randomBytes(8).toString('hex'), use: 'sig', alg: 'ES256' };
  files.writeJson(file, named);
  return named;
}
