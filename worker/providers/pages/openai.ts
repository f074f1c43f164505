/** OpenAI: an API key and nothing else. The key goes into the header Authorization, as `Bearer {key}`. */
import { defineKeyProvider } from '../define-provider.ts'

export const openai = defineKeyProvider({
  slug: 'openai',
  name: 'OpenAI',
  docsUrl: 'https://platform.openai.com/docs/api-reference/authentication',
  category: 'ai',
  aliases: ['chatgpt'],
  verified: 'recall',
})
