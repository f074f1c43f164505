/** Affinity: an API key and nothing else. The key goes into the header Authorization, as `Basic base64(:key)`. */
import { keyPage, type KeyInput } from '../define-provider.ts'

export const affinity = keyPage((): KeyInput => ({
  slug: 'affinity',
  name: 'Affinity',
  docsUrl: 'https://api-docs.affinity.co',
  category: 'crm',
  verified: 'recall',
}))
