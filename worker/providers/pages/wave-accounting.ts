/** Wave. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const waveAccounting = providerPage((): ProviderInput => ({
  slug: 'wave-accounting',
  name: 'Wave',
  docsUrl: 'https://developer.waveapps.com/hc/en-us/articles/360019493652',
  category: 'finance',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://api.waveapps.com/oauth2/authorize/',
    authorizationParams: { approval_prompt: 'auto' },
    token: { url: 'https://api.waveapps.com/oauth2/token/' },
    scopes: {
      default: ['user:read', 'business:read'],
      available: [
        { value: 'user:read', description: 'Read user in Wave' },
        { value: 'business:read', description: 'Read businesses in Wave' },
        { value: 'invoice:read', description: 'Read invoices in Wave' },
        { value: 'customer:read', description: 'Read customers in Wave' },
        { value: 'transaction:write', description: 'Write transactions in Wave' },
      ],
    },
    refresh: { rotates: 'always' },
    revocation: { url: 'https://api.waveapps.com/oauth2/token-revoke/' },
    userinfo: {
      url: 'https://gql.waveapps.com/graphql/public',
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ user { id defaultEmail } }"}',
      idPaths: ['data.user.id'],
      labelPaths: ['data.user.defaultEmail'],
    },
  },
}))
