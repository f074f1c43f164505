/** Constant Contact. Rotating or long-lived refresh is picked per app. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const constantContact = providerPage((): ProviderInput => ({
  slug: 'constant-contact',
  name: 'Constant Contact',
  docsUrl: 'https://developer.constantcontact.com/api_guide/auth_overview.html',
  category: 'marketing',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://authz.constantcontact.com/oauth2/default/v1/authorize',
    token: {
      url: 'https://authz.constantcontact.com/oauth2/default/v1/token',
      clientAuthentication: 'basic_raw',
    },
    scopes: {
      default: ['account_read', 'contact_data', 'offline_access'],
      available: [
        { value: 'account_read', description: 'Read account in Constant Contact' },
        { value: 'contact_data', description: 'Read and edit contacts' },
        { value: 'campaign_data', description: 'Read and edit campaigns' },
        { value: 'offline_access', description: 'Issue a refresh token' },
      ],
    },
    refresh: { rotates: 'always', idleDays: 180 },
    userinfo: {
      url: 'https://api.cc.email/v3/account/summary',
      idPaths: ['encoded_account_id'],
      labelPaths: ['contact_email'],
    },
  },
}))
