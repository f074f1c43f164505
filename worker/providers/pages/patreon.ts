/** Patreon. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const patreon = providerPage((): ProviderInput => ({
  slug: 'patreon',
  name: 'Patreon',
  docsUrl: 'https://docs.patreon.com/#oauth',
  category: 'social',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://www.patreon.com/oauth2/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://www.patreon.com/api/oauth2/token' },
    scopes: {
      default: ['identity'],
      available: [
        { value: 'identity', description: 'Read the basic user profile' },
        { value: 'identity[email]', description: 'Read the account email address' },
        { value: 'campaigns', description: 'Read campaigns in Patreon' },
        { value: 'campaigns.members', description: 'Read members in Patreon' },
        { value: 'w:campaigns.webhook', description: 'Manage webhooks in Patreon' },
      ],
    },
    refresh: { rotates: 'always' },
    revocation: { url: 'https://www.patreon.com/oauth2/revoke' },
    userinfo: {
      url: 'https://www.patreon.com/api/oauth2/v2/identity?fields[user]=email,full_name',
      idPaths: ['data.id'],
      labelPaths: ['data.attributes.email', 'data.attributes.full_name'],
    },
  },
}))
