/** Clio. What an app may do is set on the app: there are no scopes. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const clio = providerPage((): ProviderInput => ({
  slug: 'clio',
  name: 'Clio',
  docsUrl: 'https://docs.developers.clio.com/api-docs/authorization/',
  category: 'legal',
  verified: 'recall',
  configFields: [
    {
      key: 'host',
      label: 'Clio region',
      description: 'app.clio.com, or the one of another region.',
      required: false,
      scope: 'integration',
      pattern: '(?:[a-z]{2}\\.)?app\\.clio\\.com',
      example: 'eu.app.clio.com',
      default: 'app.clio.com',
    },
  ],
  oauth: {
    authorizationUrl: 'https://{host}/oauth/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://{host}/oauth/token' },
    refresh: { rotates: 'never', reuseKills: false },
    revocation: {
      url: 'https://{host}/oauth/deauthorize',
      auth: 'none',
      withBearer: true,
      tokens: ['access'],
    },
    userinfo: {
      url: 'https://{host}/api/v4/users/who_am_i',
      idPaths: ['data.id'],
      labelPaths: ['data.email'],
    },
  },
}))
