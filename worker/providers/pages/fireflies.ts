/** Fireflies.ai: an API key and nothing else. The key goes into the header Authorization, as `Bearer {key}`. */
import { keyPage, type KeyInput } from '../define-provider.ts'

export const fireflies = keyPage((): KeyInput => ({
  slug: 'fireflies',
  name: 'Fireflies.ai',
  docsUrl: 'https://docs.fireflies.ai',
  category: 'communication',
  verified: 'recall',
}))
