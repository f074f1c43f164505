/** Resend: an API key and nothing else. The key goes into the header Authorization, as `Bearer {key}`. */
import { keyPage, type KeyInput } from '../define-provider.ts'

export const resend = keyPage((): KeyInput => ({
  slug: 'resend',
  name: 'Resend',
  docsUrl: 'https://resend.com/docs',
  category: 'email',
  verified: 'recall',
}))
