/** Anthropic: an API key and nothing else. The key goes into the header x-api-key, beside `anthropic-version`. */
import { keyPage, type KeyInput } from '../define-provider.ts'

export const anthropic = keyPage((): KeyInput => ({
  slug: 'anthropic',
  name: 'Anthropic',
  docsUrl: 'https://docs.anthropic.com/en/api/overview',
  category: 'ai',
  verified: 'recall',
}))
