/** PostHog. The host of its OAuth finds out itself whether an account is in the US or in the EU. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const posthog = providerPage((): ProviderInput => ({
  slug: 'posthog',
  name: 'PostHog',
  docsUrl: 'https://posthog.com/docs/api/oauth',
  category: 'analytics',
  verified: 'recall',
  authMethods: ['oauth', 'api_key'],
  oauth: {
    authorizationUrl: 'https://oauth.posthog.com/oauth/authorize/',
    token: { url: 'https://oauth.posthog.com/oauth/token/' },
    scopes: {
      default: ['openid', 'email', 'user:read'],
      available: [
        { value: 'openid', description: 'Sign the user in (OpenID)' },
        { value: 'user:read', description: 'Read user in PostHog' },
        { value: 'project:read', description: 'Read projects in PostHog' },
        { value: 'query:read', description: 'Run queries in PostHog' },
        { value: 'feature_flag:read', description: 'Read flags in PostHog' },
        { value: 'insight:read', description: 'Read insights in PostHog' },
      ],
    },
    refresh: { rotates: 'always' },
    revocation: { url: 'https://oauth.posthog.com/oauth/revoke/' },
    userinfo: {
      url: 'https://oauth.posthog.com/oauth/userinfo/',
      idPaths: ['sub'],
      labelPaths: ['email'],
    },
  },
}))
