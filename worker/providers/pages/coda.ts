/** Coda: an API key and nothing else. The key goes into the header Authorization, as `Bearer {key}`. */
import { keyPage, type KeyInput } from '../define-provider.ts'

export const coda = keyPage((): KeyInput => ({
  slug: 'coda',
  name: 'Coda',
  docsUrl: 'https://coda.io/developers/apis/v1',
  category: 'productivity',
  verified: 'recall',
}))
