/** Glean. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const glean = providerPage((): ProviderInput => ({
  slug: 'glean',
  name: 'Glean',
  docsUrl: 'https://developers.glean.com',
  category: 'knowledge',
  verified: 'recall',
  authMethods: ['oauth', 'api_key'],
  configFields: [
    {
      key: 'instance',
      label: 'Backend',
      description: 'The first part of your Glean’s backend address: acme-be of acme-be.glean.com.',
      required: true,
      scope: 'installation',
      pattern: '[a-z0-9-]+-be',
      example: 'acme-be',
    },
  ],
  oauth: {
    authorizationUrl: 'https://{instance}.glean.com/oauth/authorize',
    token: { url: 'https://{instance}.glean.com/oauth/token' },
    scopes: {
      default: ['search', 'offline_access'],
      available: [
        { value: 'search', description: 'Search in Glean' },
        { value: 'chat', description: 'Chat in Glean' },
        { value: 'documents', description: 'Documents in Glean' },
        { value: 'people', description: 'People in Glean' },
        { value: 'offline_access', description: 'Issue a refresh token' },
      ],
    },
  },
}))
