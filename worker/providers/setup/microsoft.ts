/** Microsoft: one app registration in Entra serves all of its products; permissions are what differs. */
import { app, type Guides, type SetupGuide } from './guide.ts'

const REVIEW =
  'Users of other organizations see an unverified app until its publisher is verified (`Branding & properties`). Many permissions need an administrator’s consent in each directory.'

const microsoft = (
  permissions: string,
  more: {
    readonly api?: string
    readonly after?: readonly string[]
    readonly terms?: readonly string[]
  } = {},
): SetupGuide => {
  const { api = 'Microsoft Graph', after = [], terms = [] } = more
  return app({
    at: 'https://entra.microsoft.com/#view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade',
    make: [
      'In the Entra admin centre open `App registrations` and choose `New registration`.',
      'Under `Supported account types` choose who may connect. One directory only: put its id into `tenant` of the integration.',
      'As platform of the redirect URI choose `Web`, not `Single-page application`.',
    ],
    redirect: 'Redirect URI',
    after: [
      `Under \`API permissions\` add, as delegated permissions of \`${api}\`, ${permissions}, and \`offline_access\`.`,
      ...after,
      'Under `Certificates & secrets` create a client secret. Note when it ends: connections stop refreshing that day.',
    ],
    keys: ['Application (client) ID', 'the secret’s Value (not its ID)'],
    review: REVIEW,
    terms: ['microsoft', 'office 365', 'microsoft 365', 'm365', ...terms],
  })
}

export const MICROSOFT: Guides = {
  microsoft: microsoft('`User.Read`', { terms: ['azure ad', 'live', 'graph'] }),
  'microsoft-outlook': microsoft('`User.Read` and `Mail.Read`', {
    terms: ['hotmail', 'exchange', 'mail'],
  }),
  'microsoft-outlook-calendar': microsoft('`User.Read` and `Calendars.Read`', {
    terms: ['outlook', 'calendar', 'exchange', 'o365'],
  }),
  'microsoft-teams': microsoft('`User.Read` and what you need of `Team.*`, `Channel.*`, `Chat.*`', {
    terms: ['ms teams', 'chat'],
  }),
  'microsoft-onedrive': microsoft('`User.Read` and `Files.Read`', { terms: ['files', 'skydrive'] }),
  'microsoft-sharepoint': microsoft('`User.Read` and `Sites.Read.All`', {
    terms: ['sites', 'files'],
  }),
  'microsoft-onenote': microsoft('`User.Read` and `Notes.Read`', { terms: ['notes'] }),
  'microsoft-todo': microsoft('`User.Read` and `Tasks.Read`', {
    terms: ['todo', 'tasks', 'wunderlist'],
  }),
  'microsoft-excel': microsoft('`User.Read` and `Files.Read`', { terms: ['spreadsheets', 'xls'] }),
  'microsoft-planner': microsoft('`User.Read` and `Tasks.ReadWrite`', {
    terms: ['tasks', 'kanban'],
  }),
  'microsoft-entra-id': microsoft('`User.Read` and `Directory.Read.All`', {
    terms: ['azure ad', 'aad', 'directory'],
  }),
  'microsoft-power-bi': microsoft('`Report.Read.All`', {
    api: 'Power BI Service',
    terms: ['powerbi', 'pbi', 'reports'],
  }),
  'microsoft-dynamics-365': microsoft('`user_impersonation`', {
    api: 'Dynamics CRM',
    after: [
      'Whoever connects names the environment: what stands before `.dynamics.com` in its address.',
    ],
    terms: ['dynamics crm', 'dataverse', 'd365'],
  }),
  'azure-devops': microsoft('`user_impersonation`', {
    api: 'Azure DevOps',
    terms: ['ado', 'vsts', 'tfs', 'azure repos', 'azure boards'],
  }),
}
