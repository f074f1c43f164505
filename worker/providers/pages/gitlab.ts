/**
 * GitLab. gitlab.com or a self-managed installation: the application is registered there. A refresh ends
 * the pair before it at once.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const gitlab = providerPage((): ProviderInput => ({
  slug: 'gitlab',
  name: 'GitLab',
  docsUrl: 'https://docs.gitlab.com/api/oauth2/',
  category: 'developer-tools',
  verified: 'recall',
  authMethods: ['oauth', 'api_key'],
  configFields: [
    {
      key: 'host',
      label: 'GitLab host',
      description: 'gitlab.com, or the host of an installation of your own.',
      required: false,
      scope: 'integration',
      pattern: '[a-z0-9.-]+(?::[0-9]+)?',
      example: 'gitlab.example.com',
      default: 'gitlab.com',
    },
  ],
  oauth: {
    authorizationUrl: 'https://{host}/oauth/authorize',
    token: { url: 'https://{host}/oauth/token' },
    scopes: {
      default: ['read_user'],
      available: [
        { value: 'api', description: 'Full read and write API' },
        { value: 'read_api', description: 'Read-only API in GitLab' },
        { value: 'read_user', description: 'Read the own user profile' },
        { value: 'read_repository', description: 'Pull repositories in GitLab' },
        { value: 'write_repository', description: 'Push repositories in GitLab' },
        { value: 'openid', description: 'OpenID sign-in in GitLab' },
        { value: 'profile', description: 'Read profile claims' },
        { value: 'email', description: 'Read primary email' },
      ],
    },
    refresh: { rotates: 'always', killsOldAccessToken: true },
    revocation: { url: 'https://{host}/oauth/revoke' },
    userinfo: {
      url: 'https://{host}/api/v4/user',
      idPaths: ['id'],
      labelPaths: ['username', 'email'],
      picture: { from: 'avatar_url' },
    },
  },
}))
