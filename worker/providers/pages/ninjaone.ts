/** NinjaOne. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const ninjaone = providerPage((): ProviderInput => ({
  slug: 'ninjaone',
  name: 'NinjaOne',
  docsUrl: 'https://app.ninjarmm.com/apidocs/',
  category: 'it-service',
  verified: 'recall',
  authMethods: ['oauth', 'client_credentials'],
  configFields: [
    {
      key: 'instance',
      label: 'Instance',
      description: 'The first part of your NinjaOne address: app of app.ninjarmm.com.',
      required: true,
      scope: 'installation',
      pattern: '[a-z0-9]+',
      example: 'app',
    },
  ],
  oauth: {
    authorizationUrl: 'https://{instance}.ninjarmm.com/ws/oauth/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://{instance}.ninjarmm.com/ws/oauth/token' },
    scopes: {
      default: ['monitoring', 'offline_access'],
      available: [
        { value: 'monitoring', description: 'Read devices in NinjaOne' },
        { value: 'management', description: 'Manage devices in NinjaOne' },
        { value: 'control', description: 'Remote control in NinjaOne' },
        { value: 'offline_access', description: 'Issue a refresh token' },
      ],
    },
    refresh: { rotates: 'never', reuseKills: false },
  },
}))
