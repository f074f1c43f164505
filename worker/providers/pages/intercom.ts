/**
 * Intercom. What an app may do is set on the app: there are no scopes. Tokens do not expire. Workspaces in
 * Europe and Australia use other hosts of the API.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const intercom = providerPage((): ProviderInput => ({
  slug: 'intercom',
  name: 'Intercom',
  docsUrl:
    'https://developers.intercom.com/docs/build-an-integration/learn-more/authentication/setting-up-oauth',
  category: 'support',
  verified: 'recall',
  authMethods: ['oauth', 'api_key'],
  oauth: {
    authorizationUrl: 'https://app.intercom.com/oauth',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://api.intercom.io/auth/eagle/token' },
    userinfo: { url: 'https://api.intercom.io/me', idPaths: ['id'], labelPaths: ['email'] },
  },
}))
