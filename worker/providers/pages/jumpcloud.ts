/** JumpCloud: an API key and nothing else. The key goes into the header x-api-key. */
import { keyPage, type KeyInput } from '../define-provider.ts'

export const jumpcloud = keyPage((): KeyInput => ({
  slug: 'jumpcloud',
  name: 'JumpCloud',
  docsUrl: 'https://docs.jumpcloud.com/api/',
  category: 'identity',
  verified: 'recall',
}))
