/** SendGrid: an API key and nothing else. The key goes into the header Authorization, as `Bearer {key}`. */
import { keyPage, type KeyInput } from '../define-provider.ts'

export const sendgrid = keyPage((): KeyInput => ({
  slug: 'sendgrid',
  name: 'SendGrid',
  docsUrl: 'https://www.twilio.com/docs/sendgrid/for-developers/sending-email/authentication',
  category: 'email',
  verified: 'recall',
}))
