/** Webex. Refresh resets the 90-day refresh lifetime; refresh_token_expires_in in the response. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const webex = providerPage((): ProviderInput => ({
  slug: 'webex',
  name: 'Webex',
  docsUrl: 'https://developer.webex.com/docs/integrations',
  category: 'communication',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://webexapis.com/v1/authorize',
    token: { url: 'https://webexapis.com/v1/access_token' },
    scopes: {
      default: ['spark:people_read'],
      available: [
        { value: 'spark:people_read', description: 'Read people in Webex' },
        { value: 'spark:messages_read', description: 'Read messages in Webex' },
        { value: 'spark:messages_write', description: 'Send messages in Webex' },
        { value: 'spark:rooms_read', description: 'List spaces in Webex' },
        { value: 'meeting:schedules_read', description: 'Read meetings in Webex' },
        { value: 'meeting:schedules_write', description: 'Schedule meetings in Webex' },
        { value: 'meeting:recordings_read', description: 'Read recordings in Webex' },
        { value: 'spark:kms', description: 'Encryption keys, always needed' },
      ],
    },
    refresh: { rotates: 'never', reuseKills: false, idleDays: 90 },
  },
}))
