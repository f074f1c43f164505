/** Gorgias. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const gorgias = providerPage((): ProviderInput => ({
  slug: 'gorgias',
  name: 'Gorgias',
  docsUrl: 'https://developers.gorgias.com/docs/oauth2-scopes',
  category: 'support',
  verified: 'recall',
  authMethods: ['oauth', 'api_key'],
  configFields: [
    {
      key: 'subdomain',
      label: 'Gorgias subdomain',
      description: 'The first part of your Gorgias address: acme of acme.gorgias.com.',
      required: true,
      scope: 'installation',
      pattern: '[a-z0-9][a-z0-9-]*',
      example: 'acme',
    },
  ],
  oauth: {
    authorizationUrl: 'https://{subdomain}.gorgias.com/oauth/authorize',
    nonceParam: 'nonce',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: {
      url: 'https://{subdomain}.gorgias.com/oauth/token',
      clientAuthentication: 'basic_raw',
    },
    scopes: {
      default: ['offline', 'openid', 'email'],
      available: [
        { value: 'offline', description: 'Issue a refresh token' },
        { value: 'tickets:read', description: 'Read tickets in Gorgias' },
        { value: 'tickets:write', description: 'Edit tickets in Gorgias' },
        { value: 'customers:read', description: 'Read customers in Gorgias' },
        { value: 'account:read', description: 'Read account in Gorgias' },
      ],
    },
    refresh: { rotates: 'always' },
    userinfo: {
      url: 'https://{subdomain}.gorgias.com/api/account',
      idPaths: ['domain'],
      labelPaths: ['domain'],
    },
  },
}))
