/** Zoho. The account itself, and all records of its CRM. */
import { zohoPage, type ZohoProduct } from '../zoho-account.ts'

export const zoho = zohoPage((): ZohoProduct => ({
  slug: 'zoho',
  name: 'Zoho',
  docsUrl: 'https://www.zoho.com/accounts/protocol/oauth.html',
  category: 'crm',
  scopes: {
    default: [],
    available: [{ value: 'ZohoCRM.modules.ALL', description: 'All CRM records' }],
  },
}))
