/** Twilio: an API key and nothing else. The key goes into the header Authorization, as `Basic base64(account_sid:auth_token)`. */
import { keyPage, type KeyInput } from '../define-provider.ts'

export const twilio = keyPage((): KeyInput => ({
  slug: 'twilio',
  name: 'Twilio',
  docsUrl: 'https://www.twilio.com/docs/iam/api',
  category: 'communication',
  verified: 'recall',
}))
