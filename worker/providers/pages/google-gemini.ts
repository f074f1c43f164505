/** Google Gemini: an API key and nothing else. The key goes into the query, as key. */
import { defineKeyProvider } from '../define-provider.ts'

export const googleGemini = defineKeyProvider({
  slug: 'google-gemini',
  name: 'Google Gemini',
  docsUrl: 'https://ai.google.dev/gemini-api/docs/api-key',
  category: 'ai',
  aliases: ['gemini'],
  verified: 'recall',
})
