/** Namely. Tokens live a quarter of an hour. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const namely = providerPage((): ProviderInput => ({
  slug: 'namely',
  name: 'Namely',
  docsUrl: 'https://developers.namely.com/docs/authentication',
  category: 'hr-payroll',
  verified: 'recall',
  authMethods: ['oauth', 'api_key'],
  configFields: [
    {
      key: 'company',
      label: 'Namely domain',
      description: 'The first part of your Namely address: acme of acme.namely.com.',
      required: true,
      scope: 'installation',
      pattern: '[a-z0-9][a-z0-9-]*',
      example: 'acme',
    },
  ],
  oauth: {
    authorizationUrl: 'https://{company}.namely.com/api/v1/oauth2/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://{company}.namely.com/api/v1/oauth2/token' },
    refresh: { rotates: 'never', reuseKills: false },
  },
}))
