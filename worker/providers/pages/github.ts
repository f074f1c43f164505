/**
 * GitHub. Token errors come with status 200 and granted scopes with commas. OAuth apps get tokens that do
 * not expire; GitHub Apps with expiring tokens get 8 hours and a refresh token that rotates, and then the
 * old pair dies at once.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const github = providerPage((): ProviderInput => ({
  slug: 'github',
  name: 'GitHub',
  docsUrl: 'https://docs.github.com/en/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps',
  category: 'developer-tools',
  verified: 'recall',
  authMethods: ['oauth', 'api_key'],
  oauth: {
    authorizationUrl: 'https://github.com/login/oauth/authorize',
    token: { url: 'https://github.com/login/oauth/access_token' },
    scopes: {
      default: ['read:user', 'user:email'],
      available: [
        { value: 'repo', description: 'Full access to repositories' },
        { value: 'public_repo', description: 'Write public repositories' },
        { value: 'read:user', description: 'Read profile data' },
        { value: 'user:email', description: 'Read email addresses' },
        { value: 'read:org', description: 'Read organization and team membership' },
        { value: 'workflow', description: 'Edit Actions workflow files' },
        { value: 'gist', description: 'Create gists' },
        { value: 'admin:repo_hook', description: 'Manage repository webhooks' },
        { value: 'notifications', description: 'Read notifications' },
        { value: 'read:project', description: 'Read project boards' },
        { value: 'write:packages', description: 'Publish packages' },
      ],
      // GitHub drops a requested scope that another one includes.
      implies: {
        repo: ['public_repo', 'repo:status', 'repo_deployment', 'repo:invite', 'security_events'],
        user: ['read:user', 'user:email', 'user:follow'],
        'admin:org': ['write:org', 'manage_runners:org'],
        'write:org': ['read:org'],
        'admin:repo_hook': ['write:repo_hook'],
        'write:repo_hook': ['read:repo_hook'],
        'admin:public_key': ['write:public_key'],
        'write:public_key': ['read:public_key'],
        'admin:gpg_key': ['write:gpg_key'],
        'write:gpg_key': ['read:gpg_key'],
        'write:packages': ['read:packages'],
        project: ['read:project'],
      },
    },
    response: {
      scopeSeparator: ',',
      errorMap: {
        bad_verification_code: 'invalid_grant',
        bad_refresh_token: 'invalid_grant',
        incorrect_client_credentials: 'invalid_client',
        redirect_uri_mismatch: 'invalid_request',
      },
    },
    refresh: { rotates: 'always', reuseKills: false, idleDays: 180, killsOldAccessToken: true },
    revocation: {
      // `/grant` and not `/token`: a user who disconnects expects the application gone from their list.
      url: 'https://api.github.com/applications/{client_id}/grant',
      method: 'DELETE',
      auth: 'basic',
      format: 'json',
      tokenParam: 'access_token',
      tokens: ['access'],
      grantWide: true,
    },
    userinfo: {
      url: 'https://api.github.com/user',
      headers: { accept: 'application/vnd.github+json' },
      idPaths: ['id'],
      labelPaths: ['login'],
      picture: { from: 'avatar_url', params: { s: '96' } },
    },
  },
}))
