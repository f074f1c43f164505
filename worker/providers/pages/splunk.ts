/** Splunk: an API key and nothing else. The key goes into the header Authorization, as Bearer. */
import { keyPage, type KeyInput } from '../define-provider.ts'

export const splunk = keyPage((): KeyInput => ({
  slug: 'splunk',
  name: 'Splunk',
  docsUrl: 'https://docs.splunk.com',
  category: 'developer-tools',
  verified: 'recall',
  configFields: [
    {
      key: 'host',
      label: 'Host',
      description: 'Of your Splunk’s management port.',
      required: true,
      scope: 'installation',
      pattern: '[a-z0-9.-]+(?::[0-9]+)?',
      example: 'acme.splunkcloud.com:8089',
    },
  ],
}))
