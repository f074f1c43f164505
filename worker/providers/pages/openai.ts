/** OpenAI: an API key and nothing else. The key goes into the header Authorization, as `Bearer {key}`. */
import { keyPage, type KeyInput } from '../define-provider.ts'

export const openai = keyPage((): KeyInput => ({
  slug: 'openai',
  name: 'OpenAI',
  docsUrl: 'https://platform.openai.com/docs/api-reference/authentication',
  category: 'ai',
  verified: 'recall',
}))
