/** Jotform: an API key and nothing else. The key goes into the header APIKEY. */
import { keyPage, type KeyInput } from '../define-provider.ts'

export const jotform = keyPage((): KeyInput => ({
  slug: 'jotform',
  name: 'Jotform',
  docsUrl: 'https://api.jotform.com/docs/',
  category: 'forms',
  verified: 'recall',
}))
