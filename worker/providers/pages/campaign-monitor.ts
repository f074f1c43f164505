/** Campaign Monitor. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const campaignMonitor = providerPage((): ProviderInput => ({
  slug: 'campaign-monitor',
  name: 'Campaign Monitor',
  docsUrl: 'https://www.campaignmonitor.com/api/v3-3/getting-started/',
  category: 'marketing',
  verified: 'recall',
  authMethods: ['oauth', 'api_key'],
  oauth: {
    authorizationUrl: 'https://api.createsend.com/oauth',
    authorizationParams: { type: 'web_server' },
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://api.createsend.com/oauth/token' },
    scopes: {
      separator: ',',
      default: ['ManageLists'],
      available: [
        { value: 'ManageLists', description: 'Manage lists in Campaign Monitor' },
        { value: 'ViewReports', description: 'View reports in Campaign Monitor' },
        { value: 'CreateCampaigns', description: 'Create campaigns in Campaign Monitor' },
        { value: 'SendCampaigns', description: 'Send campaigns in Campaign Monitor' },
        { value: 'ImportSubscribers', description: 'Import subscribers in Campaign Monitor' },
      ],
    },
    response: { scopeSeparator: ',' },
    refresh: { rotates: 'always' },
  },
}))
