/**
 * Xero. Calls need a xero-tenant-id header. One grant may hold several organisations. Old refresh token
 * has a 30-minute grace period. Broad accounting scopes are being split into granular ones in 2026.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const xero = providerPage((): ProviderInput => ({
  slug: 'xero',
  name: 'Xero',
  docsUrl: 'https://developer.xero.com/documentation/guides/oauth2/auth-flow/',
  category: 'finance',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://login.xero.com/identity/connect/authorize',
    token: {
      url: 'https://identity.xero.com/connect/token',
      clientAuthentication: 'basic_raw',
    },
    scopes: {
      mandatory: true,
      default: ['offline_access', 'openid', 'profile', 'email', 'accounting.settings.read'],
      available: [
        { value: 'offline_access', description: 'Issue a refresh token' },
        { value: 'openid', description: 'Issue an OpenID identity token' },
        { value: 'email', description: 'Read the account email address' },
        { value: 'accounting.transactions', description: 'Edit transactions in Xero' },
        { value: 'accounting.transactions.read', description: 'Read transactions in Xero' },
        { value: 'accounting.contacts', description: 'Edit contacts in Xero' },
        { value: 'accounting.reports.read', description: 'Read reports in Xero' },
        { value: 'accounting.settings.read', description: 'Read settings in Xero' },
        { value: 'accounting.attachments', description: 'Edit attachments in Xero' },
        { value: 'files', description: 'Manage files in Xero' },
      ],
    },
    refresh: { rotates: 'always', graceSeconds: 1800, idleDays: 60 },
    revocation: {
      url: 'https://identity.xero.com/connect/revocation',
      auth: 'basic',
      tokens: ['refresh'],
    },
  },
}))
