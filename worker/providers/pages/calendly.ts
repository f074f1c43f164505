/**
 * Calendly. Owner and organization URIs in the token response. Scopes were introduced after launch; older
 * apps have only default.
 */
import { defineProvider } from '../define-provider.ts'

export const calendly = defineProvider({
  slug: 'calendly',
  name: 'Calendly',
  docsUrl: 'https://developer.calendly.com/api-docs/oauth',
  category: 'calendar',
  verified: 'recall',
  authMethods: ['oauth', 'api_key'],
  oauth: {
    authorizationUrl: 'https://auth.calendly.com/oauth/authorize',
    token: { url: 'https://auth.calendly.com/oauth/token', clientAuthentication: 'basic_rfc6749' },
    scopes: {
      default: ['default'],
      available: [{ value: 'default', description: 'Everything the user can do' }],
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
})
