/** Replicate: an API key and nothing else. The key goes into the header Authorization, as `Bearer {key}`. */
import { keyPage, type KeyInput } from '../define-provider.ts'

export const replicate = keyPage((): KeyInput => ({
  slug: 'replicate',
  name: 'Replicate',
  docsUrl: 'https://replicate.com/docs/reference/http',
  category: 'ai',
  verified: 'recall',
}))
