/** Amplitude: an API key and nothing else. The key goes into the header Authorization, as `Basic base64(api_key:secret_key)`. */
import { keyPage, type KeyInput } from '../define-provider.ts'

export const amplitude = keyPage((): KeyInput => ({
  slug: 'amplitude',
  name: 'Amplitude',
  docsUrl: 'https://amplitude.com/docs/apis/authentication',
  category: 'analytics',
  verified: 'recall',
}))
