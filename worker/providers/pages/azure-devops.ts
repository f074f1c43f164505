/**
 * Azure DevOps. The old app.vssps.visualstudio.com OAuth service stopped accepting new apps in 2025; this is
 * Entra. Its resource is not Graph, whose permissions cannot stand beside `/.default` in one request; what an
 * app may do is set on its registration.
 */
import { microsoftPage, type MicrosoftProduct } from '../microsoft-account.ts'

const API = '499b84ac-1321-427f-aa17-267ca6975798/'

export const azureDevops = microsoftPage((): MicrosoftProduct => ({
  slug: 'azure-devops',
  name: 'Azure DevOps',
  docsUrl:
    'https://learn.microsoft.com/en-us/azure/devops/integrate/get-started/authentication/entra-oauth',
  category: 'developer-tools',
  resource: API,
  userinfo: {
    url: 'https://app.vssps.visualstudio.com/_apis/profile/profiles/me?api-version=7.1',
    idPaths: ['id'],
    labelPaths: ['emailAddress', 'displayName'],
  },
  scopes: {
    default: ['openid', 'profile', 'email', 'offline_access', `${API}.default`],
    available: [
      { value: 'offline_access', description: 'Keep access while the user is away' },
      { value: `${API}.default`, description: 'Permissions set on the app registration' },
    ],
  },
}))
