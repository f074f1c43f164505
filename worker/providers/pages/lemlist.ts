/** lemlist: an API key and nothing else. The key goes into the header Authorization, as `Basic base64(:key)`. */
import { defineKeyProvider } from '../define-provider.ts'

export const lemlist = defineKeyProvider({
  slug: 'lemlist',
  name: 'lemlist',
  docsUrl: 'https://developer.lemlist.com',
  category: 'sales',
  verified: 'recall',
})
