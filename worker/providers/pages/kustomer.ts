/** Kustomer: an API key and nothing else. The key goes into the header Authorization, as Bearer. */
import { keyPage, type KeyInput } from '../define-provider.ts'

export const kustomer = keyPage((): KeyInput => ({
  slug: 'kustomer',
  name: 'Kustomer',
  docsUrl: 'https://developer.kustomer.com',
  category: 'support',
  verified: 'recall',
  configFields: [
    {
      key: 'org',
      label: 'Organization',
      description: 'The first part of your Kustomer address.',
      required: true,
      scope: 'installation',
      pattern: '[a-z0-9][a-z0-9-]*',
      example: 'acme',
    },
  ],
}))
