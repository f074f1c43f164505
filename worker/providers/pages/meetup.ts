/** Meetup. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const meetup = providerPage((): ProviderInput => ({
  slug: 'meetup',
  name: 'Meetup',
  docsUrl: 'https://www.meetup.com/api/authentication/',
  category: 'events',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://secure.meetup.com/oauth2/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://secure.meetup.com/oauth2/access' },
    scopes: {
      default: ['basic'],
      available: [
        { value: 'basic', description: 'Read basic data' },
        { value: 'ageless', description: 'Long-lived token in Meetup' },
        { value: 'event_management', description: 'Manage events in Meetup' },
      ],
    },
    refresh: { rotates: 'always' },
    userinfo: {
      url: 'https://api.meetup.com/gql-ext',
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ self { id name email } }"}',
      idPaths: ['data.self.id'],
      labelPaths: ['data.self.email'],
    },
  },
}))
