/** Looker. The client is registered on one instance and has no secret. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const looker = providerPage((): ProviderInput => ({
  slug: 'looker',
  name: 'Looker',
  docsUrl: 'https://cloud.google.com/looker/docs/api-cors',
  category: 'analytics',
  verified: 'recall',
  configFields: [
    {
      key: 'instance_host',
      label: 'Instance host',
      description: 'Of your Looker’s address.',
      required: true,
      scope: 'integration',
      pattern: '[a-z0-9.-]+(?::[0-9]+)?',
      example: 'acme.cloud.looker.com',
    },
    {
      key: 'api_host',
      label: 'API host',
      description: 'Of its API, with the port where it has one.',
      required: true,
      scope: 'integration',
      pattern: '[a-z0-9.-]+(?::[0-9]+)?',
      example: 'acme.cloud.looker.com',
    },
  ],
  oauth: {
    authorizationUrl: 'https://{instance_host}/auth',
    token: {
      url: 'https://{api_host}/api/token',
      clientAuthentication: 'none',
      bodyFormat: 'json',
    },
    scopes: {
      default: ['cors_api'],
      available: [{ value: 'cors_api', description: 'API access in Looker' }],
    },
    refresh: { rotates: 'never', reuseKills: false, idleDays: 30 },
    userinfo: { url: 'https://{api_host}/api/4.0/user', idPaths: ['id'], labelPaths: ['email'] },
  },
}))
