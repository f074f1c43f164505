/** Customer.io: an API key and nothing else. The key goes into the header Authorization, as `Bearer {key}`. */
import { keyPage, type KeyInput } from '../define-provider.ts'

export const customerIo = keyPage((): KeyInput => ({
  slug: 'customer-io',
  name: 'Customer.io',
  docsUrl: 'https://customer.io/docs/api/app/',
  category: 'marketing',
  verified: 'recall',
}))
