/** Luma: an API key and nothing else. The key goes into the header x-luma-api-key. */
import { keyPage, type KeyInput } from '../define-provider.ts'

export const luma = keyPage((): KeyInput => ({
  slug: 'luma',
  name: 'Luma',
  docsUrl: 'https://docs.luma.com',
  category: 'events',
  verified: 'recall',
}))
