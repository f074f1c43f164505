/** New Relic: an API key and nothing else. The key goes into the header API-Key. */
import { keyPage, type KeyInput } from '../define-provider.ts'

export const newRelic = keyPage((): KeyInput => ({
  slug: 'new-relic',
  name: 'New Relic',
  docsUrl:
    'https://docs.newrelic.com/docs/apis/nerdgraph/get-started/introduction-new-relic-nerdgraph/',
  category: 'developer-tools',
  verified: 'recall',
}))
