/** AWeber. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const aweber = providerPage((): ProviderInput => ({
  slug: 'aweber',
  name: 'AWeber',
  docsUrl: 'https://api.aweber.com/#tag/OAuth-2.0-Overview',
  category: 'marketing',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://auth.aweber.com/oauth2/authorize',
    token: { url: 'https://auth.aweber.com/oauth2/token', clientAuthentication: 'basic_raw' },
    scopes: {
      default: ['account.read'],
      available: [
        { value: 'account.read', description: 'Read account in AWeber' },
        { value: 'list.read', description: 'Read lists in AWeber' },
        { value: 'subscriber.read', description: 'Read subscribers in AWeber' },
        { value: 'subscriber.write', description: 'Edit subscribers in AWeber' },
        { value: 'email.read', description: 'Read emails in AWeber' },
      ],
    },
    refresh: { rotates: 'always' },
    revocation: { url: 'https://auth.aweber.com/oauth2/revoke', auth: 'basic' },
  },
}))
