/** Brevo: an API key and nothing else. The key goes into the header api-key. */
import { defineKeyProvider } from '../define-provider.ts'

export const brevo = defineKeyProvider({
  slug: 'brevo',
  name: 'Brevo',
  docsUrl: 'https://developers.brevo.com',
  category: 'marketing',
  aliases: ['sendinblue'],
  verified: 'recall',
})
