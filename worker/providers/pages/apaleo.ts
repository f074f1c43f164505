/** Apaleo. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const apaleo = providerPage((): ProviderInput => ({
  slug: 'apaleo',
  name: 'Apaleo',
  docsUrl: 'https://apaleo.dev/guides/oauth-connection/register.html',
  category: 'hospitality',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://identity.apaleo.com/connect/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://identity.apaleo.com/connect/token' },
    scopes: {
      default: ['offline_access', 'openid', 'profile'],
      available: [
        { value: 'offline_access', description: 'Issue a refresh token' },
        { value: 'reservations.read', description: 'Read reservations in Apaleo' },
        { value: 'rates.read', description: 'Read rates in Apaleo' },
        { value: 'folios.read', description: 'Read folios in Apaleo' },
        { value: 'setup.read', description: 'Read settings in Apaleo' },
      ],
    },
    refresh: { rotates: 'always' },
    revocation: { url: 'https://identity.apaleo.com/connect/revocation', auth: 'basic' },
    userinfo: {
      url: 'https://identity.apaleo.com/connect/userinfo',
      idPaths: ['sub'],
      labelPaths: ['email'],
    },
  },
}))
