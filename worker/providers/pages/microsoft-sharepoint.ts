/**
 * Microsoft SharePoint. No per-token revocation endpoint; only a Graph call that ends all of the user's
 * sessions. Many scopes need tenant admin consent. Mail is null for accounts without a mailbox; fall back
 * to userPrincipalName. Scopes of one token must belong to a single resource.
 */
import {
  MICROSOFT_IDENTITY_SCOPES,
  microsoftPage,
  type MicrosoftProduct,
} from '../microsoft-account.ts'

export const microsoftSharepoint = microsoftPage((): MicrosoftProduct => ({
  slug: 'microsoft-sharepoint',
  name: 'Microsoft SharePoint',
  docsUrl: 'https://learn.microsoft.com/en-us/graph/api/resources/sharepoint',
  category: 'file-storage',
  scopes: {
    default: ['openid', 'profile', 'email', 'offline_access', 'User.Read', 'Sites.Read.All'],
    available: [
      ...MICROSOFT_IDENTITY_SCOPES,
      { value: 'Sites.Read.All', description: 'Read site collections' },
      { value: 'Sites.ReadWrite.All', description: 'Edit site content' },
      { value: 'Sites.Selected', description: 'Only sites granted by admin' },
      { value: 'Files.Read.All', description: 'Read all reachable files' },
    ],
  },
}))
