/**
 * Microsoft Entra ID. No per-token revocation endpoint; only a Graph call that ends all of the user's
 * sessions. Many scopes need tenant admin consent. Mail is null for accounts without a mailbox; fall back
 * to userPrincipalName. Scopes of one token must belong to a single resource.
 */
import {
  MICROSOFT_IDENTITY_SCOPES,
  microsoftPage,
  type MicrosoftProduct,
} from '../microsoft-account.ts'

export const microsoftEntraId = microsoftPage((): MicrosoftProduct => ({
  slug: 'microsoft-entra-id',
  name: 'Microsoft Entra ID',
  docsUrl:
    'https://learn.microsoft.com/en-us/graph/azuread-identity-access-management-concept-overview',
  category: 'identity',
  scopes: {
    default: ['openid', 'profile', 'email', 'offline_access', 'User.Read', 'User.Read.All'],
    available: [
      ...MICROSOFT_IDENTITY_SCOPES,
      { value: 'User.Read.All', description: 'Read all users (admin)' },
      { value: 'Group.Read.All', description: 'Read all groups (admin)' },
      { value: 'Directory.Read.All', description: 'Read directory (admin)' },
      { value: 'AuditLog.Read.All', description: 'Read sign-in logs (admin)' },
    ],
  },
}))
