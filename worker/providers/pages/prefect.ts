/** Prefect Cloud: an API key and nothing else. The key goes into the header Authorization, as `Bearer {key}`. */
import { keyPage, type KeyInput } from '../define-provider.ts'

export const prefect = keyPage((): KeyInput => ({
  slug: 'prefect',
  name: 'Prefect Cloud',
  docsUrl: 'https://docs.prefect.io',
  category: 'developer-tools',
  verified: 'recall',
}))
