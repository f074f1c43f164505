/** Segment. Everyday use is a Public API token; OAuth is for partners. EU host eu1.api.segmentapis.com. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const segment = providerPage((): ProviderInput => ({
  slug: 'segment',
  name: 'Segment',
  docsUrl: 'https://segment.com/docs/api/public-api/',
  category: 'data',
  verified: 'recall',
  authMethods: ['oauth', 'api_key'],
  oauth: {
    authorizationUrl: 'https://id.segmentapis.com/oauth2/auth',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: {
      url: 'https://id.segmentapis.com/oauth2/token',
      clientAuthentication: 'basic_raw',
    },
    scopes: {
      available: [
        { value: 'workspace:read', description: 'Read workspace in Segment' },
        { value: 'workspace', description: 'Manage workspace in Segment' },
      ],
    },
    userinfo: {
      url: 'https://api.segmentapis.com/',
      idPaths: ['data.workspace.id'],
      labelPaths: ['data.workspace.name'],
    },
  },
}))
