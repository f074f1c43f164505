/** Ramp. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const ramp = providerPage((): ProviderInput => ({
  slug: 'ramp',
  name: 'Ramp',
  docsUrl: 'https://docs.ramp.com/developer-api/v1/authorization',
  category: 'finance',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://app.ramp.com/v1/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: {
      url: 'https://api.ramp.com/developer/v1/token',
      clientAuthentication: 'basic_raw',
    },
    scopes: {
      default: ['business:read'],
      available: [
        { value: 'business:read', description: 'Read business in Ramp' },
        { value: 'transactions:read', description: 'Read transactions in Ramp' },
        { value: 'users:read', description: 'Read users in Ramp' },
        { value: 'cards:read', description: 'Read cards in Ramp' },
        { value: 'bills:read', description: 'Read bills in Ramp' },
        { value: 'accounting:write', description: 'Sync accounting in Ramp' },
      ],
    },
    refresh: { rotates: 'never', reuseKills: false },
    revocation: { url: 'https://api.ramp.com/developer/v1/token/revoke', auth: 'basic' },
    userinfo: {
      url: 'https://api.ramp.com/developer/v1/business',
      idPaths: ['id'],
      labelPaths: ['business_name_legal'],
    },
  },
}))
