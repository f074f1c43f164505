/** Zoho Desk. Tickets and contacts of the help desk. */
import { zohoPage, type ZohoProduct } from '../zoho-account.ts'

export const zohoDesk = zohoPage((): ZohoProduct => ({
  slug: 'zoho-desk',
  name: 'Zoho Desk',
  docsUrl: 'https://desk.zoho.com/DeskAPIDocument#Authentication',
  category: 'support',
  scopes: {
    default: ['Desk.tickets.READ', 'Desk.basic.READ'],
    available: [
      { value: 'Desk.tickets.READ', description: 'Read tickets in Zoho Desk' },
      { value: 'Desk.tickets.UPDATE', description: 'Edit tickets in Zoho Desk' },
      { value: 'Desk.contacts.READ', description: 'Read contacts in Zoho Desk' },
      { value: 'Desk.basic.READ', description: 'Read org basics' },
    ],
  },
}))
