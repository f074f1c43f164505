/** Google: one project and one client serve all of its products; each needs its own API switched on. */
import { app, type Guides, type SetupGuide } from './guide.ts'

const VERIFIED =
  'While the consent screen is in `Testing`, refresh tokens end after seven days and only test users can connect. Publish it; sensitive scopes need Google’s verification of the app.'
const RESTRICTED = `${VERIFIED} Restricted scopes need a yearly security assessment as well.`

const google = (
  api: string | undefined,
  more: {
    readonly review?: string
    readonly after?: readonly string[]
    readonly terms?: readonly string[]
  } = {},
): SetupGuide => {
  const { review = VERIFIED, after = [], terms = [] } = more
  return app({
    at: 'https://console.cloud.google.com/auth/clients',
    make: [
      'Choose a project in Google Cloud, or make one.',
      ...(api === undefined ? [] : [`Under \`APIs & Services → Library\` enable \`${api}\`.`]),
      'Under `Google Auth Platform` fill in branding and audience, and list the scopes that you will ask for under `Data Access`.',
      'Under `Clients` create a client of type `Web application`.',
    ],
    redirect: 'Authorized redirect URIs',
    after,
    review,
    terms: ['google', ...terms],
  })
}

export const GOOGLE: Guides = {
  google: google(undefined, { terms: ['gsuite', 'google sign-in', 'google workspace'] }),
  gmail: google('Gmail API', { review: RESTRICTED, terms: ['google mail', 'mail', 'inbox'] }),
  'google-calendar': google('Google Calendar API', { terms: ['gcal', 'calendar'] }),
  'google-drive': google('Google Drive API', { review: RESTRICTED, terms: ['gdrive', 'files'] }),
  'google-docs': google('Google Docs API', { terms: ['gdocs', 'documents'] }),
  'google-sheets': google('Google Sheets API', { terms: ['gsheets', 'spreadsheets'] }),
  'google-slides': google('Google Slides API', { terms: ['presentations'] }),
  'google-forms': google('Google Forms API', { terms: ['surveys'] }),
  'google-contacts': google('People API', { terms: ['address book', 'people'] }),
  'google-tasks': google('Google Tasks API', { terms: ['todo'] }),
  'google-meet': google('Google Meet REST API', { terms: ['video', 'hangouts'] }),
  'google-chat': google('Google Chat API', {
    after: [
      'Fill in `Configuration` of the Chat API: it refuses calls until the app has a name there.',
    ],
    terms: ['hangouts'],
  }),
  'google-analytics': google('Google Analytics Data API', { terms: ['ga4', 'ga'] }),
  'google-search-console': google('Google Search Console API', {
    terms: ['webmaster tools', 'seo'],
  }),
  'google-ads': google('Google Ads API', {
    after: [
      'Apply for a developer token in a manager account (`Tools → API Center`): calls need it beside the user’s token.',
    ],
    terms: ['adwords', 'ppc'],
  }),
  'google-cloud': google('Cloud Resource Manager API', { terms: ['gcp'] }),
  'google-bigquery': google('BigQuery API', { terms: ['bq', 'warehouse'] }),
  'google-workspace-admin': google('Admin SDK API', {
    after: [
      'Tell your users that an administrator of their Workspace has to connect; others are granted nothing useful.',
    ],
    terms: ['directory', 'gsuite admin'],
  }),
  youtube: google('YouTube Data API v3', {
    review: `${VERIFIED} More than the default quota a day needs YouTube’s own audit.`,
    terms: ['yt', 'video'],
  }),
  'google-health': google('Google Health API', {
    review: RESTRICTED,
    terms: ['fitbit', 'google fit'],
  }),
  looker: app({
    at: 'https://cloud.google.com/looker/docs/api-cors',
    make: [
      'The OAuth client is registered in the instance that will be connected, so an administrator of that Looker does these steps.',
      'Open the API Explorer of that instance (`Applications → API Explorer`) and run `register_oauth_client_app` with a `client_guid` of your choice.',
    ],
    redirect: 'redirect_uri',
    after: ['Set the instance’s host in the integration.'],
    keys: ['client_guid', 'anything as secret: there is none'],
    terms: ['bi', 'google'],
  }),
}
