/** Trello: an API key and nothing else. The key goes into the query, as key,token. */
import { keyPage, type KeyInput } from '../define-provider.ts'

export const trello = keyPage((): KeyInput => ({
  slug: 'trello',
  name: 'Trello',
  docsUrl: 'https://developer.atlassian.com/cloud/trello/guides/rest-api/authorization/',
  category: 'project-management',
  verified: 'recall',
}))
