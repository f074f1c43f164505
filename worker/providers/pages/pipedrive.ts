/**
 * Pipedrive. API host is api_domain in the token response. Scopes are fixed on the app, not in the
 * authorize URL. Revoking the refresh token marks the app uninstalled.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const pipedrive = providerPage((): ProviderInput => ({
  slug: 'pipedrive',
  name: 'Pipedrive',
  docsUrl: 'https://pipedrive.readme.io/docs/marketplace-oauth-authorization',
  category: 'crm',
  verified: 'recall',
  authMethods: ['oauth', 'api_key'],
  oauth: {
    authorizationUrl: 'https://oauth.pipedrive.com/oauth/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: {
      url: 'https://oauth.pipedrive.com/oauth/token',
      clientAuthentication: 'basic_raw',
    },
    denials: ['user_denied'],
    response: { keep: ['api_domain'] },
    refresh: { rotates: 'never', reuseKills: false, idleDays: 60 },
    revocation: { url: 'https://oauth.pipedrive.com/oauth/revoke', auth: 'basic' },
  },
}))
