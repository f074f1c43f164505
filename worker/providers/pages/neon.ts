/** Neon: an API key and nothing else. The key goes into the header Authorization, as `Bearer {key}`. */
import { defineKeyProvider } from '../define-provider.ts'

export const neon = defineKeyProvider({
  slug: 'neon',
  name: 'Neon',
  docsUrl: 'https://api-docs.neon.tech',
  category: 'infrastructure',
  verified: 'recall',
})
