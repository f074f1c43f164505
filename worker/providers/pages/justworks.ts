/** Justworks. A token’s end is told as a time. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const justworks = providerPage((): ProviderInput => ({
  slug: 'justworks',
  name: 'Justworks',
  docsUrl: 'https://public-api.justworks.com/docs',
  category: 'hr-payroll',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://payroll.justworks.com/oauth/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://public-api.justworks.com/oauth/token' },
    scopes: {
      default: ['company.basic:read', 'member.basic:read'],
      available: [
        { value: 'company.basic:read', description: 'Read company in Justworks' },
        { value: 'member.basic:read', description: 'Read members in Justworks' },
        { value: 'offline_access', description: 'Issue a refresh token' },
      ],
    },
    response: { expiresAt: 'expires_at' },
    refresh: { rotates: 'always' },
    revocation: { url: 'https://public-api.justworks.com/v1/oauth/revoke', auth: 'client_post' },
    userinfo: {
      url: 'https://public-api.justworks.com/v1/company',
      idPaths: ['id'],
      labelPaths: ['name'],
    },
  },
}))
