/** Pylon: an API key and nothing else. The key goes into the header Authorization, as `Bearer {key}`. */
import { defineKeyProvider } from '../define-provider.ts'

export const pylon = defineKeyProvider({
  slug: 'pylon',
  name: 'Pylon',
  docsUrl: 'https://docs.usepylon.com',
  category: 'support',
  verified: 'recall',
})
