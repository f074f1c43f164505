/** Netlify. No scopes: token has the user's full access. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const netlify = providerPage((): ProviderInput => ({
  slug: 'netlify',
  name: 'Netlify',
  docsUrl: 'https://docs.netlify.com/api/get-started/#oauth-applications',
  category: 'developer-tools',
  verified: 'recall',
  authMethods: ['oauth', 'api_key'],
  oauth: {
    authorizationUrl: 'https://app.netlify.com/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://api.netlify.com/oauth/token' },
    userinfo: {
      url: 'https://api.netlify.com/api/v1/user',
      idPaths: ['id'],
      labelPaths: ['email'],
    },
  },
}))
