/** DigitalOcean. Finer scopes like droplet:read also exist. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const digitalocean = providerPage((): ProviderInput => ({
  slug: 'digitalocean',
  name: 'DigitalOcean',
  docsUrl: 'https://docs.digitalocean.com/reference/api/oauth-api/',
  category: 'infrastructure',
  verified: 'recall',
  authMethods: ['oauth', 'api_key'],
  oauth: {
    authorizationUrl: 'https://cloud.digitalocean.com/v1/oauth/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://cloud.digitalocean.com/v1/oauth/token' },
    scopes: {
      default: ['read'],
      available: [
        { value: 'read', description: 'Read account resources' },
        { value: 'write', description: 'Change account resources' },
      ],
    },
    refresh: { rotates: 'always' },
    revocation: {
      url: 'https://cloud.digitalocean.com/v1/oauth/revoke',
      auth: 'none',
      withBearer: true,
      tokens: ['access'],
    },
    userinfo: {
      url: 'https://api.digitalocean.com/v2/account',
      idPaths: ['account.uuid'],
      labelPaths: ['account.email'],
    },
  },
}))
