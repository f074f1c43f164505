/** Resend: an API key and nothing else. The key goes into the header Authorization, as `Bearer {key}`. */
import { defineKeyProvider } from '../define-provider.ts'

export const resend = defineKeyProvider({
  slug: 'resend',
  name: 'Resend',
  docsUrl: 'https://resend.com/docs',
  category: 'email',
  verified: 'recall',
})
