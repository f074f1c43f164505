/**
 * Canvas LMS. The developer key is made by one institution. A scope is an address with its method. To end
 * a token its own address is deleted.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const canvasLms = providerPage((): ProviderInput => ({
  slug: 'canvas-lms',
  name: 'Canvas LMS',
  docsUrl: 'https://developerdocs.instructure.com/services/canvas/oauth2/file.oauth',
  category: 'education',
  verified: 'docs',
  configFields: [
    {
      key: 'host',
      label: 'Canvas host',
      description: 'Of your institution’s Canvas.',
      required: true,
      scope: 'integration',
      pattern: '[a-z0-9.-]+(?::[0-9]+)?',
      example: 'acme.instructure.com',
    },
  ],
  oauth: {
    authorizationUrl: 'https://{host}/login/oauth2/auth',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://{host}/login/oauth2/token' },
    scopes: {
      available: [{ value: 'url:GET|/api/v1/courses', description: 'List courses in Canvas LMS' }],
    },
    refresh: { rotates: 'never', reuseKills: false },
    revocation: {
      url: 'https://{host}/login/oauth2/token',
      method: 'DELETE',
      auth: 'bearer',
      tokens: ['access'],
    },
    userinfo: { url: 'https://{host}/api/v1/users/self', idPaths: ['id'], labelPaths: ['name'] },
  },
}))
