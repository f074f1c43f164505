/** Ironclad. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const ironclad = providerPage((): ProviderInput => ({
  slug: 'ironclad',
  name: 'Ironclad',
  docsUrl: 'https://developer.ironcladapp.com/docs/oauth-20-overview',
  category: 'legal',
  verified: 'recall',
  authMethods: ['oauth', 'client_credentials'],
  configFields: [
    {
      key: 'region',
      label: 'Environment',
      description: 'na1, eu1 or demo.',
      required: true,
      scope: 'integration',
      pattern: 'na1|eu1|demo',
      example: 'na1',
    },
  ],
  oauth: {
    authorizationUrl: 'https://{region}.ironcladapp.com/oauth/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://{region}.ironcladapp.com/oauth/token' },
    scopes: {
      default: ['public.records.readRecords'],
      available: [
        { value: 'public.records.readRecords', description: 'Read records in Ironclad' },
        { value: 'public.workflows.readWorkflows', description: 'Read workflows in Ironclad' },
        { value: 'public.workflows.createWorkflows', description: 'Create workflows in Ironclad' },
      ],
    },
    userinfo: {
      url: 'https://{region}.ironcladapp.com/oauth/userinfo',
      idPaths: ['sub'],
      labelPaths: ['email'],
    },
  },
}))
