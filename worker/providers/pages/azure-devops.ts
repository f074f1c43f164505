/**
 * Azure DevOps. The old app.vssps.visualstudio.com OAuth service stopped accepting new apps in 2025; use
 * Entra. No per-token revocation endpoint; only a Graph call that ends all of the user's sessions. Many
 * scopes need tenant admin consent. Mail is null for accounts without a mailbox; fall back to
 * userPrincipalName. Scopes of one token must belong to a single resource.
 */
import {
  MICROSOFT_IDENTITY_SCOPES,
  microsoftPage,
  type MicrosoftProduct,
} from '../microsoft-account.ts'

export const azureDevops = microsoftPage((): MicrosoftProduct => ({
  slug: 'azure-devops',
  name: 'Azure DevOps',
  docsUrl:
    'https://learn.microsoft.com/en-us/azure/devops/integrate/get-started/authentication/entra-oauth',
  category: 'developer-tools',
  scopes: {
    default: [
      'openid',
      'profile',
      'email',
      'offline_access',
      'User.Read',
      '499b84ac-1321-427f-aa17-267ca6975798/.default',
    ],
    available: [
      ...MICROSOFT_IDENTITY_SCOPES,
      {
        value: '499b84ac-1321-427f-aa17-267ca6975798/.default',
        description: 'Permissions set on the app registration',
      },
      {
        value: '499b84ac-1321-427f-aa17-267ca6975798/vso.code',
        description: 'Read code in Azure DevOps',
      },
      { value: '499b84ac-1321-427f-aa17-267ca6975798/vso.work', description: 'Read work items' },
    ],
  },
}))
