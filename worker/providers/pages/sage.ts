/** Sage Accounting. Five-minute access tokens. Old refresh token is dead at once. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const sage = providerPage((): ProviderInput => ({
  slug: 'sage',
  name: 'Sage Accounting',
  docsUrl: 'https://developer.sage.com/accounting/guides/authenticating/authentication/',
  category: 'finance',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://www.sageone.com/oauth2/auth/central',
    authorizationParams: { filter: 'apiv3.1' },
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://oauth.accounting.sage.com/token' },
    scopes: {
      default: ['full_access'],
      available: [
        { value: 'full_access', description: 'Read and write' },
        { value: 'readonly', description: 'Read only in Sage Accounting' },
      ],
    },
    refresh: { rotates: 'always', idleDays: 31 },
    revocation: { url: 'https://oauth.accounting.sage.com/revoke', tokens: ['refresh'] },
    userinfo: {
      url: 'https://api.accounting.sage.com/v3.1/user',
      idPaths: ['id'],
      labelPaths: ['email'],
    },
  },
}))
