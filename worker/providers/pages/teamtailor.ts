/** Teamtailor: an API key and nothing else. The key goes into the header Authorization, as `Token token={key}`, beside `X-Api-Version`. */
import { keyPage, type KeyInput } from '../define-provider.ts'

export const teamtailor = keyPage((): KeyInput => ({
  slug: 'teamtailor',
  name: 'Teamtailor',
  docsUrl: 'https://docs.teamtailor.com',
  category: 'hr-ats',
  verified: 'recall',
}))
