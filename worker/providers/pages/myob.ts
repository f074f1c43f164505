/**
 * MYOB. Token URL also ends in authorize. BusinessId comes in the callback. Calls need x-myobapi-key and
 * version headers.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const myob = providerPage((): ProviderInput => ({
  slug: 'myob',
  name: 'MYOB',
  docsUrl: 'https://developer.myob.com/api/myob-business-api/api-overview/authentication/',
  category: 'finance',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://secure.myob.com/oauth2/account/authorize',
    authorizationParams: { prompt: 'consent' },
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://secure.myob.com/oauth2/v1/authorize' },
    scopes: {
      default: ['CompanyFile'],
      available: [
        { value: 'CompanyFile', description: 'Company files (older keys)' },
        { value: 'sme-company-file', description: 'Company file in MYOB' },
        { value: 'sme-general-ledger', description: 'General ledger in MYOB' },
        { value: 'offline_access', description: 'Issue a refresh token' },
      ],
    },
    callback: { keep: ['businessId'] },
    refresh: { rotates: 'always', idleDays: 7 },
  },
}))
