/** Coinbase. Older hosts: www.coinbase.com/oauth/authorize and api.coinbase.com/oauth/token. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const coinbase = providerPage((): ProviderInput => ({
  slug: 'coinbase',
  name: 'Coinbase',
  docsUrl: 'https://docs.cdp.coinbase.com/coinbase-app/oauth2-integration/overview',
  category: 'finance',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://login.coinbase.com/oauth2/auth',
    token: { url: 'https://login.coinbase.com/oauth2/token' },
    scopes: {
      separator: ',',
      default: ['wallet:user:read', 'offline_access'],
      available: [
        { value: 'wallet:user:read', description: 'Read user in Coinbase' },
        { value: 'wallet:user:email', description: 'Read the account email address' },
        { value: 'wallet:accounts:read', description: 'Read accounts in Coinbase' },
        { value: 'wallet:transactions:read', description: 'Read transactions in Coinbase' },
        { value: 'offline_access', description: 'Issue a refresh token' },
      ],
    },
    response: { scopeSeparator: ',' },
    refresh: { rotates: 'always', idleDays: 547 },
    revocation: {
      url: 'https://login.coinbase.com/oauth2/revoke',
      withBearer: true,
      tokens: ['access'],
    },
    userinfo: {
      url: 'https://api.coinbase.com/v2/user',
      idPaths: ['data.id'],
      labelPaths: ['data.email', 'data.name'],
    },
  },
}))
