/** xAI: an API key and nothing else. The key goes into the header Authorization, as `Bearer {key}`. */
import { defineKeyProvider } from '../define-provider.ts'

export const xai = defineKeyProvider({
  slug: 'xai',
  name: 'xAI',
  docsUrl: 'https://docs.x.ai',
  category: 'ai',
  aliases: ['grok'],
  verified: 'recall',
})
