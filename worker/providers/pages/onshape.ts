/** Onshape. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const onshape = providerPage((): ProviderInput => ({
  slug: 'onshape',
  name: 'Onshape',
  docsUrl: 'https://onshape-public.github.io/docs/auth/oauth/',
  category: 'design',
  verified: 'recall',
  authMethods: ['oauth', 'api_key'],
  oauth: {
    authorizationUrl: 'https://oauth.onshape.com/oauth/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://oauth.onshape.com/oauth/token' },
    scopes: {
      default: ['OAuth2ReadPII', 'OAuth2Read'],
      available: [
        { value: 'OAuth2ReadPII', description: 'Read personal info' },
        { value: 'OAuth2Read', description: 'Read documents in Onshape' },
        { value: 'OAuth2Write', description: 'Write documents in Onshape' },
        { value: 'OAuth2Delete', description: 'Delete documents in Onshape' },
      ],
    },
    refresh: { rotates: 'always' },
    userinfo: {
      url: 'https://cad.onshape.com/api/users/sessioninfo',
      idPaths: ['id'],
      labelPaths: ['email'],
    },
  },
}))
