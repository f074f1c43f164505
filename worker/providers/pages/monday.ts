/**
 * monday.com. An opt-in OAuth 2.1 flow (2026) has a different token URL, expiring tokens, refresh and
 * revocation, PKCE. App must be installed on the account by an admin first. GraphQL only; dated API-
 * Version header.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const monday = providerPage((): ProviderInput => ({
  slug: 'monday',
  name: 'monday.com',
  docsUrl: 'https://developer.monday.com/apps/docs/oauth',
  category: 'project-management',
  verified: 'docs',
  authMethods: ['oauth', 'api_key'],
  oauth: {
    authorizationUrl: 'https://auth.monday.com/oauth2/authorize',
    authorizationParams: { force_install_if_needed: 'true' },
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://auth.monday.com/oauth2/token' },
    scopes: {
      default: ['me:read', 'boards:read'],
      available: [
        { value: 'me:read', description: 'Read the own user profile' },
        { value: 'boards:read', description: 'Read boards in monday.com' },
        { value: 'boards:write', description: 'Edit boards in monday.com' },
        { value: 'docs:read', description: 'Read docs in monday.com' },
        { value: 'users:read', description: 'Read users in monday.com' },
        { value: 'workspaces:read', description: 'Read workspaces in monday.com' },
        { value: 'account:read', description: 'Read account info' },
        { value: 'updates:read', description: 'Read updates in monday.com' },
        { value: 'webhooks:write', description: 'Manage webhooks in monday.com' },
        { value: 'assets:read', description: 'Read files in monday.com' },
      ],
    },
    userinfo: {
      url: 'https://api.monday.com/v2',
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ me { id email account { name slug } } }"}',
      idPaths: ['data.me.id'],
      labelPaths: ['data.me.email'],
    },
  },
}))
