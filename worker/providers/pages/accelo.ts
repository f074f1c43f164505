/** Accelo. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const accelo = providerPage((): ProviderInput => ({
  slug: 'accelo',
  name: 'Accelo',
  docsUrl: 'https://api.accelo.com/docs/#authentication',
  category: 'project-management',
  verified: 'recall',
  authMethods: ['oauth', 'client_credentials'],
  configFields: [
    {
      key: 'deployment',
      label: 'Deployment',
      description: 'The first part of your Accelo address: acme of acme.accelo.com.',
      required: true,
      scope: 'installation',
      pattern: '[a-z0-9][a-z0-9-]*',
      example: 'acme',
    },
  ],
  oauth: {
    authorizationUrl: 'https://{deployment}.api.accelo.com/oauth2/v0/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: {
      url: 'https://{deployment}.api.accelo.com/oauth2/v0/token',
      clientAuthentication: 'basic_raw',
    },
    scopes: {
      default: ['read(all)'],
      available: [
        { value: 'read(all)', description: 'Read everything in Accelo' },
        { value: 'write(all)', description: 'Write everything in Accelo' },
      ],
      separator: ',',
    },
    response: { keep: ['account_details.id', 'account_details.email'] },
    refresh: { rotates: 'never', reuseKills: false },
  },
}))
