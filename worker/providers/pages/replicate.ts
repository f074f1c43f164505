/** Replicate: an API key and nothing else. The key goes into the header Authorization, as `Bearer {key}`. */
import { defineKeyProvider } from '../define-provider.ts'

export const replicate = defineKeyProvider({
  slug: 'replicate',
  name: 'Replicate',
  docsUrl: 'https://replicate.com/docs/reference/http',
  category: 'ai',
  verified: 'recall',
})
