/**
 * HubSpot. /oauth/v1/* is switched off on 2027-02-16; date-versioned paths replace it. Granted scopes
 * arrive as an array under scopes, with hub_id. optional_scope for scopes that some plans lack; a missing
 * plan fails the whole grant otherwise. EU accounts may use app-eu1.hubspot.com.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const hubspot = providerPage((): ProviderInput => ({
  slug: 'hubspot',
  name: 'HubSpot',
  docsUrl:
    'https://developers.hubspot.com/docs/api-reference/latest/authentication/manage-oauth-tokens',
  category: 'crm',
  verified: 'docs',
  oauth: {
    authorizationUrl: 'https://app.hubspot.com/oauth/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://api.hubapi.com/oauth/2026-03/token' },
    scopes: {
      default: ['oauth'],
      available: [
        { value: 'oauth', description: 'Basic app scope, always needed' },
        { value: 'crm.objects.contacts.read', description: 'Read contacts in HubSpot' },
        { value: 'crm.objects.contacts.write', description: 'Edit contacts in HubSpot' },
        { value: 'crm.objects.companies.read', description: 'Read companies in HubSpot' },
        { value: 'crm.objects.deals.read', description: 'Read deals in HubSpot' },
        { value: 'crm.objects.deals.write', description: 'Edit deals in HubSpot' },
        { value: 'tickets', description: 'Read and edit tickets' },
        { value: 'crm.objects.owners.read', description: 'Read owners in HubSpot' },
        { value: 'sales-email-read', description: 'Read logged emails' },
        { value: 'files', description: 'Manage files in HubSpot' },
      ],
    },
    response: {
      members: { scope: 'scopes' },
      keep: ['hub_id'],
      errorPath: 'status',
      errorMap: {
        BAD_AUTH_CODE: 'invalid_grant',
        BAD_REFRESH_TOKEN: 'invalid_grant',
        BAD_CLIENT_ID: 'invalid_client',
        BAD_CLIENT_SECRET: 'invalid_client',
      },
    },
    refresh: { rotates: 'never', reuseKills: false },
    revocation: {
      url: 'https://api.hubapi.com/oauth/2026-03/token/revoke',
      tokens: ['refresh'],
    },
    userinfo: { idPaths: ['token:hub_id'], labelPaths: ['token:hub_id'] },
  },
}))
