/** Google Gemini: an API key and nothing else. The key goes into the query, as key. */
import { keyPage, type KeyInput } from '../define-provider.ts'

export const googleGemini = keyPage((): KeyInput => ({
  slug: 'google-gemini',
  name: 'Google Gemini',
  docsUrl: 'https://ai.google.dev/gemini-api/docs/api-key',
  category: 'ai',
  verified: 'recall',
}))
