/**
 * Slack, on behalf of a user: scopes travel as `user_scope` and the user's token sits in `authed_user`.
 * A bot token at the top level belongs to the whole workspace; it is never taken for the user's own.
 * Failures come with status 200 and `ok: false`. Token rotation is a switch of the Slack app: with it a
 * token lives 12 hours and a refresh answers at the top level.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const slack = providerPage((): ProviderInput => ({
  slug: 'slack',
  name: 'Slack',
  docsUrl: 'https://docs.slack.dev/authentication/installing-with-oauth',
  category: 'communication',
  verified: 'docs',
  oauth: {
    authorizationUrl: 'https://slack.com/oauth/v2/authorize',
    pkce: false,
    noPkceReason:
      'A switch of the Slack app that turns it into a public client; an app with a secret goes without.',
    token: { url: 'https://slack.com/api/oauth.v2.access' },
    scopes: {
      param: 'user_scope',
      separator: ',',
      default: ['channels:read', 'chat:write', 'users:read'],
      available: [
        { value: 'channels:read', description: 'List public channels' },
        { value: 'channels:history', description: 'Read public channel messages' },
        { value: 'groups:history', description: 'Read private channel messages' },
        { value: 'im:history', description: 'Read direct messages' },
        { value: 'chat:write', description: 'Post messages' },
        { value: 'users:read', description: 'List members' },
        { value: 'users:read.email', description: 'Read members’ email addresses' },
        { value: 'files:read', description: 'Read files' },
        { value: 'reactions:write', description: 'Add reactions' },
        { value: 'team:read', description: 'Read workspace information' },
        { value: 'search:read', description: 'Search messages' },
      ],
    },
    response: {
      root: 'authed_user',
      scopeSeparator: ',',
      keep: ['team.id', 'team.name', 'enterprise.id', 'authed_user.id'],
      okPath: 'ok',
      errorMap: {
        invalid_code: 'invalid_grant',
        code_already_used: 'invalid_grant',
        invalid_refresh_token: 'invalid_grant',
        token_revoked: 'invalid_grant',
        token_expired: 'invalid_grant',
        account_inactive: 'invalid_grant',
        invalid_auth: 'invalid_grant',
        bad_client_secret: 'invalid_client',
        invalid_client_id: 'invalid_client',
        bad_redirect_uri: 'invalid_request',
        invalid_grant_type: 'unsupported_grant_type',
        ratelimited: 'temporarily_unavailable',
        service_unavailable: 'temporarily_unavailable',
        request_timeout: 'temporarily_unavailable',
        // Slack: "some aspect of the operation may have succeeded".
        internal_error: 'server_error',
        fatal_error: 'server_error',
      },
    },
    refresh: { rotates: 'always', reuseKills: false },
    revocation: {
      url: 'https://slack.com/api/auth.revoke',
      auth: 'bearer',
      tokens: ['access'],
    },
    userinfo: {
      url: 'https://slack.com/api/auth.test',
      method: 'POST',
      // A member's id is promised to be unique within one workspace only.
      idPaths: ['team_id/user_id', 'token:team_id/token:authed_user_id'],
      labelPaths: ['team/user', 'token:team_name'],
    },
  },
}))
