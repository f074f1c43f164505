/**
 * QuickBooks Online. Company id arrives as realmId in the callback query. Refresh token value changes
 * about daily; always store the newest. Hard cap of five years on refresh tokens. Lifetime field is
 * x_refresh_token_expires_in. Sandbox API host is sandbox-quickbooks.api.intuit.com.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const quickbooks = providerPage((): ProviderInput => ({
  slug: 'quickbooks',
  name: 'QuickBooks Online',
  docsUrl:
    'https://developer.intuit.com/app/developer/qbo/docs/develop/authentication-and-authorization/oauth-2.0',
  category: 'finance',
  verified: 'docs',
  oauth: {
    authorizationUrl: 'https://appcenter.intuit.com/connect/oauth2',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: {
      url: 'https://oauth.platform.intuit.com/oauth2/v1/tokens/bearer',
      clientAuthentication: 'basic_raw',
    },
    scopes: {
      mandatory: true,
      default: ['com.intuit.quickbooks.accounting'],
      available: [
        {
          value: 'com.intuit.quickbooks.accounting',
          description: 'Accounting data in QuickBooks Online',
        },
        { value: 'com.intuit.quickbooks.payment', description: 'Payments in QuickBooks Online' },
        { value: 'openid', description: 'Sign the user in (OpenID)' },
        { value: 'profile', description: 'Read the user name' },
        { value: 'email', description: 'Read the account email address' },
      ],
    },
    response: { members: { refresh_token_expires_in: 'x_refresh_token_expires_in' } },
    callback: { keep: ['realmId'] },
    userinfo: { idPaths: ['token:realmId'], labelPaths: ['token:realmId'] },
    refresh: { rotates: 'sometimes', idleDays: 100, absoluteDays: 1825 },
    revocation: {
      url: 'https://developer.api.intuit.com/v2/oauth2/tokens/revoke',
      auth: 'basic',
      format: 'json',
    },
  },
}))
