/**
 * Pinterest. Continuous refresh tokens (60 days) are the default for newer apps; older ones got a fixed
 * 365-day token.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const pinterest = providerPage((): ProviderInput => ({
  slug: 'pinterest',
  name: 'Pinterest',
  docsUrl:
    'https://developers.pinterest.com/docs/getting-started/set-up-authentication-and-authorization/',
  category: 'social',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://www.pinterest.com/oauth/',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: {
      url: 'https://api.pinterest.com/v5/oauth/token',
      clientAuthentication: 'basic_raw',
    },
    scopes: {
      separator: ',',
      default: ['user_accounts:read'],
      available: [
        { value: 'user_accounts:read', description: 'Read account in Pinterest' },
        { value: 'boards:read', description: 'Read boards in Pinterest' },
        { value: 'boards:write', description: 'Edit boards in Pinterest' },
        { value: 'pins:read', description: 'Read pins in Pinterest' },
        { value: 'pins:write', description: 'Create pins in Pinterest' },
        { value: 'ads:read', description: 'Read ads in Pinterest' },
      ],
    },
    response: { scopeSeparator: ',' },
    refresh: { rotates: 'always', idleDays: 60 },
    userinfo: {
      url: 'https://api.pinterest.com/v5/user_account',
      idPaths: ['id'],
      labelPaths: ['username'],
    },
  },
}))
