/**
 * Apollo. The page that asks the user is a single-page app's: it reads its parameters behind
 * #/oauth/authorize.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const apolloOauth = providerPage((): ProviderInput => ({
  slug: 'apollo-oauth',
  name: 'Apollo.io',
  docsUrl:
    'https://docs.apollo.io/docs/use-oauth-20-authorization-flow-to-access-apollo-user-information-partners',
  category: 'sales',
  verified: 'recall',
  authMethods: ['oauth', 'api_key'],
  oauth: {
    authorizationUrl: 'https://app.apollo.io/',
    authorizationFragment: '/oauth/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://app.apollo.io/api/v1/oauth/token' },
    scopes: {
      default: ['read_user_profile'],
      available: [
        { value: 'read_user_profile', description: 'Read the own user profile' },
        { value: 'app_scopes', description: 'Whatever is set on the app' },
        { value: 'contacts_search', description: 'Search contacts' },
        { value: 'person_read', description: 'Enrich people' },
        { value: 'accounts_search', description: 'Search accounts' },
      ],
    },
    refresh: { rotates: 'always' },
    userinfo: {
      url: 'https://app.apollo.io/api/v1/users/api_profile',
      idPaths: ['id'],
      labelPaths: ['email'],
    },
  },
}))
