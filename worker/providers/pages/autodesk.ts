/** Autodesk Platform Services. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const autodesk = providerPage((): ProviderInput => ({
  slug: 'autodesk',
  name: 'Autodesk Platform Services',
  docsUrl: 'https://aps.autodesk.com/en/docs/oauth/v2/developers_guide/overview/',
  category: 'design',
  verified: 'docs',
  oauth: {
    authorizationUrl: 'https://developer.api.autodesk.com/authentication/v2/authorize',
    token: {
      url: 'https://developer.api.autodesk.com/authentication/v2/token',
      clientAuthentication: 'basic_raw',
    },
    scopes: {
      default: ['data:read', 'user-profile:read'],
      available: [
        { value: 'data:read', description: 'Read data in Autodesk Platform Services' },
        { value: 'data:write', description: 'Write data in Autodesk Platform Services' },
        { value: 'data:create', description: 'Create data in Autodesk Platform Services' },
        { value: 'account:read', description: 'Read account in Autodesk Platform Services' },
        { value: 'user-profile:read', description: 'Read the basic user profile' },
        { value: 'viewables:read', description: 'Read viewables in Autodesk Platform Services' },
      ],
    },
    refresh: { rotates: 'always', idleDays: 15 },
    revocation: {
      url: 'https://developer.api.autodesk.com/authentication/v2/revoke',
      auth: 'basic',
    },
    userinfo: {
      url: 'https://api.userprofile.autodesk.com/userinfo',
      idPaths: ['sub'],
      labelPaths: ['email'],
    },
  },
}))
