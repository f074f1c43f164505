/** Rootly: an API key and nothing else. The key goes into the header Authorization, as `Bearer {key}`. */
import { keyPage, type KeyInput } from '../define-provider.ts'

export const rootly = keyPage((): KeyInput => ({
  slug: 'rootly',
  name: 'Rootly',
  docsUrl: 'https://rootly.com/api',
  category: 'developer-tools',
  verified: 'recall',
}))
