/**
 * Cal.com. Older deployment used app.cal.com/api/auth/oauth/token and /refreshToken with the refresh token
 * as bearer. Self-hosted instances use their own host.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const calDotCom = providerPage((): ProviderInput => ({
  slug: 'cal-dot-com',
  name: 'Cal.com',
  docsUrl: 'https://cal.com/docs/api-reference/v2/oauth',
  category: 'calendar',
  verified: 'docs',
  authMethods: ['oauth', 'api_key'],
  oauth: {
    authorizationUrl: 'https://app.cal.com/auth/oauth2/authorize',
    token: { url: 'https://api.cal.com/v2/auth/oauth2/token', bodyFormat: 'json' },
    scopes: {
      mandatory: true,
      default: ['PROFILE_READ', 'BOOKING_READ'],
      available: [
        { value: 'PROFILE_READ', description: 'Read the user’s profile' },
        { value: 'EVENT_TYPE_READ', description: 'Read event types' },
        { value: 'BOOKING_READ', description: 'Read bookings' },
        { value: 'BOOKING_WRITE', description: 'Create and edit bookings' },
      ],
    },
    refresh: { rotates: 'always' },
    userinfo: {
      url: 'https://api.cal.com/v2/me',
      idPaths: ['data.id'],
      labelPaths: ['data.email'],
    },
  },
}))
