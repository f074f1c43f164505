/** Brevo: an API key and nothing else. The key goes into the header api-key. */
import { keyPage, type KeyInput } from '../define-provider.ts'

export const brevo = keyPage((): KeyInput => ({
  slug: 'brevo',
  name: 'Brevo',
  docsUrl: 'https://developers.brevo.com',
  category: 'marketing',
  verified: 'recall',
}))
