/** Bullhorn. The token opens a login call of the REST API, whose answer says where the API is. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const bullhorn = providerPage((): ProviderInput => ({
  slug: 'bullhorn',
  name: 'Bullhorn',
  docsUrl: 'https://bullhorn.github.io/Getting-Started-with-REST/',
  category: 'hr-ats',
  verified: 'recall',
  configFields: [
    {
      key: 'cluster',
      label: 'Data centre',
      description: 'Your Bullhorn cluster, such as west or emea.',
      required: true,
      scope: 'installation',
      pattern: '[a-z0-9][a-z0-9-]*',
      example: 'west',
    },
  ],
  oauth: {
    authorizationUrl: 'https://auth-{cluster}.bullhornstaffing.com/oauth/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://auth-{cluster}.bullhornstaffing.com/oauth/token' },
    refresh: { rotates: 'always' },
  },
}))
