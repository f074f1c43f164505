/** Projects, documents, time, automation. */
import { app, type Guides } from './guide.ts'

export const PROJECTS: Guides = {
  linear: app({
    at: 'https://linear.app/settings/api/applications/new',
    make: [
      'Under `Settings → API → OAuth applications` choose `New OAuth application`.',
      'Fill in name, developer and icon: users read them when they are asked.',
    ],
    redirect: 'Callback URLs',
    after: ['Switch `Public` on if other workspaces shall connect.'],
    terms: ['issues', 'tickets'],
  }),
  asana: app({
    at: 'https://app.asana.com/0/my-apps',
    make: [
      'Open the developer console and choose `Create new app`.',
      'Under `OAuth → Permission scopes` tick each scope that you will ask for.',
    ],
    redirect: 'Redirect URLs',
    after: ['Under `Manage distribution` choose `Any workspace`.'],
    review: 'Nothing is reviewed; only a listing in the app directory is.',
    terms: ['tasks'],
  }),
  monday: app({
    at: 'https://monday.com/developers/apps',
    make: [
      'In the Developer Center choose `Create app`.',
      'Under `OAuth & Permissions` tick the scopes that you will ask for.',
    ],
    redirect: 'Redirect URLs',
    after: [
      'An administrator of each account has to install the app before its users can connect.',
    ],
    review: 'Apps for other accounts go through the marketplace’s review, or are shared by a link.',
    terms: ['monday.com', 'work os', 'boards'],
  }),
  clickup: app({
    at: 'https://app.clickup.com/settings/apps',
    make: [
      'As owner or administrator open `Settings → Apps` and choose `Create new app`.',
      'There are no scopes: users choose workspaces when they are asked.',
    ],
    redirect: 'Redirect URL(s)',
    terms: ['tasks'],
  }),
  basecamp: app({
    at: 'https://launchpad.37signals.com/integrations',
    make: [
      'Open the integrations page and choose `Register one now`.',
      'Tick the products of Basecamp that you need.',
    ],
    redirect: 'Redirect URI',
    after: [
      'Let your calls name your app and an address to write to as `User-Agent`: Basecamp asks for it.',
    ],
    terms: ['37signals', 'bc3'],
  }),
  wrike: app({
    at: 'https://www.wrike.com/apps/api',
    make: [
      'Open `Apps & Integrations → API` and create a new app.',
      'Tick the scopes that you will ask for.',
    ],
    redirect: 'Redirect URI',
    terms: ['projects'],
  }),
  smartsheet: app({
    at: 'https://app.smartsheet.com/b/home',
    make: [
      'Register for a developer account, then open `Developer Tools` from your account’s menu.',
      'Choose `Create New App` and fill in its profile.',
    ],
    redirect: 'App redirect URL',
    after: ['Switch `Publish app` on if others shall connect.'],
    keys: ['App client id', 'App secret'],
    terms: ['spreadsheets'],
  }),
  teamwork: app({
    at: 'https://www.teamwork.com/developer',
    make: [
      'Open the Developer Portal of your Teamwork account and choose `Create App`.',
      'There are no scopes: a token can do what its user can.',
    ],
    redirect: 'Redirect URIs',
    terms: ['teamwork projects'],
  }),
  todoist: app({
    at: 'https://app.todoist.com/app/settings/integrations/app-management',
    make: [
      'Open the App Management page and choose `Create a new app`.',
      'Fill in name and service address.',
    ],
    redirect: 'OAuth redirect URL',
    terms: ['tasks', 'doist'],
  }),
  ticktick: app({
    at: 'https://developer.ticktick.com/manage',
    make: [
      'Sign in to the Developer Center and choose `New App`.',
      'Give it a name and save it, then open it.',
    ],
    redirect: 'OAuth redirect URL',
    terms: ['tasks', 'dida'],
  }),
  productboard: app({
    at: 'https://app.productboard.com/oauth2/applications',
    make: [
      'As a maker open the page of OAuth 2 applications and register a new one.',
      'Tick the scopes that you will ask for.',
    ],
    redirect: 'Redirect URI',
    keys: ['Application UID', 'Secret'],
    terms: ['roadmap', 'product'],
  }),
  accelo: app({
    at: 'https://api.accelo.com/docs/#registering-your-application',
    make: [
      'In your deployment open `Configurations → API` and choose `Register Application`.',
      'Choose `Web` as its type.',
    ],
    redirect: 'Redirect URI',
    after: ['Whoever connects names the deployment: what stands before `.accelo.com`.'],
    terms: ['psa', 'agency'],
  }),
}

export const PRODUCTIVITY: Guides = {
  notion: app({
    at: 'https://www.notion.so/profile/integrations',
    make: [
      'Under `Integrations` choose `New integration` and type `Public`.',
      'Fill in website, privacy policy and terms: Notion demands them of public integrations.',
      'Under `Capabilities` tick what it may read and write; there are no scopes.',
    ],
    redirect: 'Redirect URIs',
    keys: ['OAuth client ID', 'OAuth client secret'],
    review: 'Nothing is reviewed; only a listing in the gallery is.',
    terms: ['wiki', 'docs'],
  }),
  airtable: app({
    at: 'https://airtable.com/create/oauth',
    make: ['Open the Builder Hub and choose `Register new OAuth integration`.'],
    redirect: 'OAuth redirect URL',
    after: [
      'Generate a client secret: without one the client counts as public.',
      'Tick each scope that you will ask for, and fill in support and policy links.',
    ],
    terms: ['bases', 'spreadsheets'],
  }),
  raindrop: app({
    at: 'https://app.raindrop.io/settings/integrations',
    make: [
      'Under `Settings → Integrations → For Developers` choose `Create new app`.',
      'Open it again to fill in its address.',
    ],
    redirect: 'Redirect URIs',
    terms: ['bookmarks'],
  }),
  zapier: app({
    at: 'https://developer.zapier.com/',
    make: [
      'Publish your own app in Zapier’s directory first: the API is for partners.',
      'In the Developer Platform open `Embed → Settings` and ask for access to the Partner API.',
    ],
    redirect: 'Redirect URI',
    review: 'Zapier grants access by hand.',
    terms: ['zaps', 'workflows'],
  }),
  glean: app({
    at: 'https://developers.glean.com',
    make: [
      'An administrator of your Glean opens `Admin console → Platform → OAuth` and adds a client.',
      'Tick the scopes that you will ask for.',
    ],
    redirect: 'Redirect URI',
    after: ['Name the instance, what stands before `-be.glean.com`, in the integration.'],
    terms: ['search', 'knowledge'],
  }),
  harvest: app({
    at: 'https://id.getharvest.com/developers',
    make: [
      'Open `Developers` in Harvest ID and choose `Create new OAuth2 application`.',
      'Choose `Harvest`, and whether one or several accounts connect.',
    ],
    redirect: 'Redirect URL',
    after: [
      'Let your calls send `Harvest-Account-Id` and a `User-Agent`: they are refused without.',
    ],
    terms: ['time tracking', 'forecast'],
  }),
  timely: app({
    at: 'https://app.timelyapp.com/',
    make: [
      'As an administrator open `Settings → API` (its address ends in `oauth_applications`) and choose `New application`.',
      'There are no scopes.',
    ],
    redirect: 'Callback URL',
    keys: ['Application ID', 'Secret'],
    terms: ['time tracking'],
  }),
  hubstaff: app({
    at: 'https://developer.hubstaff.com/my_apps',
    make: [
      'Open `My OAuth apps` in the developer portal and create one.',
      'Fill in name and description.',
    ],
    redirect: 'Redirect URIs',
    terms: ['time tracking', 'screenshots'],
  }),
  'canvas-lms': app({
    at: 'https://developerdocs.instructure.com/services/canvas/oauth2/file.developer_keys',
    make: [
      'Developer keys are each institution’s own, so an administrator of that Canvas does these steps.',
      'Open `Admin → Developer Keys → + Developer Key → API Key`.',
    ],
    redirect: 'Redirect URIs',
    after: [
      'Switch `Enforce Scopes` on and tick the endpoints that you call.',
      'Switch the key’s `State` to on, and set the institution’s host in the integration.',
    ],
    keys: ['the number under Details', 'the key behind Show Key'],
    terms: ['instructure', 'lms', 'school'],
  }),
  'planning-center': app({
    at: 'https://api.planningcenteronline.com/oauth/applications',
    make: ['Open the developer page and choose `New Application`.', 'Fill in name and website.'],
    redirect: 'Authorization callback URLs',
    terms: ['church', 'pco'],
  }),
  nationbuilder: app({
    at: 'https://nationbuilder.com/api_quickstart',
    make: [
      'In a nation’s control panel open `Settings → Developer → Register app`.',
      'Fill in name, description and contact.',
    ],
    redirect: 'OAuth callback URL',
    after: ['Whoever connects names the nation: what stands before `.nationbuilder.com`.'],
    review: 'Apps for other nations are certified by NationBuilder.',
    terms: ['campaign', 'nonprofit'],
  }),
  blackbaud: app({
    at: 'https://developer.blackbaud.com/apps/',
    make: [
      'Subscribe to a SKY API product and choose `Add` under `My applications`.',
      'Under `Settings` keep the primary subscription key: your calls send it as `Bb-Api-Subscription-Key`.',
    ],
    redirect: 'Redirect URIs',
    after: [
      'Ask each customer’s administrator to connect the application in their Marketplace by its id.',
    ],
    keys: ['Application ID', 'Application secret'],
    terms: ['raisers edge', 'nonprofit', 'sky api'],
  }),
}
