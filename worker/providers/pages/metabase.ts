/** Metabase: an API key and nothing else. The key goes into the header x-api-key. */
import { keyPage, type KeyInput } from '../define-provider.ts'

export const metabase = keyPage((): KeyInput => ({
  slug: 'metabase',
  name: 'Metabase',
  docsUrl: 'https://www.metabase.com/docs/latest/people-and-groups/api-keys',
  category: 'analytics',
  verified: 'recall',
  configFields: [
    {
      key: 'host',
      label: 'Host',
      description: 'Of your Metabase.',
      required: true,
      scope: 'installation',
      pattern: '[a-z0-9.-]+(?::[0-9]+)?',
      example: 'acme.metabaseapp.com',
    },
  ],
}))
