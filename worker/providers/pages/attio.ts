/** Attio. Scopes are set on the app. Introspection at app.attio.com/oauth/introspect. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const attio = providerPage((): ProviderInput => ({
  slug: 'attio',
  name: 'Attio',
  docsUrl: 'https://docs.attio.com/rest-api/tutorials/connect-an-app-through-oauth',
  category: 'crm',
  verified: 'recall',
  authMethods: ['oauth', 'api_key'],
  oauth: {
    authorizationUrl: 'https://app.attio.com/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://app.attio.com/oauth/token' },
    scopes: {
      available: [
        { value: 'record_permission:read', description: 'Read records in Attio' },
        { value: 'record_permission:read-write', description: 'Edit records in Attio' },
        { value: 'object_configuration:read', description: 'Read object setup' },
        { value: 'user_management:read', description: 'Read members in Attio' },
        { value: 'note:read', description: 'Read notes in Attio' },
        { value: 'task:read', description: 'Read tasks in Attio' },
        { value: 'list_entry:read', description: 'Read list entries' },
        { value: 'webhook:read-write', description: 'Manage webhooks in Attio' },
      ],
    },
    userinfo: {
      url: 'https://api.attio.com/v2/self',
      idPaths: ['workspace_id'],
      labelPaths: ['workspace_name', 'workspace_slug'],
    },
  },
}))
