/** lemlist: an API key and nothing else. The key goes into the header Authorization, as `Basic base64(:key)`. */
import { keyPage, type KeyInput } from '../define-provider.ts'

export const lemlist = keyPage((): KeyInput => ({
  slug: 'lemlist',
  name: 'lemlist',
  docsUrl: 'https://developer.lemlist.com',
  category: 'sales',
  verified: 'recall',
}))
