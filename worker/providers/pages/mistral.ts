/** Mistral AI: an API key and nothing else. The key goes into the header Authorization, as `Bearer {key}`. */
import { keyPage, type KeyInput } from '../define-provider.ts'

export const mistral = keyPage((): KeyInput => ({
  slug: 'mistral',
  name: 'Mistral AI',
  docsUrl: 'https://docs.mistral.ai',
  category: 'ai',
  verified: 'recall',
}))
