/** BambooHR. The flags in the addresses are part of them. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const bamboohr = providerPage((): ProviderInput => ({
  slug: 'bamboohr',
  name: 'BambooHR',
  docsUrl: 'https://documentation.bamboohr.com/docs/getting-started',
  category: 'hr-ats',
  verified: 'recall',
  authMethods: ['oauth', 'api_key'],
  configFields: [
    {
      key: 'subdomain',
      label: 'BambooHR subdomain',
      description: 'The first part of your BambooHR address: acme of acme.bamboohr.com.',
      required: true,
      scope: 'installation',
      pattern: '[a-z0-9][a-z0-9-]*',
      example: 'acme',
    },
  ],
  oauth: {
    authorizationUrl: 'https://{subdomain}.bamboohr.com/authorize.php?request=authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://{subdomain}.bamboohr.com/token.php?request=token', bodyFormat: 'json' },
    scopes: {
      default: ['openid', 'email', 'offline_access'],
      available: [
        { value: 'openid', description: 'Sign the user in (OpenID)' },
        { value: 'email', description: 'Read the account email address' },
        { value: 'offline_access', description: 'Issue a refresh token' },
        { value: 'employee', description: 'Read employees in BambooHR' },
        { value: 'employee:name', description: 'Read names in BambooHR' },
        { value: 'employee_directory', description: 'Read directory in BambooHR' },
        { value: 'webhooks', description: 'Manage webhooks in BambooHR' },
      ],
    },
    refresh: { rotates: 'always' },
  },
}))
