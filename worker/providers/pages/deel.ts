/** Deel. App endpoints also need an x-client-id header. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const deel = providerPage((): ProviderInput => ({
  slug: 'deel',
  name: 'Deel',
  docsUrl: 'https://developer.deel.com/docs/oauth2',
  category: 'hr-payroll',
  verified: 'recall',
  authMethods: ['oauth', 'api_key'],
  oauth: {
    authorizationUrl: 'https://app.deel.com/oauth2/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://app.deel.com/oauth2/tokens', clientAuthentication: 'basic_raw' },
    scopes: {
      default: ['organizations:read'],
      available: [
        { value: 'organizations:read', description: 'Read organization in Deel' },
        { value: 'people:read', description: 'Read people in Deel' },
        { value: 'contracts:read', description: 'Read contracts in Deel' },
        { value: 'timesheets:read', description: 'Read timesheets in Deel' },
        { value: 'webhooks:write', description: 'Manage webhooks in Deel' },
      ],
    },
    refresh: { rotates: 'always', idleDays: 90 },
  },
}))
