/** Neon: an API key and nothing else. The key goes into the header Authorization, as `Bearer {key}`. */
import { keyPage, type KeyInput } from '../define-provider.ts'

export const neon = keyPage((): KeyInput => ({
  slug: 'neon',
  name: 'Neon',
  docsUrl: 'https://api-docs.neon.tech',
  category: 'infrastructure',
  verified: 'recall',
}))
