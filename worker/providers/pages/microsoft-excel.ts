/**
 * Microsoft Excel. No per-token revocation endpoint; only a Graph call that ends all of the user's
 * sessions. Many scopes need tenant admin consent. Mail is null for accounts without a mailbox; fall back
 * to userPrincipalName. Scopes of one token must belong to a single resource.
 */
import {
  MICROSOFT_IDENTITY_SCOPES,
  microsoftPage,
  type MicrosoftProduct,
} from '../microsoft-account.ts'

export const microsoftExcel = microsoftPage((): MicrosoftProduct => ({
  slug: 'microsoft-excel',
  name: 'Microsoft Excel',
  docsUrl: 'https://learn.microsoft.com/en-us/graph/api/resources/excel',
  category: 'productivity',
  scopes: {
    default: ['openid', 'profile', 'email', 'offline_access', 'User.Read', 'Files.ReadWrite'],
    available: [
      ...MICROSOFT_IDENTITY_SCOPES,
      { value: 'Files.Read', description: 'Read workbooks in Microsoft Excel' },
      { value: 'Files.ReadWrite', description: 'Edit workbooks in Microsoft Excel' },
    ],
  },
}))
