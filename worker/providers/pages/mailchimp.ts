/**
 * Mailchimp. No scopes. expires_in is 0 and means no expiry. Metadata call needs the OAuth scheme, not
 * Bearer. Where the account’s API is (dc) comes with the metadata call.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const mailchimp = providerPage((): ProviderInput => ({
  slug: 'mailchimp',
  name: 'Mailchimp',
  docsUrl: 'https://mailchimp.com/developer/marketing/guides/access-user-data-oauth-2/',
  category: 'marketing',
  verified: 'recall',
  authMethods: ['oauth', 'api_key'],
  oauth: {
    authorizationUrl: 'https://login.mailchimp.com/oauth2/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://login.mailchimp.com/oauth2/token' },
    userinfo: {
      url: 'https://login.mailchimp.com/oauth2/metadata',
      tokenScheme: 'OAuth',
      idPaths: ['user_id'],
      labelPaths: ['accountname', 'login.email'],
      keep: ['dc', 'api_endpoint'],
    },
  },
}))
