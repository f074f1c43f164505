/** WakaTime. Response form-encoded unless Accept: application/json. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const wakatime = providerPage((): ProviderInput => ({
  slug: 'wakatime',
  name: 'WakaTime',
  docsUrl: 'https://wakatime.com/developers#authentication',
  category: 'developer-tools',
  verified: 'recall',
  authMethods: ['oauth', 'api_key'],
  oauth: {
    authorizationUrl: 'https://wakatime.com/oauth/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://wakatime.com/oauth/token' },
    scopes: {
      separator: ',',
      default: ['email', 'read_stats'],
      available: [
        { value: 'email', description: 'Read the account email address' },
        { value: 'read_stats', description: 'Read stats in WakaTime' },
        { value: 'read_summaries', description: 'Read summaries in WakaTime' },
        { value: 'read_heartbeats', description: 'Read heartbeats in WakaTime' },
      ],
    },
    response: { scopeSeparator: ',' },
    refresh: { rotates: 'never', reuseKills: false },
    revocation: { url: 'https://wakatime.com/oauth/revoke' },
    userinfo: {
      url: 'https://wakatime.com/api/v1/users/current',
      idPaths: ['data.id'],
      labelPaths: ['data.email'],
    },
  },
}))
