/**
 * Bitbucket. Scopes are fixed on the OAuth consumer, not in the authorize URL. Granted scopes come back
 * under scopes, not scope.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const bitbucket = providerPage((): ProviderInput => ({
  slug: 'bitbucket',
  name: 'Bitbucket',
  docsUrl: 'https://developer.atlassian.com/cloud/bitbucket/oauth-2/',
  category: 'developer-tools',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://bitbucket.org/site/oauth2/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: {
      url: 'https://bitbucket.org/site/oauth2/access_token',
      clientAuthentication: 'basic_raw',
    },
    scopes: {
      available: [
        { value: 'account', description: 'Read user and workspace info' },
        { value: 'email', description: 'Read email address' },
        { value: 'repository', description: 'Read repositories in Bitbucket' },
        { value: 'repository:write', description: 'Push to repositories' },
        { value: 'pullrequest', description: 'Read pull requests' },
        { value: 'pullrequest:write', description: 'Create pull requests' },
        { value: 'issue', description: 'Read issues in Bitbucket' },
        { value: 'webhook', description: 'Manage webhooks in Bitbucket' },
        { value: 'pipeline', description: 'Read pipelines in Bitbucket' },
      ],
    },
    response: { members: { scope: 'scopes' } },
    refresh: { rotates: 'never', reuseKills: false },
    userinfo: {
      url: 'https://api.bitbucket.org/2.0/user',
      idPaths: ['uuid'],
      labelPaths: ['username', 'display_name'],
    },
  },
}))
