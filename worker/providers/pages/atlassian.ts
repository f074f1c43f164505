/**
 * Atlassian. offline_access needed for a refresh token. Call accessible-resources for the cloudId, then
 * use it in every API path. One grant may cover several sites. Reuse of a rotated refresh token is
 * tolerated for a short window only.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const atlassian = providerPage((): ProviderInput => ({
  slug: 'atlassian',
  name: 'Atlassian',
  docsUrl: 'https://developer.atlassian.com/cloud/oauth/getting-started/enabling-oauth-3lo/',
  category: 'project-management',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://auth.atlassian.com/authorize',
    authorizationParams: { audience: 'api.atlassian.com', prompt: 'consent' },
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://auth.atlassian.com/oauth/token', bodyFormat: 'json' },
    scopes: {
      default: ['offline_access', 'read:me'],
      available: [
        { value: 'offline_access', description: 'Issue a refresh token' },
        { value: 'read:me', description: 'Read the own user profile' },
        { value: 'read:jira-work', description: 'Read Jira issues' },
        { value: 'read:confluence-content.all', description: 'Read Confluence content' },
        { value: 'read:servicedesk-request', description: 'Read service desk requests' },
      ],
    },
    // A wrong secret is denied as a user's no is.
    response: { errorMap: { access_denied: 'invalid_client' } },
    refresh: { rotates: 'always', graceSeconds: 600, idleDays: 90, absoluteDays: 365 },
    userinfo: {
      url: 'https://api.atlassian.com/me',
      idPaths: ['account_id'],
      labelPaths: ['email'],
      picture: { from: 'picture' },
    },
  },
}))
