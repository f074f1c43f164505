/** SmartRecruiters: an API key and nothing else. The key goes into the header X-SmartToken. */
import { keyPage, type KeyInput } from '../define-provider.ts'

export const smartrecruiters = keyPage((): KeyInput => ({
  slug: 'smartrecruiters',
  name: 'SmartRecruiters',
  docsUrl: 'https://developers.smartrecruiters.com',
  category: 'hr-ats',
  verified: 'recall',
}))
