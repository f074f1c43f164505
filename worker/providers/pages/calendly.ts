/**
 * Calendly. Owner and organization URIs in the token response. Since March 2026 a new app has no access without
 * scopes; a write scope contains its reading.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const calendly = providerPage((): ProviderInput => ({
  slug: 'calendly',
  name: 'Calendly',
  docsUrl: 'https://developer.calendly.com/api-docs/oauth',
  category: 'calendar',
  verified: 'recall',
  authMethods: ['oauth', 'api_key'],
  oauth: {
    authorizationUrl: 'https://auth.calendly.com/oauth/authorize',
    token: { url: 'https://auth.calendly.com/oauth/token', clientAuthentication: 'basic_raw' },
    scopes: {
      mandatory: true,
      default: ['users:read'],
      available: [
        { value: 'users:read', description: 'Read the own user profile' },
        { value: 'organizations:read', description: 'Read the organization and its members' },
        { value: 'event_types:read', description: 'Read event types' },
        { value: 'event_types:write', description: 'Create and change event types' },
        { value: 'scheduled_events:read', description: 'Read scheduled events and invitees' },
        { value: 'scheduled_events:write', description: 'Create and cancel scheduled events' },
        { value: 'availability:read', description: 'Read availability' },
        { value: 'availability:write', description: 'Change availability' },
        { value: 'webhooks:read', description: 'Read webhook subscriptions' },
        { value: 'webhooks:write', description: 'Manage webhook subscriptions' },
      ],
      // A write scope contains its reading.
      implies: {
        'availability:write': ['availability:read'],
        'event_types:write': ['event_types:read'],
        'scheduled_events:write': ['scheduled_events:read'],
        'webhooks:write': ['webhooks:read'],
      },
    },
    response: { keep: ['owner', 'organization'] },
    refresh: { rotates: 'always' },
    revocation: { url: 'https://auth.calendly.com/oauth/revoke' },
    userinfo: {
      url: 'https://api.calendly.com/users/me',
      idPaths: ['resource.uri'],
      labelPaths: ['resource.email'],
    },
  },
}))
