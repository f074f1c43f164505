/**
 * Zoho Mail. Every user lives in one data centre, so the operator names it; a user of another one is
 * refused there. Errors come with status 200. The host of the API is in the answer (`api_domain`). A user
 * and a client have at most twenty refresh tokens: the oldest goes.
 */
import { defineProvider } from '../define-provider.ts'

export const zohoMail = defineProvider({
  slug: 'zoho-mail',
  name: 'Zoho Mail',
  docsUrl: 'https://www.zoho.com/mail/help/api/using-oauth-2.html',
  category: 'email',
  verified: 'recall',
  configFields: [
    {
      key: 'accounts_host',
      label: 'Data centre',
      description:
        'Where your users’ Zoho accounts are: accounts.zoho.com, .eu, .in, …; Canada has accounts.zohocloud.ca.',
      required: false,
      scope: 'integration',
      pattern:
        'accounts\\.zoho\\.(?:com|eu|in|com\\.au|jp|sa|com\\.cn|uk)|accounts\\.zohocloud\\.ca',
      example: 'accounts.zoho.eu',
      default: 'accounts.zoho.com',
    },
  ],
  oauth: {
    authorizationUrl: 'https://{accounts_host}/oauth/v2/auth',
    authorizationParams: { access_type: 'offline', prompt: 'consent' },
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://{accounts_host}/oauth/v2/token' },
    scopes: {
      default: ['AaaServer.profile.READ', 'ZohoMail.accounts.READ', 'ZohoMail.messages.READ'],
      available: [
        { value: 'ZohoMail.accounts.READ', description: 'Read mail accounts' },
        { value: 'ZohoMail.messages.ALL', description: 'Read and send mail' },
        { value: 'ZohoMail.folders.READ', description: 'Read folders in Zoho Mail' },
        { value: 'AaaServer.profile.READ', description: 'AaaServer.profile.READ' },
        { value: 'ZohoMail.messages.READ', description: 'ZohoMail.messages.READ' },
      ],
      separator: ',',
    },
    response: {
      scopeSeparator: ',',
      keep: ['api_domain'],
      errorMap: { invalid_code: 'invalid_grant', invalid_client_secret: 'invalid_client' },
    },
    refresh: { rotates: 'never', reuseKills: false },
    revocation: {
      url: 'https://{accounts_host}/oauth/v2/token/revoke',
      auth: 'none',
      tokens: ['refresh'],
    },
    userinfo: {
      url: 'https://{accounts_host}/oauth/user/info',
      idPaths: ['ZUID'],
      labelPaths: ['Email'],
    },
  },
})
