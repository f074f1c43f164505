/** Cursor: an API key and nothing else. The key goes into the header Authorization, as `Basic base64(key:)`. */
import { keyPage, type KeyInput } from '../define-provider.ts'

export const cursor = keyPage((): KeyInput => ({
  slug: 'cursor',
  name: 'Cursor',
  docsUrl: 'https://cursor.com/docs',
  category: 'developer-tools',
  verified: 'recall',
}))
