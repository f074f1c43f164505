/** Linear. Scopes with commas; tokens of 24 hours; a spent refresh token still answers for half an hour. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const linear = providerPage((): ProviderInput => ({
  slug: 'linear',
  name: 'Linear',
  docsUrl: 'https://linear.app/developers/oauth-2-0-authentication',
  category: 'project-management',
  verified: 'docs',
  authMethods: ['oauth', 'api_key'],
  oauth: {
    authorizationUrl: 'https://linear.app/oauth/authorize',
    authorizationParams: { prompt: 'consent' },
    token: { url: 'https://api.linear.app/oauth/token' },
    scopes: {
      separator: ',',
      default: ['read'],
      available: [
        { value: 'read', description: 'Read account data' },
        { value: 'write', description: 'Write account data' },
        { value: 'issues:create', description: 'Create issues only' },
        { value: 'comments:create', description: 'Create comments only' },
        { value: 'timeSchedule:write', description: 'Edit time schedules' },
        { value: 'app:assignable', description: 'Let the app be assigned issues' },
        { value: 'app:mentionable', description: 'Let the app be mentioned' },
        { value: 'admin', description: 'Use the admin-only endpoints' },
      ],
      implies: { write: ['issues:create', 'comments:create'] },
    },
    response: { scopeSeparator: ',' },
    refresh: { rotates: 'always', graceSeconds: 1800, reuseKills: false },
    revocation: { url: 'https://api.linear.app/oauth/revoke', auth: 'none' },
    userinfo: {
      url: 'https://api.linear.app/graphql',
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ viewer { id name email avatarUrl } }"}',
      idPaths: ['data.viewer.id'],
      labelPaths: ['data.viewer.email', 'data.viewer.name'],
      picture: { from: 'data.viewer.avatarUrl' },
    },
  },
}))
