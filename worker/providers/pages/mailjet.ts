/** Mailjet: an API key and nothing else. The key goes into the header Authorization, as `Basic base64(key:secret)`. */
import { defineKeyProvider } from '../define-provider.ts'

export const mailjet = defineKeyProvider({
  slug: 'mailjet',
  name: 'Mailjet',
  docsUrl: 'https://dev.mailjet.com',
  category: 'email',
  verified: 'recall',
})
