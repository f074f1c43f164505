/** Eventbrite. No scopes. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const eventbrite = providerPage((): ProviderInput => ({
  slug: 'eventbrite',
  name: 'Eventbrite',
  docsUrl: 'https://www.eventbrite.com/platform/api#/introduction/authentication',
  category: 'events',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://www.eventbrite.com/oauth/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://www.eventbrite.com/oauth/token' },
  },
}))
