/** Grafana: an API key and nothing else. The key goes into the header Authorization, as Bearer. */
import { keyPage, type KeyInput } from '../define-provider.ts'

export const grafana = keyPage((): KeyInput => ({
  slug: 'grafana',
  name: 'Grafana',
  docsUrl: 'https://grafana.com/docs/grafana/latest/developers/http_api/authentication/',
  category: 'developer-tools',
  verified: 'recall',
  configFields: [
    {
      key: 'host',
      label: 'Host',
      description: 'Of your Grafana.',
      required: true,
      scope: 'installation',
      pattern: '[a-z0-9.-]+(?::[0-9]+)?',
      example: 'acme.grafana.net',
    },
  ],
}))
