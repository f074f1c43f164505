/** LaunchDarkly: an API key and nothing else. The key goes into the header Authorization. */
import { defineKeyProvider } from '../define-provider.ts'

export const launchdarkly = defineKeyProvider({
  slug: 'launchdarkly',
  name: 'LaunchDarkly',
  docsUrl: 'https://launchdarkly.com/docs/api',
  category: 'developer-tools',
  verified: 'recall',
})
