/**
 * Cloudflare. Auth method (basic, post or none) is set per OAuth client. Scope names follow API token
 * permission names with a .read/.write style. Optional scopes since Aug 2026: a token may come back
 * narrower. OIDC userinfo returns sub only; name and email come from the API.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const cloudflare = providerPage((): ProviderInput => ({
  slug: 'cloudflare',
  name: 'Cloudflare',
  docsUrl: 'https://developers.cloudflare.com/fundamentals/oauth/create-an-oauth-client/',
  category: 'infrastructure',
  verified: 'docs',
  authMethods: ['oauth', 'api_key'],
  oauth: {
    authorizationUrl: 'https://dash.cloudflare.com/oauth2/auth',
    token: { url: 'https://dash.cloudflare.com/oauth2/token' },
    scopes: {
      default: ['user-details.read', 'offline_access'],
      available: [
        { value: 'user-details.read', description: 'Read the own user profile' },
        { value: 'account.read', description: 'Read accounts in Cloudflare' },
        { value: 'workers-platform.read', description: 'Read Workers platform' },
        { value: 'offline_access', description: 'Issue a refresh token' },
      ],
    },
    refresh: { rotates: 'always' },
    revocation: { url: 'https://dash.cloudflare.com/oauth2/revoke' },
    userinfo: {
      url: 'https://api.cloudflare.com/client/v4/user',
      idPaths: ['result.id'],
      labelPaths: ['result.email'],
    },
  },
}))
