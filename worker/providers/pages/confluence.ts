/**
 * Confluence. offline_access needed for a refresh token. Call accessible-resources for the cloudId, then
 * use it in every API path. One grant may cover several sites. Reuse of a rotated refresh token is
 * tolerated for a short window only. V2 API needs the granular scopes.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const confluence = providerPage((): ProviderInput => ({
  slug: 'confluence',
  name: 'Confluence',
  docsUrl: 'https://developer.atlassian.com/cloud/confluence/oauth-2-3lo-apps/',
  category: 'productivity',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://auth.atlassian.com/authorize',
    authorizationParams: { audience: 'api.atlassian.com', prompt: 'consent' },
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://auth.atlassian.com/oauth/token', bodyFormat: 'json' },
    scopes: {
      default: ['offline_access', 'read:me', 'read:confluence-content.all'],
      available: [
        { value: 'offline_access', description: 'Issue a refresh token' },
        { value: 'read:me', description: 'Read the own user profile' },
        { value: 'read:confluence-content.all', description: 'Read pages and blogs' },
        { value: 'write:confluence-content', description: 'Create and edit content' },
        { value: 'read:confluence-space.summary', description: 'List spaces in Confluence' },
        { value: 'search:confluence', description: 'Search content in Confluence' },
        { value: 'read:page:confluence', description: 'Granular read of pages' },
      ],
    },
    // A wrong secret is denied as a user's no is.
    response: { errorMap: { access_denied: 'invalid_client' } },
    refresh: { rotates: 'always', graceSeconds: 600, idleDays: 90, absoluteDays: 365 },
    userinfo: {
      url: 'https://api.atlassian.com/me',
      idPaths: ['account_id'],
      labelPaths: ['email'],
    },
  },
}))
