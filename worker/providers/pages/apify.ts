/** Apify: an API key and nothing else. The key goes into the header Authorization, as `Bearer {key}`. */
import { keyPage, type KeyInput } from '../define-provider.ts'

export const apify = keyPage((): KeyInput => ({
  slug: 'apify',
  name: 'Apify',
  docsUrl: 'https://docs.apify.com/api/v2',
  category: 'automation',
  verified: 'recall',
}))
