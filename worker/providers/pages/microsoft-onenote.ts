/**
 * Microsoft OneNote. No per-token revocation endpoint; only a Graph call that ends all of the user's
 * sessions. Many scopes need tenant admin consent. Mail is null for accounts without a mailbox; fall back
 * to userPrincipalName. Scopes of one token must belong to a single resource.
 */
import {
  MICROSOFT_IDENTITY_SCOPES,
  microsoftPage,
  type MicrosoftProduct,
} from '../microsoft-account.ts'

export const microsoftOnenote = microsoftPage((): MicrosoftProduct => ({
  slug: 'microsoft-onenote',
  name: 'Microsoft OneNote',
  docsUrl: 'https://learn.microsoft.com/en-us/graph/api/resources/onenote',
  category: 'productivity',
  scopes: {
    default: ['openid', 'profile', 'email', 'offline_access', 'User.Read', 'Notes.Read'],
    available: [
      ...MICROSOFT_IDENTITY_SCOPES,
      { value: 'Notes.Read', description: 'Read notebooks in Microsoft OneNote' },
      { value: 'Notes.ReadWrite', description: 'Edit notebooks in Microsoft OneNote' },
      { value: 'Notes.Create', description: 'Create pages in Microsoft OneNote' },
    ],
  },
}))
