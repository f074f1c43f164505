/** Exa: an API key and nothing else. The key goes into the header x-api-key. */
import { keyPage, type KeyInput } from '../define-provider.ts'

export const exa = keyPage((): KeyInput => ({
  slug: 'exa',
  name: 'Exa',
  docsUrl: 'https://docs.exa.ai',
  category: 'ai',
  verified: 'recall',
}))
