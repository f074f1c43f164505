/**
 * Outreach. One new access token per user and app per 60 s, else 429. At most 100 live refresh tokens.
 * JSON:API content type. Unreviewed apps: outside users must re-authorise weekly.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const outreach = providerPage((): ProviderInput => ({
  slug: 'outreach',
  name: 'Outreach',
  docsUrl: 'https://developers.outreach.io/api/oauth',
  category: 'sales',
  verified: 'docs',
  oauth: {
    authorizationUrl: 'https://api.outreach.io/oauth/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://api.outreach.io/oauth/token' },
    scopes: {
      default: ['users.read', 'prospects.read'],
      available: [
        { value: 'prospects.read', description: 'Read prospects in Outreach' },
        { value: 'prospects.all', description: 'All prospect access' },
        { value: 'accounts.read', description: 'Read accounts in Outreach' },
        { value: 'sequences.read', description: 'Read sequences in Outreach' },
        { value: 'mailings.read', description: 'Read mailings in Outreach' },
        { value: 'calls.read', description: 'Read calls in Outreach' },
        { value: 'opportunities.read', description: 'Read opportunities in Outreach' },
        { value: 'users.read', description: 'Read users in Outreach' },
        { value: 'webhooks.all', description: 'Manage webhooks in Outreach' },
      ],
    },
    refresh: { rotates: 'always', idleDays: 14 },
    userinfo: {
      url: 'https://api.outreach.io/api/v2',
      idPaths: ['meta.user.id'],
      labelPaths: ['meta.user.email'],
    },
  },
}))
