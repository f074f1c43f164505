/** Chargebee: an API key and nothing else. The key is the user name of Basic, with no password. */
import { keyPage, type KeyInput } from '../define-provider.ts'

export const chargebee = keyPage((): KeyInput => ({
  slug: 'chargebee',
  name: 'Chargebee',
  docsUrl: 'https://apidocs.chargebee.com',
  category: 'finance',
  verified: 'recall',
  configFields: [
    {
      key: 'site',
      label: 'Site',
      description: 'The first part of your Chargebee address: acme of acme.chargebee.com.',
      required: true,
      scope: 'installation',
      pattern: '[a-z0-9][a-z0-9-]*',
      example: 'acme',
    },
  ],
}))
