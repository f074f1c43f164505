/** Hubstaff. An OpenID server that insists on a nonce. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const hubstaff = providerPage((): ProviderInput => ({
  slug: 'hubstaff',
  name: 'Hubstaff',
  docsUrl: 'https://developer.hubstaff.com/authentication',
  category: 'time-tracking',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://account.hubstaff.com/authorizations/new',
    nonceParam: 'nonce',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: {
      url: 'https://account.hubstaff.com/access_tokens',
      clientAuthentication: 'basic_raw',
    },
    scopes: {
      default: ['openid', 'hubstaff:read'],
      available: [
        { value: 'openid', description: 'Sign the user in (OpenID)' },
        { value: 'hubstaff:read', description: 'Read time, projects and members' },
        { value: 'hubstaff:write', description: 'Edit time, projects and members' },
      ],
    },
    refresh: { rotates: 'always', idleDays: 30 },
    userinfo: {
      url: 'https://api.hubstaff.com/v2/users/me',
      idPaths: ['user.id'],
      labelPaths: ['user.email'],
    },
  },
}))
