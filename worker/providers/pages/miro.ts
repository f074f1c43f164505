/**
 * Miro. Expiring tokens are chosen when the app is created; otherwise tokens never expire. Install is per
 * team; team_id in the response.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const miro = providerPage((): ProviderInput => ({
  slug: 'miro',
  name: 'Miro',
  docsUrl: 'https://developers.miro.com/docs/getting-started-with-oauth',
  category: 'design',
  verified: 'docs',
  oauth: {
    authorizationUrl: 'https://miro.com/oauth/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://api.miro.com/v1/oauth/token' },
    scopes: {
      default: ['boards:read'],
      available: [
        { value: 'boards:read', description: 'Read boards in Miro' },
        { value: 'boards:write', description: 'Edit boards in Miro' },
        { value: 'identity:read', description: 'Read the own user profile' },
        { value: 'team:read', description: 'Read team in Miro' },
        { value: 'organizations:read', description: 'Read organization (Enterprise)' },
      ],
    },
    response: { keep: ['team_id'] },
    refresh: { rotates: 'always', idleDays: 60 },
    revocation: {
      url: 'https://api.miro.com/v2/oauth/revoke',
      format: 'json',
      tokenParam: 'accessToken',
      rename: { client_id: 'clientId', client_secret: 'clientSecret' },
      tokens: ['access'],
    },
    userinfo: {
      url: 'https://api.miro.com/v1/oauth-token',
      idPaths: ['user.id'],
      labelPaths: ['user.name'],
    },
  },
}))
