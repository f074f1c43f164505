/** LaunchDarkly: an API key and nothing else. The key goes into the header Authorization. */
import { keyPage, type KeyInput } from '../define-provider.ts'

export const launchdarkly = keyPage((): KeyInput => ({
  slug: 'launchdarkly',
  name: 'LaunchDarkly',
  docsUrl: 'https://launchdarkly.com/docs/api',
  category: 'developer-tools',
  verified: 'recall',
}))
