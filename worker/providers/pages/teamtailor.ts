/** Teamtailor: an API key and nothing else. The key goes into the header Authorization, as `Token token={key}`. */
import { defineKeyProvider } from '../define-provider.ts'

export const teamtailor = defineKeyProvider({
  slug: 'teamtailor',
  name: 'Teamtailor',
  docsUrl: 'https://docs.teamtailor.com',
  category: 'hr-ats',
  verified: 'recall',
})
