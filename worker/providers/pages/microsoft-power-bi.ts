/**
 * Microsoft Power BI: a resource of its own, at which Graph's address of the user means nothing. Whose account it is, the
 * id token says.
 */
import { microsoftPage, type MicrosoftProduct } from '../microsoft-account.ts'

const API = 'https://analysis.windows.net/powerbi/api/'

export const microsoftPowerBi = microsoftPage((): MicrosoftProduct => ({
  slug: 'microsoft-power-bi',
  name: 'Microsoft Power BI',
  docsUrl: 'https://learn.microsoft.com/en-us/rest/api/power-bi/',
  category: 'analytics',
  resource: API,
  claims: ['oid', 'preferred_username'],
  userinfo: { idPaths: ['token:oid'], labelPaths: ['token:preferred_username'] },
  scopes: {
    default: ['openid', 'profile', 'email', 'offline_access', `${API}Report.Read.All`],
    available: [
      { value: 'offline_access', description: 'Keep access while the user is away' },
      { value: `${API}Report.Read.All`, description: 'Read reports' },
      { value: `${API}Dataset.ReadWrite.All`, description: 'Read and edit datasets' },
      { value: `${API}Workspace.Read.All`, description: 'Read workspaces' },
    ],
  },
}))
