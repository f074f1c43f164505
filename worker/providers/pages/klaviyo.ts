/** Klaviyo. Dated revision header. Private keys use the Klaviyo-API-Key scheme. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const klaviyo = providerPage((): ProviderInput => ({
  slug: 'klaviyo',
  name: 'Klaviyo',
  docsUrl: 'https://developers.klaviyo.com/en/docs/set_up_oauth',
  category: 'marketing',
  verified: 'recall',
  authMethods: ['oauth', 'api_key'],
  oauth: {
    authorizationUrl: 'https://www.klaviyo.com/oauth/authorize',
    token: { url: 'https://a.klaviyo.com/oauth/token', clientAuthentication: 'basic_raw' },
    scopes: {
      default: ['accounts:read'],
      available: [
        { value: 'accounts:read', description: 'Read account in Klaviyo' },
        { value: 'profiles:read', description: 'Read profiles in Klaviyo' },
        { value: 'profiles:write', description: 'Edit profiles in Klaviyo' },
        { value: 'lists:read', description: 'Read lists in Klaviyo' },
        { value: 'campaigns:read', description: 'Read campaigns in Klaviyo' },
        { value: 'events:read', description: 'Read events in Klaviyo' },
        { value: 'metrics:read', description: 'Read metrics in Klaviyo' },
      ],
    },
    refresh: { rotates: 'never', reuseKills: false, idleDays: 90 },
    revocation: { url: 'https://a.klaviyo.com/oauth/revoke', auth: 'basic' },
  },
}))
