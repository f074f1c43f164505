/** Ashby: an API key and nothing else. The key goes into the header Authorization, as `Basic base64(key:)`. */
import { keyPage, type KeyInput } from '../define-provider.ts'

export const ashby = keyPage((): KeyInput => ({
  slug: 'ashby',
  name: 'Ashby',
  docsUrl: 'https://developers.ashbyhq.com',
  category: 'hr-ats',
  verified: 'recall',
}))
