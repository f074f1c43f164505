/**
 * Microsoft To Do. No per-token revocation endpoint; only a Graph call that ends all of the user's
 * sessions. Many scopes need tenant admin consent. Mail is null for accounts without a mailbox; fall back
 * to userPrincipalName. Scopes of one token must belong to a single resource.
 */
import {
  MICROSOFT_IDENTITY_SCOPES,
  microsoftPage,
  type MicrosoftProduct,
} from '../microsoft-account.ts'

export const microsoftTodo = microsoftPage((): MicrosoftProduct => ({
  slug: 'microsoft-todo',
  name: 'Microsoft To Do',
  docsUrl: 'https://learn.microsoft.com/en-us/graph/api/resources/todo-overview',
  category: 'project-management',
  scopes: {
    default: ['openid', 'profile', 'email', 'offline_access', 'User.Read', 'Tasks.ReadWrite'],
    available: [
      ...MICROSOFT_IDENTITY_SCOPES,
      { value: 'Tasks.Read', description: 'Read tasks in Microsoft To Do' },
      { value: 'Tasks.ReadWrite', description: 'Edit tasks in Microsoft To Do' },
    ],
  },
}))
