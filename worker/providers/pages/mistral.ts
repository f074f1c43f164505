/** Mistral AI: an API key and nothing else. The key goes into the header Authorization, as `Bearer {key}`. */
import { defineKeyProvider } from '../define-provider.ts'

export const mistral = defineKeyProvider({
  slug: 'mistral',
  name: 'Mistral AI',
  docsUrl: 'https://docs.mistral.ai',
  category: 'ai',
  aliases: ['mistral-ai'],
  verified: 'recall',
})
