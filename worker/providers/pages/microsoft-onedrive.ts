/**
 * Microsoft OneDrive. No per-token revocation endpoint; only a Graph call that ends all of the user's
 * sessions. Many scopes need tenant admin consent. Mail is null for accounts without a mailbox; fall back
 * to userPrincipalName. Scopes of one token must belong to a single resource.
 */
import {
  MICROSOFT_IDENTITY_SCOPES,
  microsoftPage,
  type MicrosoftProduct,
} from '../microsoft-account.ts'

export const microsoftOnedrive = microsoftPage((): MicrosoftProduct => ({
  slug: 'microsoft-onedrive',
  name: 'Microsoft OneDrive',
  docsUrl: 'https://learn.microsoft.com/en-us/onedrive/developer/rest-api/',
  category: 'file-storage',
  scopes: {
    default: ['openid', 'profile', 'email', 'offline_access', 'User.Read', 'Files.Read'],
    available: [
      ...MICROSOFT_IDENTITY_SCOPES,
      { value: 'Files.Read', description: 'Read own files' },
      { value: 'Files.Read.All', description: 'Read all reachable files' },
      { value: 'Files.ReadWrite', description: 'Edit own files' },
      { value: 'Files.ReadWrite.All', description: 'Edit all reachable files' },
    ],
  },
}))
