/** Algolia: an API key and nothing else. The key goes into the header x-algolia-api-key, beside x-algolia-application-id. */
import { keyPage, type KeyInput } from '../define-provider.ts'

export const algolia = keyPage((): KeyInput => ({
  slug: 'algolia',
  name: 'Algolia',
  docsUrl: 'https://www.algolia.com/doc/',
  category: 'developer-tools',
  verified: 'recall',
  configFields: [
    {
      key: 'app_id',
      label: 'Application ID',
      description: 'Of your application’s settings.',
      required: true,
      scope: 'installation',
      pattern: '[A-Z0-9]{10}',
      example: 'AB12CD34EF',
    },
  ],
}))
