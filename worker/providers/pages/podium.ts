/** Podium. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const podium = providerPage((): ProviderInput => ({
  slug: 'podium',
  name: 'Podium',
  docsUrl: 'https://docs.podium.com/docs/oauth',
  category: 'communication',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://api.podium.com/oauth/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://api.podium.com/oauth/token', bodyFormat: 'json' },
    scopes: {
      default: ['read_locations'],
      available: [
        { value: 'read_locations', description: 'Read locations in Podium' },
        { value: 'read_contacts', description: 'Read contacts in Podium' },
        { value: 'write_messages', description: 'Send messages in Podium' },
        { value: 'read_reviews', description: 'Read reviews in Podium' },
      ],
    },
    refresh: { rotates: 'never', reuseKills: false },
    userinfo: {
      url: 'https://api.podium.com/v4/organization',
      idPaths: ['data.uid'],
      labelPaths: ['data.name'],
    },
  },
}))
