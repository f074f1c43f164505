/**
 * Twitch. Scope in the response is an array, a failure is its message, a revocation wants the client's id without
 * its secret. API needs a Client-Id header. Sessions must be validated hourly. Real expires_in varies around four hours.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const twitch = providerPage((): ProviderInput => ({
  slug: 'twitch',
  name: 'Twitch',
  docsUrl: 'https://dev.twitch.tv/docs/authentication/getting-tokens-oauth/',
  category: 'media',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://id.twitch.tv/oauth2/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://id.twitch.tv/oauth2/token' },
    scopes: {
      default: ['user:read:email'],
      available: [
        { value: 'user:read:email', description: 'Read the account email address' },
        { value: 'channel:read:subscriptions', description: 'Read subscribers in Twitch' },
        { value: 'channel:manage:broadcast', description: 'Edit stream info' },
        { value: 'chat:read', description: 'Read chat in Twitch' },
        { value: 'chat:edit', description: 'Send chat in Twitch' },
        { value: 'clips:edit', description: 'Create clips in Twitch' },
        { value: 'moderator:read:followers', description: 'Read followers in Twitch' },
      ],
    },
    response: {
      errorPath: 'message',
      errorMap: {
        'Invalid authorization code': 'invalid_grant',
        'Invalid refresh token': 'invalid_grant',
        'invalid client': 'invalid_client',
        'invalid client secret': 'invalid_client',
      },
    },
    refresh: { rotates: 'sometimes' },
    revocation: {
      url: 'https://id.twitch.tv/oauth2/revoke',
      auth: 'client_id',
      tokens: ['access'],
    },
    userinfo: {
      url: 'https://id.twitch.tv/oauth2/validate',
      tokenScheme: 'OAuth',
      idPaths: ['user_id'],
      labelPaths: ['login'],
    },
  },
}))
