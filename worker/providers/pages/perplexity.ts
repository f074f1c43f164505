/** Perplexity: an API key and nothing else. The key goes into the header Authorization, as `Bearer {key}`. */
import { keyPage, type KeyInput } from '../define-provider.ts'

export const perplexity = keyPage((): KeyInput => ({
  slug: 'perplexity',
  name: 'Perplexity',
  docsUrl: 'https://docs.perplexity.ai',
  category: 'ai',
  verified: 'recall',
}))
