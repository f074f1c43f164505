/** Aimfox. Keycloak realm. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const aimfox = providerPage((): ProviderInput => ({
  slug: 'aimfox',
  name: 'Aimfox',
  docsUrl: 'https://docs.aimfox.com',
  category: 'sales',
  verified: 'recall',
  authMethods: ['oauth', 'api_key'],
  oauth: {
    authorizationUrl: 'https://id.aimfox.com/realms/aimfox-prod/protocol/openid-connect/auth',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://id.aimfox.com/realms/aimfox-prod/protocol/openid-connect/token' },
    scopes: {
      default: ['openid'],
      available: [{ value: 'openid', description: 'Sign the user in (OpenID)' }],
    },
    revocation: { url: 'https://id.aimfox.com/realms/aimfox-prod/protocol/openid-connect/revoke' },
    userinfo: {
      url: 'https://id.aimfox.com/realms/aimfox-prod/protocol/openid-connect/userinfo',
      idPaths: ['sub'],
      labelPaths: ['email'],
    },
  },
}))
