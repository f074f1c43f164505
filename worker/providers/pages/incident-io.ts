/** incident.io: an API key and nothing else. The key goes into the header Authorization, as `Bearer {key}`. */
import { keyPage, type KeyInput } from '../define-provider.ts'

export const incidentIo = keyPage((): KeyInput => ({
  slug: 'incident-io',
  name: 'incident.io',
  docsUrl: 'https://api-docs.incident.io',
  category: 'developer-tools',
  verified: 'recall',
}))
