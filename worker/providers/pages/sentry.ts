/**
 * Sentry. Integration-platform installs (Sentry Apps) use another exchange under /api/0/sentry-app-
 * installations/{uuid}/authorizations/ with 8 h tokens. EU data uses de.sentry.io.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const sentry = providerPage((): ProviderInput => ({
  slug: 'sentry',
  name: 'Sentry',
  docsUrl: 'https://docs.sentry.io/api/auth/',
  category: 'developer-tools',
  verified: 'recall',
  authMethods: ['oauth', 'api_key'],
  oauth: {
    authorizationUrl: 'https://sentry.io/oauth/authorize/',
    token: { url: 'https://sentry.io/oauth/token/' },
    scopes: {
      default: ['org:read', 'project:read'],
      available: [
        { value: 'openid', description: 'Sign the user in (OpenID)' },
        { value: 'email', description: 'Read the account email address' },
        { value: 'org:read', description: 'Read organization in Sentry' },
        { value: 'project:read', description: 'Read projects in Sentry' },
        { value: 'project:write', description: 'Edit projects in Sentry' },
        { value: 'team:read', description: 'Read teams in Sentry' },
        { value: 'member:read', description: 'Read members in Sentry' },
        { value: 'event:read', description: 'Read issues and events' },
        { value: 'event:write', description: 'Update issues in Sentry' },
        { value: 'project:releases', description: 'Manage releases in Sentry' },
      ],
    },
    refresh: { rotates: 'always' },
    userinfo: { url: 'https://sentry.io/oauth/userinfo/', idPaths: ['sub'], labelPaths: ['email'] },
  },
}))
