/** ElevenLabs: an API key and nothing else. The key goes into the header xi-api-key. */
import { defineKeyProvider } from '../define-provider.ts'

export const elevenlabs = defineKeyProvider({
  slug: 'elevenlabs',
  name: 'ElevenLabs',
  docsUrl: 'https://elevenlabs.io/docs/api-reference/authentication',
  category: 'ai',
  verified: 'recall',
})
