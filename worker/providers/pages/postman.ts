/** Postman: an API key and nothing else. The key goes into the header X-Api-Key. */
import { keyPage, type KeyInput } from '../define-provider.ts'

export const postman = keyPage((): KeyInput => ({
  slug: 'postman',
  name: 'Postman',
  docsUrl: 'https://learning.postman.com/docs/developer/postman-api/authentication/',
  category: 'developer-tools',
  verified: 'recall',
}))
