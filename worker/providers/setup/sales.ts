/** Customers: their records, their questions, their attention. */
import { app, type Guides } from './guide.ts'

const zoho = (product: string, terms: readonly string[]) =>
  app({
    at: 'https://api-console.zoho.com/',
    make: [
      'In the API console of your data centre choose `Add Client → Server-based Applications`.',
      `Fill in the client’s name and homepage. One client serves all of Zoho; ${product} needs its scopes only.`,
    ],
    redirect: 'Authorized Redirect URIs',
    after: [
      'For users in other data centres switch them on under `Settings` of the client, and make an integration with that `accounts_host` for each.',
    ],
    terms: ['zoho', ...terms],
  })

export const CRM: Guides = {
  salesforce: app({
    at: 'https://login.salesforce.com/lightning/setup/NavigationMenus/home',
    make: [
      'In Setup open `External Client App Manager` and choose `New External Client App`; older organizations have `App Manager → New Connected App`.',
      'Enable OAuth.',
    ],
    redirect: 'Callback URL',
    after: [
      'Choose the scopes; `refresh_token` has to be among them.',
      'Under the app’s policies let refresh tokens be valid until revoked.',
    ],
    keys: ['Consumer Key', 'Consumer Secret'],
    review:
      'Each customer’s administrator may have to install or allow the app. A listing on AppExchange needs a security review.',
    terms: ['sfdc', 'sales cloud', 'crm'],
  }),
  hubspot: app({
    at: 'https://app.hubspot.com/developer',
    make: [
      'In a developer account choose `Create app`; a private app has no OAuth.',
      'Under `Auth` add the scopes that you will ask for. A scope that a customer’s plan lacks refuses the whole grant.',
    ],
    redirect: 'Redirect URLs',
    review: 'Up to 25 accounts may connect before the app is listed in the marketplace.',
    terms: ['crm', 'marketing hub'],
  }),
  pipedrive: app({
    at: 'https://developers.pipedrive.com/',
    make: [
      'Open a developer sandbox, then `Tools and apps → Marketplace manager`, and choose `Create an app`.',
      'Under `OAuth & access scopes` tick the scopes: they are fixed there.',
    ],
    redirect: 'Callback URL',
    review: 'An app works for your own companies at once; public and unlisted apps are reviewed.',
    terms: ['crm', 'deals'],
  }),
  zoho: zoho('whatever you call', ['one']),
  'zoho-crm': zoho('CRM', ['crm']),
  'zoho-books': zoho('Books', ['accounting']),
  'zoho-desk': zoho('Desk', ['helpdesk']),
  'zoho-mail': zoho('Mail', ['mail']),
  attio: app({
    at: 'https://build.attio.com/',
    make: [
      'Open the developer dashboard and choose `Create app`.',
      'Under `Scopes` choose what it may read and write: they are fixed there.',
      'Under `OAuth` enable it.',
    ],
    redirect: 'Redirect URIs',
    review: 'Other workspaces can connect once the app is published.',
    terms: ['crm'],
  }),
  close: app({
    at: 'https://app.close.com/settings/developer/oauth-apps/',
    make: [
      'Under `Settings → Developer → OAuth Apps` choose `Create New App`.',
      'Fill in name and description.',
    ],
    redirect: 'Redirect URIs',
    terms: ['crm', 'close.io'],
  }),
  copper: app({
    at: 'https://developer.copper.com/introduction/oauth.html',
    make: [
      'Ask Copper’s partner team to register your app: there is no form in the product.',
      'Name your app, its logo and its redirect URI in the request.',
    ],
    review: 'Copper registers the app by hand.',
    terms: ['prosperworks', 'crm'],
  }),
  keap: app({
    at: 'https://keys.developer.keap.com/',
    make: [
      'Make an account at the Keap developer portal and choose `Create new app`.',
      'Enable the CRM API for it.',
    ],
    redirect: 'Callback URL (where the form has one)',
    keys: ['Key', 'Secret'],
    terms: ['infusionsoft', 'crm'],
  }),
  highlevel: app({
    at: 'https://marketplace.gohighlevel.com/apps',
    make: [
      'Sign up for the marketplace, open `My Apps` and choose `Create App`.',
      'Choose whether agencies or sub-accounts install it.',
      'Under `Advanced Settings → Auth` add the scopes.',
    ],
    redirect: 'Redirect URL',
    after: ['Under `Client Keys` add a pair.'],
    review: 'Private apps connect up to five agencies; public ones are reviewed.',
    terms: ['gohighlevel', 'ghl', 'leadconnector'],
  }),
  'zendesk-sell': app({
    at: 'https://developer.zendesk.com/api-reference/sales-crm/authentication/introduction/',
    make: [
      'In Sell open `Settings → OAuth → Developer Apps` and choose `Add App`.',
      'Fill in name and homepage.',
    ],
    redirect: 'Redirect URI',
    terms: ['base crm', 'sell'],
  }),
  teamleader: app({
    at: 'https://marketplace.focus.teamleader.eu/build',
    make: [
      'Open the build section of the marketplace and choose `Create integration`.',
      'Tick the scopes: they are fixed there.',
    ],
    redirect: 'Valid redirect URLs',
    review: 'Others than you can connect once Teamleader has approved it.',
    terms: ['focus', 'crm'],
  }),
  sellsy: app({
    at: 'https://go.sellsy.com/settings/developer',
    make: [
      'Open `Settings → Developer Portal → API V2` and choose `Create an API access`.',
      'Choose the type `Public` for other companies’ users, and tick the rights.',
    ],
    redirect: 'Redirect URL',
    terms: ['crm', 'invoices'],
  }),
}

export const SUPPORT: Guides = {
  zendesk: app({
    at: 'https://developer.zendesk.com/documentation/marketplace/building-a-marketplace-app/set-up-a-global-oauth-client/',
    make: [
      'For one customer: in its Admin Center open `Apps and integrations → APIs → OAuth clients` and choose `Add OAuth client`.',
      'For many: make a client in your own developer account and ask Zendesk to make it global.',
      'Choose `Confidential` as its kind.',
    ],
    redirect: 'Redirect URLs',
    keys: ['Identifier', 'Secret'],
    review: 'Global clients are granted on request.',
    terms: ['helpdesk', 'tickets'],
  }),
  intercom: app({
    at: 'https://app.intercom.com/a/apps/_/developer-hub',
    make: [
      'In the Developer Hub choose `New app` in a workspace of yours.',
      'Under `Authentication` choose `Use OAuth` and the permissions: they are fixed there.',
    ],
    redirect: 'Redirect URLs',
    review: 'Up to a few workspaces may connect for tests; others after Intercom’s review.',
    terms: ['messenger', 'helpdesk'],
  }),
  front: app({
    at: 'https://app.frontapp.com/settings/developers',
    make: ['Under `Settings → Developers` choose `Create app`.', 'Add the feature `OAuth`.'],
    redirect: 'Redirect URLs',
    after: ['Choose the permissions: they are fixed there.'],
    review: 'Other companies can connect once the app is published.',
    terms: ['inbox', 'frontapp'],
  }),
  helpscout: app({
    at: 'https://secure.helpscout.net/users/apps/',
    make: [
      'Under `Your profile → My apps` choose `Create My App`.',
      'There are no scopes: a token can do what its user can.',
    ],
    redirect: 'Redirection URL',
    keys: ['App ID', 'App Secret'],
    terms: ['help scout', 'helpdesk'],
  }),
  gorgias: app({
    at: 'https://partners.gorgias.com/',
    make: [
      'Sign up at the partner portal and choose `Create app`.',
      'Tick the scopes that you will ask for.',
    ],
    redirect: 'Redirect URI',
    after: ['Whoever connects names the subdomain: what stands before `.gorgias.com`.'],
    review: 'Gorgias looks at an app before it goes live.',
    terms: ['helpdesk', 'ecommerce'],
  }),
  servicenow: app({
    at: 'https://www.servicenow.com/docs/bundle/zurich-platform-security/page/administer/security/task/t_CreateEndpointforExternalClients.html',
    make: [
      'Clients are each instance’s own, so an administrator of that instance does these steps.',
      'Open `System OAuth → Application Registry`, choose `New`, then `Create an OAuth API endpoint for external clients`.',
    ],
    redirect: 'Redirect URL',
    after: ['Name the instance, what stands before `.service-now.com`, in the integration.'],
    terms: ['itsm', 'snow'],
  }),
  ninjaone: app({
    at: 'https://app.ninjarmm.com/#/administration/apps/api',
    make: [
      'Open `Administration → Apps → API → Client app IDs` and choose `Add client app`.',
      'Choose `Web`, and tick `Authorization code` and `Refresh token`, then the scopes.',
    ],
    redirect: 'Redirect URIs',
    terms: ['ninjarmm', 'rmm'],
  }),
}

export const SALES: Guides = {
  gong: app({
    at: 'https://app.gong.io/company/integrations',
    make: [
      'As a technical administrator open `Admin center → Settings → Ecosystem → API` and choose `Create integration`.',
      'Tick the scopes that you will ask for.',
    ],
    redirect: 'Redirect URI',
    review: 'Other companies can connect once Gong has approved the integration.',
    terms: ['calls', 'revenue'],
  }),
  outreach: app({
    at: 'https://developers.outreach.io/apps/',
    make: [
      'Ask for a developer account, then open `My Apps` and create one with `Outreach API`.',
      'Tick the scopes that you will ask for.',
    ],
    redirect: 'Redirect URIs',
    keys: ['Application ID', 'Application secret'],
    review:
      'Until Outreach has reviewed the app, users of other companies have to connect again each week.',
    terms: ['sales engagement'],
  }),
  salesloft: app({
    at: 'https://accounts.salesloft.com/oauth/applications',
    make: [
      'Open `OAuth Applications` in your account and choose `Create New`.',
      'Choose the scopes: they are fixed on the application.',
    ],
    redirect: 'Redirect URIs',
    keys: ['Application Id', 'Secret'],
    terms: ['cadence', 'sales engagement'],
  }),
  'apollo-oauth': app({
    at: 'https://app.apollo.io/#/settings/integrations/api/oauth-registration',
    make: [
      'OAuth is for Apollo’s partners: ask for access first.',
      'Open `Settings → Integrations → API → OAuth registration` and fill in your app.',
      'Tick the scopes that you will ask for.',
    ],
    redirect: 'OAuth Redirect URLs',
    review: 'Apollo approves partners by hand.',
    terms: ['apollo.io', 'prospecting'],
  }),
  aimfox: app({
    at: 'https://docs.aimfox.com',
    make: [
      'Ask Aimfox’s support for an OAuth client: there is no form.',
      'Name your app and its redirect URI in the request.',
    ],
    review: 'Aimfox makes the client by hand.',
    terms: ['linkedin outreach'],
  }),
  zoominfo: app({
    at: 'https://developer.zoominfo.com/',
    make: [
      'In the DevPortal choose `Create app`; your company’s contract has to include the API.',
      'Tick the scopes that you will ask for.',
    ],
    redirect: 'Sign-in redirect URIs',
    terms: ['prospecting', 'enrichment'],
  }),
}
