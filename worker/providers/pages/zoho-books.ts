/**
 * Zoho Books. Every user lives in one data centre, so the operator names it; a user of another one is
 * refused there. Errors come with status 200. The host of the API is in the answer (`api_domain`). A user
 * and a client have at most twenty refresh tokens: the oldest goes.
 */
import { defineProvider } from '../define-provider.ts'

export const zohoBooks = defineProvider({
  slug: 'zoho-books',
  name: 'Zoho Books',
  docsUrl: 'https://www.zoho.com/books/api/v3/oauth/',
  category: 'finance',
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
      default: ['AaaServer.profile.READ', 'ZohoBooks.fullaccess.all'],
      available: [
        { value: 'ZohoBooks.fullaccess.all', description: 'Full Books access' },
        { value: 'ZohoBooks.invoices.READ', description: 'Read invoices in Zoho Books' },
        { value: 'ZohoBooks.contacts.READ', description: 'Read contacts in Zoho Books' },
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
