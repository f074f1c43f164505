/** Zoho Books. Bookkeeping. */
import { zohoPage, type ZohoProduct } from '../zoho-account.ts'

export const zohoBooks = zohoPage((): ZohoProduct => ({
  slug: 'zoho-books',
  name: 'Zoho Books',
  docsUrl: 'https://www.zoho.com/books/api/v3/oauth/',
  category: 'finance',
  scopes: {
    default: ['ZohoBooks.fullaccess.all'],
    available: [
      { value: 'ZohoBooks.fullaccess.all', description: 'Full Books access' },
      { value: 'ZohoBooks.invoices.READ', description: 'Read invoices in Zoho Books' },
      { value: 'ZohoBooks.contacts.READ', description: 'Read contacts in Zoho Books' },
    ],
  },
}))
