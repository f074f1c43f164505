/** ElevenLabs: an API key and nothing else. The key goes into the header xi-api-key. */
import { keyPage, type KeyInput } from '../define-provider.ts'

export const elevenlabs = keyPage((): KeyInput => ({
  slug: 'elevenlabs',
  name: 'ElevenLabs',
  docsUrl: 'https://elevenlabs.io/docs/api-reference/authentication',
  category: 'ai',
  verified: 'recall',
}))
