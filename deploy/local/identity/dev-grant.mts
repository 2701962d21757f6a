import { errors, type default as Provider, type ResourceServer } from 'oidc-provider';
import accounts from './accounts.js';

/**
 * The grant behind `npm run token`: names a sample account, gets its token. Only this provider knows it, so
 * the gateway and the services hold no back door; a production provider answers `unsupported_grant_type`.
 */
export const devGrant = 'urn:doit:dev-account';

export function grantDevTokens(provider: Provider, api: ResourceServer): void {
  provider.registerGrantType(
    devGrant,
    async (ctx, next) => {
      const { client, params } = ctx.oidc;
      const account = accounts.sampleAccount(params?.account);
      if (client === undefined || account === undefined) {
        throw new errors.InvalidRequest(`there is no account ${JSON.stringify(params?.account ?? '')}`);
      }
      const token = new provider.AccessToken({
        client,
        accountId: account.name,
        gty: devGrant,
        grantId: '',
        scope: '',
      });
      token.resourceServer = api;
      ctx.body = {
        access_token: await token.save(),
        expires_in: token.expiration,
        token_type: token.tokenType,
      };
      await next();
    },
    ['account'],
  );
}
