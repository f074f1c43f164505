/**
 * Zoho CRM. Every user lives in one data centre, so the operator names it; a user of another one is
 * refused there. Errors come with status 200. The host of the API is in the answer (`api_domain`). A user
 * and a client have at most twenty refresh tokens: the oldest goes.
 */
import { defineProvider } from '../define-provider.ts'

export const zohoCrm = defineProvider({
  slug: 'zoho-crm',
  name: 'Zoho CRM',
  docsUrl: 'https://www.zoho.com/crm/developer/docs/api/v8/oauth-overview.html',
  category: 'crm',
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
      default: ['AaaServer.profile.READ', 'ZohoCRM.modules.READ'],
      available: [
        { value: 'ZohoCRM.modules.ALL', description: 'All CRM records' },
        { value: 'ZohoCRM.modules.READ', description: 'Read CRM records' },
        { value: 'ZohoCRM.settings.READ', description: 'Read CRM settings' },
        { value: 'ZohoCRM.users.READ', description: 'Read users in Zoho CRM' },
        { value: 'ZohoCRM.org.READ', description: 'Read organization in Zoho CRM' },
        { value: 'AaaServer.profile.READ', description: 'AaaServer.profile.READ' },
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
