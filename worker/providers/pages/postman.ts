/** Postman: an API key and nothing else. The key goes into the header X-Api-Key. */
import { defineKeyProvider } from '../define-provider.ts'

export const postman = defineKeyProvider({
  slug: 'postman',
  name: 'Postman',
  docsUrl: 'https://learning.postman.com/docs/developer/postman-api/authentication/',
  category: 'developer-tools',
  verified: 'recall',
})
