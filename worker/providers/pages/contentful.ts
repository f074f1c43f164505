/** Contentful. EU residency uses api.eu.contentful.com. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const contentful = providerPage((): ProviderInput => ({
  slug: 'contentful',
  name: 'Contentful',
  docsUrl: 'https://www.contentful.com/developers/docs/extensibility/oauth/',
  category: 'content',
  verified: 'recall',
  authMethods: ['oauth', 'api_key'],
  oauth: {
    authorizationUrl: 'https://be.contentful.com/oauth/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://be.contentful.com/oauth/token' },
    scopes: {
      default: ['content_management_read'],
      available: [
        { value: 'content_management_read', description: 'Read content and spaces' },
        { value: 'content_management_manage', description: 'Manage content and spaces' },
      ],
    },
    userinfo: {
      url: 'https://api.contentful.com/users/me',
      idPaths: ['sys.id'],
      labelPaths: ['email'],
    },
  },
}))
