/** Mailgun: an API key and nothing else. The key is the password of Basic, with the user name api. */
import { keyPage, type KeyInput } from '../define-provider.ts'

export const mailgun = keyPage((): KeyInput => ({
  slug: 'mailgun',
  name: 'Mailgun',
  docsUrl: 'https://documentation.mailgun.com',
  category: 'email',
  verified: 'recall',
  configFields: [
    {
      key: 'region',
      label: 'API host',
      description: 'api for the United States, api.eu for Europe.',
      required: true,
      scope: 'installation',
      pattern: 'api(?:\\.eu)?',
      example: 'api',
    },
  ],
}))
