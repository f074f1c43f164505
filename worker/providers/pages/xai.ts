/** xAI: an API key and nothing else. The key goes into the header Authorization, as `Bearer {key}`. */
import { keyPage, type KeyInput } from '../define-provider.ts'

export const xai = keyPage((): KeyInput => ({
  slug: 'xai',
  name: 'xAI',
  docsUrl: 'https://docs.x.ai',
  category: 'ai',
  verified: 'recall',
}))
