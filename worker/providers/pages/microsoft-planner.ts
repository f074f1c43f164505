/**
 * Microsoft Planner. No per-token revocation endpoint; only a Graph call that ends all of the user's
 * sessions. Many scopes need tenant admin consent. Mail is null for accounts without a mailbox; fall back
 * to userPrincipalName. Scopes of one token must belong to a single resource.
 */
import {
  MICROSOFT_IDENTITY_SCOPES,
  microsoftPage,
  type MicrosoftProduct,
} from '../microsoft-account.ts'

export const microsoftPlanner = microsoftPage((): MicrosoftProduct => ({
  slug: 'microsoft-planner',
  name: 'Microsoft Planner',
  docsUrl: 'https://learn.microsoft.com/en-us/graph/api/resources/planner-overview',
  category: 'project-management',
  scopes: {
    default: ['openid', 'profile', 'email', 'offline_access', 'User.Read', 'Tasks.ReadWrite'],
    available: [
      ...MICROSOFT_IDENTITY_SCOPES,
      { value: 'Tasks.Read', description: 'Read plans and tasks' },
      { value: 'Tasks.ReadWrite', description: 'Edit tasks in Microsoft Planner' },
      { value: 'Group.Read.All', description: 'List groups owning plans' },
    ],
  },
}))
