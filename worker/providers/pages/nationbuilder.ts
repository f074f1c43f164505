/** NationBuilder. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const nationbuilder = providerPage((): ProviderInput => ({
  slug: 'nationbuilder',
  name: 'NationBuilder',
  docsUrl: 'https://nationbuilder.com/api_quickstart',
  category: 'community',
  verified: 'recall',
  configFields: [
    {
      key: 'nation',
      label: 'Nation',
      description: 'The first part of your nation’s address: acme of acme.nationbuilder.com.',
      required: true,
      scope: 'installation',
      pattern: '[a-z0-9][a-z0-9-]*',
      example: 'acme',
    },
  ],
  oauth: {
    authorizationUrl: 'https://{nation}.nationbuilder.com/oauth/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://{nation}.nationbuilder.com/oauth/token' },
    scopes: {
      default: ['default'],
      available: [{ value: 'default', description: 'Full API in NationBuilder' }],
    },
    refresh: { rotates: 'always' },
    userinfo: {
      url: 'https://{nation}.nationbuilder.com/api/v1/people/me',
      idPaths: ['person.id'],
      labelPaths: ['person.email'],
    },
  },
}))
