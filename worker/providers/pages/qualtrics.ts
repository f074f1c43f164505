/** Qualtrics. The client is made for one brand. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const qualtrics = providerPage((): ProviderInput => ({
  slug: 'qualtrics',
  name: 'Qualtrics',
  docsUrl: 'https://api.qualtrics.com/instructions/docs/Instructions/oauth.md',
  category: 'forms',
  verified: 'recall',
  authMethods: ['oauth', 'api_key', 'client_credentials'],
  configFields: [
    {
      key: 'subdomain',
      label: 'Brand or data centre',
      description: 'The first part of your Qualtrics address.',
      required: true,
      scope: 'integration',
      pattern: '[a-z0-9][a-z0-9-]*',
      example: 'acme-iad1',
    },
  ],
  oauth: {
    authorizationUrl: 'https://{subdomain}.qualtrics.com/oauth2/auth',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: {
      url: 'https://{subdomain}.qualtrics.com/oauth2/token',
      clientAuthentication: 'basic_raw',
    },
    scopes: {
      default: ['openid'],
      available: [
        { value: 'read:surveys', description: 'Read surveys in Qualtrics' },
        { value: 'read:survey_responses', description: 'Read responses in Qualtrics' },
        { value: 'read:users', description: 'Read users in Qualtrics' },
        { value: 'openid', description: 'Sign the user in (OpenID)' },
      ],
    },
    refresh: { rotates: 'never', reuseKills: false },
    userinfo: {
      url: 'https://{subdomain}.qualtrics.com/API/v3/whoami',
      idPaths: ['result.userId'],
      labelPaths: ['result.userName'],
    },
  },
}))
