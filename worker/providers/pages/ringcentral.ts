/**
 * RingCentral. Permissions set on the app. Refresh tokens single use, one week, in
 * refresh_token_expires_in. At most five live tokens per user.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const ringcentral = providerPage((): ProviderInput => ({
  slug: 'ringcentral',
  name: 'RingCentral',
  docsUrl: 'https://developers.ringcentral.com/guide/authentication/auth-code-flow',
  category: 'communication',
  verified: 'docs',
  oauth: {
    authorizationUrl: 'https://platform.ringcentral.com/restapi/oauth/authorize',
    token: {
      url: 'https://platform.ringcentral.com/restapi/oauth/token',
      clientAuthentication: 'basic_raw',
    },
    scopes: {
      available: [
        { value: 'ReadAccounts', description: 'Read account in RingCentral' },
        { value: 'ReadCallLog', description: 'Read call log' },
        { value: 'ReadMessages', description: 'Read messages in RingCentral' },
        { value: 'SMS', description: 'Send SMS in RingCentral' },
        { value: 'TeamMessaging', description: 'Team messaging in RingCentral' },
        { value: 'WebhookSubscriptions', description: 'Webhooks in RingCentral' },
      ],
    },
    refresh: { rotates: 'always', idleDays: 7 },
    revocation: { url: 'https://platform.ringcentral.com/restapi/oauth/revoke', auth: 'basic' },
    userinfo: {
      url: 'https://platform.ringcentral.com/restapi/v1.0/account/~/extension/~',
      idPaths: ['id'],
      labelPaths: ['contact.email'],
    },
  },
}))
