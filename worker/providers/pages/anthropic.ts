/** Anthropic: an API key and nothing else. The key goes into the header x-api-key. */
import { defineKeyProvider } from '../define-provider.ts'

export const anthropic = defineKeyProvider({
  slug: 'anthropic',
  name: 'Anthropic',
  docsUrl: 'https://docs.anthropic.com/en/api/overview',
  category: 'ai',
  aliases: ['claude'],
  verified: 'recall',
})
