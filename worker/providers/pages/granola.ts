/** Granola: an API key and nothing else. The key goes into the header Authorization, as `Bearer {key}`. */
import { keyPage, type KeyInput } from '../define-provider.ts'

export const granola = keyPage((): KeyInput => ({
  slug: 'granola',
  name: 'Granola',
  docsUrl: 'https://docs.granola.ai',
  category: 'communication',
  verified: 'recall',
}))
