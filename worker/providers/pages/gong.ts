/**
 * Gong. API host comes back as api_base_url_for_customer. Refresh tokens are single use. Plain API keys
 * are Basic access-key:secret.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const gong = providerPage((): ProviderInput => ({
  slug: 'gong',
  name: 'Gong',
  docsUrl: 'https://help.gong.io/docs/create-an-app-for-gong',
  category: 'sales',
  verified: 'recall',
  authMethods: ['oauth', 'api_key'],
  oauth: {
    authorizationUrl: 'https://app.gong.io/oauth2/authorize',
    authorizationParams: { access_type: 'offline' },
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: {
      url: 'https://app.gong.io/oauth2/generate-customer-token',
      clientAuthentication: 'basic_raw',
    },
    scopes: {
      default: ['api:calls:read:basic', 'api:users:read'],
      available: [
        { value: 'api:calls:read:basic', description: 'Read call metadata' },
        { value: 'api:calls:read:extensive', description: 'Read call details' },
        { value: 'api:calls:read:transcript', description: 'Read transcripts in Gong' },
        { value: 'api:users:read', description: 'Read users in Gong' },
        { value: 'api:stats:user-actions', description: 'Read activity stats' },
        { value: 'api:crm:upload', description: 'Upload CRM data' },
      ],
    },
    response: { keep: ['api_base_url_for_customer'] },
    refresh: { rotates: 'always' },
  },
}))
