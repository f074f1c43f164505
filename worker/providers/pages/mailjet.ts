/** Mailjet: an API key and nothing else. The key goes into the header Authorization, as `Basic base64(key:secret)`. */
import { keyPage, type KeyInput } from '../define-provider.ts'

export const mailjet = keyPage((): KeyInput => ({
  slug: 'mailjet',
  name: 'Mailjet',
  docsUrl: 'https://dev.mailjet.com',
  category: 'email',
  verified: 'recall',
}))
