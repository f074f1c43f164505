/** Dialpad. Sandbox host sandbox.dialpad.com. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const dialpad = providerPage((): ProviderInput => ({
  slug: 'dialpad',
  name: 'Dialpad',
  docsUrl: 'https://developers.dialpad.com/docs/oauth2',
  category: 'communication',
  verified: 'recall',
  authMethods: ['oauth', 'api_key'],
  oauth: {
    authorizationUrl: 'https://dialpad.com/oauth2/authorize',
    token: { url: 'https://dialpad.com/oauth2/token' },
    scopes: {
      default: ['offline_access'],
      available: [
        { value: 'offline_access', description: 'Issue a refresh token' },
        { value: 'calls:list', description: 'List calls in Dialpad' },
        { value: 'recordings_export', description: 'Export recordings in Dialpad' },
        { value: 'message_content_export', description: 'Export messages in Dialpad' },
      ],
    },
    refresh: { rotates: 'never', reuseKills: false },
    revocation: {
      url: 'https://dialpad.com/oauth2/deauthorize',
      auth: 'bearer',
      tokens: ['access'],
    },
  },
}))
