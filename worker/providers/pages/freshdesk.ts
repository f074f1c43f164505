/** Freshdesk: an API key and nothing else. The key is the user name of Basic, with any password. */
import { keyPage, type KeyInput } from '../define-provider.ts'

export const freshdesk = keyPage((): KeyInput => ({
  slug: 'freshdesk',
  name: 'Freshdesk',
  docsUrl: 'https://developers.freshdesk.com/api/#authentication',
  category: 'support',
  verified: 'recall',
  configFields: [
    {
      key: 'subdomain',
      label: 'Freshdesk subdomain',
      description: 'The first part of your Freshdesk address: acme of acme.freshdesk.com.',
      required: true,
      scope: 'installation',
      pattern: '[a-z0-9][a-z0-9-]*',
      example: 'acme',
    },
  ],
}))
