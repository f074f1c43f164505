/**
 * Grain. PKCE is demanded of every client. Tokens live an hour; those of some older clients do not expire and come
 * without a refresh token. Calls name a version of the API in Public-Api-Version.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const grain = providerPage((): ProviderInput => ({
  slug: 'grain',
  name: 'Grain',
  docsUrl: 'https://developers.grain.com',
  category: 'communication',
  verified: 'docs',
  authMethods: ['oauth', 'api_key'],
  oauth: {
    authorizationUrl: 'https://grain.com/_/public-api/oauth2/authorize',
    token: { url: 'https://api.grain.com/_/public-api/oauth2/token', bodyFormat: 'json' },
    refresh: { rotates: 'always' },
    userinfo: {
      url: 'https://api.grain.com/_/public-api/me',
      idPaths: ['id'],
      labelPaths: ['email'],
    },
  },
}))
