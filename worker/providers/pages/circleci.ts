/** CircleCI: an API key and nothing else. The key goes into the header Circle-Token. */
import { keyPage, type KeyInput } from '../define-provider.ts'

export const circleci = keyPage((): KeyInput => ({
  slug: 'circleci',
  name: 'CircleCI',
  docsUrl: 'https://circleci.com/docs/api/v2/',
  category: 'developer-tools',
  verified: 'recall',
}))
