/** Close. organization_id and user_id in the token response. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const close = providerPage((): ProviderInput => ({
  slug: 'close',
  name: 'Close',
  docsUrl: 'https://developer.close.com/topics/authentication-oauth2/',
  category: 'crm',
  verified: 'recall',
  authMethods: ['oauth', 'api_key'],
  oauth: {
    authorizationUrl: 'https://app.close.com/oauth2/authorize/',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://api.close.com/oauth2/token/' },
    scopes: {
      default: ['all.full_access', 'offline_access'],
      available: [
        { value: 'all.full_access', description: 'Full API access' },
        { value: 'offline_access', description: 'Issue a refresh token' },
      ],
    },
    response: { keep: ['organization_id', 'user_id'] },
    refresh: { rotates: 'always' },
    revocation: { url: 'https://api.close.com/oauth2/revoke/' },
    userinfo: { url: 'https://api.close.com/api/v1/me/', idPaths: ['id'], labelPaths: ['email'] },
  },
}))
