/** Who keeps the books. */
import { app, type Guides } from './guide.ts'

export const BOOKS: Guides = {
  quickbooks: app({
    at: 'https://developer.intuit.com/dashboard',
    make: [
      'Choose `Create an app` and `QuickBooks Online and Payments`, with the scopes that you need.',
      'Open `Keys & credentials` and switch from `Development` to `Production`; Intuit asks for addresses and a questionnaire first.',
    ],
    redirect: 'Redirect URIs',
    review:
      'Production keys need the app assessment; a listing in the App Store is reviewed further.',
    terms: ['intuit', 'qbo', 'accounting'],
  }),
  xero: app({
    at: 'https://developer.xero.com/app/manage',
    make: ['Under `My Apps` choose `New app` of type `Web app`.', 'Open `Configuration`.'],
    redirect: 'Redirect URIs',
    after: ['Choose `Generate a secret`.'],
    keys: ['Client id', 'Client secret 1'],
    review: 'Up to 25 organisations connect before Xero certifies the app.',
    terms: ['accounting', 'invoices'],
  }),
  freshbooks: app({
    at: 'https://my.freshbooks.com/#/developer',
    make: [
      'Open the developer page and choose `Create New App`.',
      'Choose `Private App` for yourself, else `Public`, and add the scopes.',
    ],
    redirect: 'Redirect URIs',
    review: 'Public apps are reviewed.',
    terms: ['invoices', 'accounting'],
  }),
  sage: app({
    at: 'https://developerselfservice.sageone.com/',
    make: [
      'Sign in to Sage Developer Self Service and choose `Create App`.',
      'Fill in name and homepage.',
    ],
    redirect: 'Callback URL',
    terms: ['sage one', 'accounting'],
  }),
  freeagent: app({
    at: 'https://dev.freeagent.com/',
    make: [
      'In the developer dashboard choose `Create New App`.',
      'There are no scopes: a token can do what its user can.',
    ],
    redirect: 'OAuth Redirect URIs',
    keys: ['OAuth identifier', 'OAuth secret'],
    terms: ['accounting', 'invoices'],
  }),
  brex: app({
    at: 'https://developer.brex.com/docs/authentication/',
    make: [
      'OAuth is for Brex’s partners: fill in the partner form of its documentation.',
      'Name your app, the scopes and the redirect URI there.',
    ],
    review: 'Brex makes clients by hand.',
    terms: ['cards', 'expenses'],
  }),
  ramp: app({
    at: 'https://app.ramp.com/settings/ramp-developer',
    make: [
      'As an administrator open `Company → Developer` and choose `Create New App`.',
      'Under `Grant types` add `Authorization Code`, and under `Scopes` what you need.',
    ],
    redirect: 'Redirect URIs',
    review: 'Other companies can connect once Ramp has approved the app.',
    terms: ['cards', 'expenses'],
  }),
  mercury: app({
    at: 'https://docs.mercury.com/docs/oauth2',
    make: [
      'Ask Mercury for an OAuth client by the form that its documentation links to.',
      'Name your app, the scopes and the redirect URI there.',
    ],
    review: 'Mercury makes clients by hand.',
    terms: ['bank'],
  }),
  'wave-accounting': app({
    at: 'https://developer.waveapps.com/hc/en-us/articles/360019762711',
    make: [
      'Open `Manage Applications` in Wave’s developer portal and choose `Create an application`.',
      'Fill in name and description.',
    ],
    redirect: 'Redirect URIs',
    review: 'Wave may ask for a Pro plan of the businesses that connect.',
    terms: ['wave', 'accounting'],
  }),
  netsuite: app({
    at: 'https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/section_157771733782.html',
    make: [
      'Integration records are each account’s own, so an administrator of that NetSuite does these steps.',
      'Under `Setup → Company → Enable Features → SuiteCloud` enable `OAuth 2.0` and `REST web services`.',
      'Under `Setup → Integration → Manage Integrations → New` tick `Authorization Code Grant` and the scopes.',
    ],
    redirect: 'Redirect URI',
    after: ['Name the account, with hyphens for underscores, in the integration.'],
    keys: ['Consumer key / client ID', 'Consumer secret / client secret'],
    terms: ['oracle', 'erp'],
  }),
  'exact-online': app({
    at: 'https://apps.exactonline.com/',
    make: [
      'Open the App Centre of your country, sign in and choose `Manage my apps → Add a new application`.',
      'Choose `Testing` for yourself, `Public` for customers.',
    ],
    redirect: 'Redirect URI',
    review: 'Public apps pass Exact’s security review.',
    terms: ['exact', 'accounting', 'erp'],
  }),
  fortnox: app({
    at: 'https://www.fortnox.se/developer/developer-portal',
    make: [
      'Sign up for the developer portal and choose `Create integration`.',
      'Tick the scopes that you will ask for.',
    ],
    redirect: 'Redirect URI',
    keys: ['Client-Id', 'Client-Secret'],
    review: 'Fortnox reviews an integration before it goes live.',
    terms: ['accounting', 'sweden'],
  }),
  pennylane: app({
    at: 'https://pennylane.readme.io/docs/oauth-20-walkthrough',
    make: [
      'Ask Pennylane’s partner team for an OAuth app.',
      'Name your app, the scopes and the redirect URI there.',
    ],
    review: 'Pennylane makes clients by hand.',
    terms: ['accounting', 'france'],
  }),
  myob: app({
    at: 'https://my.myob.com.au/au/bd/DevAppList.aspx',
    make: [
      'Join the developer programme, then open `my.MYOB → Developer` and choose `Register App`.',
      'Fill in name and description.',
    ],
    redirect: 'Redirect Uri',
    keys: ['API Key', 'API Secret'],
    terms: ['accountright', 'accounting'],
  }),
  splitwise: app({
    at: 'https://secure.splitwise.com/apps',
    make: [
      'Open `Your apps` and choose `Register your application`.',
      'Fill in name, description and homepage.',
    ],
    redirect: 'Callback URL',
    keys: ['Consumer Key', 'Consumer Secret'],
    terms: ['expenses', 'bills'],
  }),
  addepar: app({
    at: 'https://developers.addepar.com/docs/oauth',
    make: [
      'Ask your Addepar contact to register an OAuth application for your firm.',
      'Name the scopes and the redirect URI in the request.',
    ],
    review: 'Addepar makes clients by hand.',
    terms: ['wealth', 'portfolio'],
  }),
  spendesk: app({
    at: 'https://developer.spendesk.com',
    make: [
      'Ask Spendesk’s partner team for an OAuth client.',
      'Name the scopes and the redirect URI in the request.',
    ],
    review: 'Spendesk makes clients by hand.',
    terms: ['expenses', 'cards'],
  }),
  pleo: app({
    at: 'https://developers.pleo.io',
    make: [
      'Ask Pleo’s partner team for an OAuth client.',
      'Name the scopes and the redirect URI in the request.',
    ],
    review: 'Pleo makes clients by hand, first for its staging environment.',
    terms: ['expenses', 'cards'],
  }),
  coinbase: app({
    at: 'https://portal.cdp.coinbase.com/access/oauth',
    make: [
      'In the developer platform open `OAuth` and choose `Create client`.',
      'Fill in name, logo and policies: users read them.',
    ],
    redirect: 'Redirect URIs',
    review: 'Until Coinbase has reviewed the client, few users may connect.',
    terms: ['crypto', 'wallet'],
  }),
  ynab: app({
    at: 'https://app.ynab.com/settings/developer',
    make: [
      'Under `Account Settings → Developer Settings` choose `New Application` under `OAuth Applications`.',
      'Fill in name and website.',
    ],
    redirect: 'Redirect URI(s)',
    review: 'At most 25 users until YNAB has reviewed the application.',
    terms: ['budget', 'you need a budget'],
  }),
  bexio: app({
    at: 'https://developer.bexio.com/',
    make: [
      'Sign in to the developer portal with your bexio account and create an app.',
      'Tick the scopes that you will ask for.',
    ],
    redirect: 'Allowed redirect URLs',
    terms: ['accounting', 'switzerland'],
  }),
}
