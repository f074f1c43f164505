/**
 * PandaDoc. Docs print scope=read+write, which is two scopes with an encoded space. Keys use the API-Key
 * scheme.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const pandadoc = providerPage((): ProviderInput => ({
  slug: 'pandadoc',
  name: 'PandaDoc',
  docsUrl: 'https://developers.pandadoc.com/reference/authentication-process',
  category: 'e-signature',
  verified: 'recall',
  authMethods: ['oauth', 'api_key'],
  oauth: {
    authorizationUrl: 'https://app.pandadoc.com/oauth2/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://api.pandadoc.com/oauth2/access_token' },
    scopes: {
      default: ['read', 'write'],
      available: [
        { value: 'read', description: 'Read documents in PandaDoc' },
        { value: 'write', description: 'Write documents in PandaDoc' },
      ],
    },
    refresh: { rotates: 'never', reuseKills: false },
    userinfo: {
      url: 'https://api.pandadoc.com/public/v1/members/current/',
      idPaths: ['user_id'],
      labelPaths: ['email'],
    },
  },
}))
