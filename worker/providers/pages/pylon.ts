/** Pylon: an API key and nothing else. The key goes into the header Authorization, as `Bearer {key}`. */
import { keyPage, type KeyInput } from '../define-provider.ts'

export const pylon = keyPage((): KeyInput => ({
  slug: 'pylon',
  name: 'Pylon',
  docsUrl: 'https://docs.usepylon.com',
  category: 'support',
  verified: 'recall',
}))
