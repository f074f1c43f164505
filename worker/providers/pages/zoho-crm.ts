/** Zoho CRM. Records, settings and users of the CRM. */
import { zohoPage, type ZohoProduct } from '../zoho-account.ts'

export const zohoCrm = zohoPage((): ZohoProduct => ({
  slug: 'zoho-crm',
  name: 'Zoho CRM',
  docsUrl: 'https://www.zoho.com/crm/developer/docs/api/v8/oauth-overview.html',
  category: 'crm',
  scopes: {
    default: ['ZohoCRM.modules.READ'],
    available: [
      { value: 'ZohoCRM.modules.ALL', description: 'All CRM records' },
      { value: 'ZohoCRM.modules.READ', description: 'Read CRM records' },
      { value: 'ZohoCRM.settings.READ', description: 'Read CRM settings' },
      { value: 'ZohoCRM.users.READ', description: 'Read users in Zoho CRM' },
      { value: 'ZohoCRM.org.READ', description: 'Read organization in Zoho CRM' },
    ],
  },
}))
