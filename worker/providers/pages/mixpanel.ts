/** Mixpanel: an API key and nothing else. The key goes into the header Authorization, as `Basic base64(service_account:secret)`. */
import { keyPage, type KeyInput } from '../define-provider.ts'

export const mixpanel = keyPage((): KeyInput => ({
  slug: 'mixpanel',
  name: 'Mixpanel',
  docsUrl: 'https://developer.mixpanel.com/reference/service-accounts',
  category: 'analytics',
  verified: 'recall',
}))
