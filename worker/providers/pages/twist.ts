/** Twist. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const twist = providerPage((): ProviderInput => ({
  slug: 'twist',
  name: 'Twist',
  docsUrl: 'https://developer.twist.com/v3/#authentication',
  category: 'communication',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://twist.com/oauth/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://twist.com/oauth/access_token' },
    scopes: {
      separator: ',',
      default: ['user:read'],
      available: [
        { value: 'user:read', description: 'Read user in Twist' },
        { value: 'channels:read', description: 'Read channels in Twist' },
        { value: 'threads:read', description: 'Read threads in Twist' },
        { value: 'messages:write', description: 'Post messages in Twist' },
        { value: 'workspaces:read', description: 'Read workspaces in Twist' },
      ],
    },
    response: { scopeSeparator: ',' },
    revocation: {
      url: 'https://twist.com/oauth/revoke',
      format: 'json',
      tokens: ['access'],
    },
    userinfo: {
      url: 'https://api.twist.com/api/v3/users/get_session_user',
      idPaths: ['id'],
      labelPaths: ['email'],
    },
  },
}))
