/** Zoho Mail. Mail and its folders. */
import { zohoPage, type ZohoProduct } from '../zoho-account.ts'

export const zohoMail = zohoPage((): ZohoProduct => ({
  slug: 'zoho-mail',
  name: 'Zoho Mail',
  docsUrl: 'https://www.zoho.com/mail/help/api/using-oauth-2.html',
  category: 'email',
  scopes: {
    default: ['ZohoMail.accounts.READ', 'ZohoMail.messages.READ'],
    available: [
      { value: 'ZohoMail.accounts.READ', description: 'Read mail accounts' },
      { value: 'ZohoMail.messages.ALL', description: 'Read and send mail' },
      { value: 'ZohoMail.folders.READ', description: 'Read folders in Zoho Mail' },
      { value: 'ZohoMail.messages.READ', description: 'Read mail' },
    ],
  },
}))
