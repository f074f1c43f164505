/** Egnyte. Authorization and token endpoint are one address. Tokens do not expire. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const egnyte = providerPage((): ProviderInput => ({
  slug: 'egnyte',
  name: 'Egnyte',
  docsUrl: 'https://developers.egnyte.com/docs/read/Public_API_Authentication',
  category: 'file-storage',
  verified: 'recall',
  configFields: [
    {
      key: 'subdomain',
      label: 'Egnyte domain',
      description: 'The first part of your Egnyte address: acme of acme.egnyte.com.',
      required: true,
      scope: 'installation',
      pattern: '[a-z0-9][a-z0-9-]*',
      example: 'acme',
    },
  ],
  oauth: {
    authorizationUrl: 'https://{subdomain}.egnyte.com/puboauth/token',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://{subdomain}.egnyte.com/puboauth/token' },
    scopes: {
      default: ['Egnyte.filesystem'],
      available: [
        { value: 'Egnyte.filesystem', description: 'Files and folders' },
        { value: 'Egnyte.user', description: 'Users in Egnyte' },
        { value: 'Egnyte.link', description: 'Links in Egnyte' },
        { value: 'Egnyte.permission', description: 'Permissions in Egnyte' },
        { value: 'Egnyte.audit', description: 'Audit reports in Egnyte' },
      ],
    },
    userinfo: {
      url: 'https://{subdomain}.egnyte.com/pubapi/v1/userinfo',
      idPaths: ['id'],
      labelPaths: ['username'],
    },
  },
}))
