/** People at work: recruiting, payroll, identity; and trades. */
import { app, key, type Guides } from './guide.ts'

export const HR: Guides = {
  greenhouse: app({
    at: 'https://developers.greenhouse.io/',
    make: [
      'OAuth is for Greenhouse’s partners: ask for a partner account first.',
      'Name the Harvest v3 scopes and the redirect URI in the request.',
    ],
    review: 'Greenhouse makes clients by hand.',
    terms: ['ats', 'recruiting', 'harvest'],
  }),
  lever: app({
    at: 'https://hire.lever.co/developer/documentation#authentication',
    make: [
      'Ask Lever’s partner team for an OAuth client; you get one of the sandbox first.',
      'Name the scopes and the redirect URI in the request.',
    ],
    review: 'A production client follows after Lever has seen the integration.',
    terms: ['ats', 'recruiting'],
  }),
  bamboohr: app({
    at: 'https://developers.bamboohr.com/',
    make: [
      'In the Developer Portal choose `Create application`.',
      'Tick the scopes that you will ask for.',
    ],
    redirect: 'Redirect URIs',
    after: ['Whoever connects names the company: what stands before `.bamboohr.com`.'],
    terms: ['bamboo hr', 'hris'],
  }),
  workable: app({
    at: 'https://workable.readme.io/reference/oauth',
    make: [
      'Ask Workable’s partner team for an OAuth client.',
      'Name the scopes and the redirect URI in the request.',
    ],
    review: 'Workable makes clients by hand.',
    terms: ['ats', 'recruiting'],
  }),
  bullhorn: app({
    at: 'https://bullhorn.github.io/Getting-Started-with-REST/',
    make: [
      'Open a ticket at Bullhorn’s support and ask for an API client of your account or partnership.',
      'Name the redirect URI in the ticket.',
    ],
    review: 'Bullhorn makes clients by hand.',
    after: [
      'After the OAuth token your backend logs in at the REST API once more, for a `BhRestToken`.',
    ],
    terms: ['staffing', 'ats'],
  }),
  gusto: app({
    at: 'https://dev.gusto.com/',
    make: [
      'In the Developer Portal create an organization and an application.',
      'Choose the scopes: they are fixed there.',
    ],
    redirect: 'Redirect URIs',
    review:
      'A new application works at api.gusto-demo.com only; production keys follow a security review.',
    terms: ['payroll', 'zenpayroll'],
  }),
  rippling: app({
    at: 'https://developer.rippling.com/',
    make: [
      'Become a partner and make an app in the Developer Portal.',
      'Choose the scopes, and `OAuth` as how it installs.',
    ],
    redirect: 'Redirect URI',
    after: [
      'Name the app, as it stands in the address of its page in the App Shop, in the integration.',
    ],
    review: 'Rippling publishes an app after a review.',
    terms: ['payroll', 'hris'],
  }),
  workday: app({
    at: 'https://doc.workday.com/admin-guide/en-us/authentication-and-security/authentication/oauth/dan1370797831010.html',
    make: [
      'API clients are each tenant’s own, so an administrator of that Workday does these steps.',
      'Search for the task `Register API Client` and choose `Authorization Code Grant`, `Bearer`.',
      'Choose the functional areas, which take the place of scopes, and `Non-Expiring Refresh Tokens` if you may.',
    ],
    redirect: 'Redirection URI',
    after: ['Name host and tenant in the integration.'],
    terms: ['hcm', 'erp'],
  }),
  deel: app({
    at: 'https://app.deel.com/developer-center',
    make: [
      'In the Developer Center open `Apps` and choose `Create app`.',
      'Choose the kind `Organization`, and the scopes.',
    ],
    redirect: 'Redirect URI',
    review: 'Apps for others than you are looked at by Deel.',
    terms: ['payroll', 'contractors'],
  }),
  hibob: app({
    at: 'https://apidocs.hibob.com/docs/oauth',
    make: [
      'Ask HiBob’s partner team for an OAuth app.',
      'Name the scopes and the redirect URI in the request.',
    ],
    review: 'HiBob makes clients by hand; customers without one use a service user instead.',
    terms: ['bob', 'hris'],
  }),
  justworks: app({
    at: 'https://public-api.justworks.com/docs',
    make: [
      'Become a partner of Justworks and ask for an OAuth client.',
      'Name the scopes and the redirect URI in the request.',
    ],
    review: 'Justworks makes clients by hand.',
    terms: ['peo', 'payroll'],
  }),
  namely: app({
    at: 'https://developers.namely.com/docs/authentication',
    make: [
      'In your Namely open `API` from your profile’s menu and choose `New API client`.',
      'Fill in name and website.',
    ],
    redirect: 'Redirect URI',
    after: ['Name the company, what stands before `.namely.com`, in the integration.'],
    keys: ['Client identifier', 'Client secret'],
    terms: ['hris'],
  }),
  factorial: app({
    at: 'https://api.factorialhr.com/oauth/applications',
    make: [
      'Sign in and open `OAuth applications`; choose `New application`.',
      'Fill in name and logo.',
    ],
    redirect: 'Redirect URI',
    keys: ['UID', 'Secret'],
    terms: ['hris'],
  }),
  'employment-hero': app({
    at: 'https://developer.employmenthero.com/',
    make: [
      'In the Developer Portal of your Employment Hero choose `Add application`.',
      'Tick the scopes: they are fixed there.',
    ],
    redirect: 'Redirect URI',
    review: 'Access to the portal depends on the plan.',
    terms: ['payroll', 'hris'],
  }),
  adp: {
    consoleUrl: 'https://developers.adp.com/',
    steps: [
      'ADP demands a client certificate of each request, which is not done here: this provider cannot be set up yet.',
      'As its partner you make a certificate request and have ADP sign it.',
      'The client that ADP gives you for it is of use in your own backend only.',
    ],
    terms: ['payroll', 'workforce now'],
  },
  personio: key({
    at: 'https://support.personio.de/hc/en-us/articles/4404623630993',
    open: 'As an administrator open `Settings → Integrations → API credentials` in Personio.',
    make: 'Choose `Generate new credentials` and tick what they may read and write.',
    after: ['Copy `Client ID` and `Secret`: they are entered where the connection is made.'],
    terms: ['hris', 'payroll'],
  }),
}

export const IDENTITY: Guides = {
  okta: app({
    at: 'https://developer.okta.com/docs/guides/implement-oauth-for-okta/main/',
    make: [
      'Clients are each organization’s own, so an administrator of that Okta does these steps.',
      'Open `Applications → Create App Integration`, `OIDC`, `Web Application`.',
      'Tick `Refresh Token`, and choose whether it rotates.',
    ],
    redirect: 'Sign-in redirect URIs',
    after: [
      'Under `Okta API Scopes` grant what you will ask for, and set the organization’s host in the integration.',
    ],
    terms: ['sso', 'directory'],
  }),
  auth0: app({
    at: 'https://manage.auth0.com/#/applications',
    make: [
      'In the tenant’s dashboard open `Applications` and choose `Create Application`, `Regular Web Application`.',
      'Under `Advanced Settings → Grant Types` leave `Authorization Code` and `Refresh Token` on.',
    ],
    redirect: 'Allowed Callback URLs',
    after: ['Set the tenant’s host in the integration.'],
    keys: ['Client ID', 'Client Secret'],
    terms: ['sso', 'okta'],
  }),
  amazon: app({
    at: 'https://developer.amazon.com/loginwithamazon/console/site/lwa/overview.html',
    make: ['In the console choose `Create a New Security Profile`.', 'Open its `Web Settings`.'],
    redirect: 'Allowed Return URLs',
    terms: ['login with amazon', 'lwa'],
  }),
}

export const TRADES: Guides = {
  procore: app({
    at: 'https://developers.procore.com/',
    make: [
      'In the Developer Portal choose `Create a new App`.',
      'Open it and add a version with `OAuth` to get keys of the sandbox.',
      'Promote the version to production.',
    ],
    redirect: 'Redirect URI',
    review:
      'Each company installs the app in its App Management; a listing in the marketplace is reviewed.',
    terms: ['construction'],
  }),
  clio: app({
    at: 'https://app.clio.com/settings/developer_applications',
    make: [
      'Open `Settings → Developer Applications` in the region where you will be used, and choose `Add`.',
      'Choose the permissions: they are fixed there.',
    ],
    redirect: 'Redirect URIs',
    keys: ['App Key', 'App Secret'],
    review: 'A listing in the App Directory is reviewed; connecting is not.',
    terms: ['legal', 'law firm'],
  }),
  ironclad: app({
    at: 'https://developer.ironcladapp.com/docs/oauth-20-overview',
    make: [
      'Under `Company Settings → API` choose `Create new app`.',
      'Choose `Authorization Code` and tick the scopes.',
    ],
    redirect: 'Redirect URIs',
    terms: ['contracts', 'clm'],
  }),
  jobber: app({
    at: 'https://developer.getjobber.com/apps',
    make: [
      'Make a developer account and choose `New` under `Apps`.',
      'Tick the scopes: they are fixed there. Leave `Refresh token rotation` on.',
    ],
    redirect: 'OAuth callback URL',
    review: 'Apps for others than yourself are reviewed.',
    terms: ['field service', 'home service'],
  }),
  servicem8: app({
    at: 'https://www.servicem8.com/developer',
    make: [
      'Register as a developer and choose `Add Item` in the add-on store’s developer pages.',
      'Open `Store Connect`.',
    ],
    redirect: 'Activation URL / return URL',
    keys: ['App ID', 'App Secret'],
    review: 'A public add-on is reviewed.',
    terms: ['field service', 'trades'],
  }),
  uber: app({
    at: 'https://developer.uber.com/dashboard',
    make: [
      'In the dashboard choose `Create App` and the API suite that you need.',
      'Under `Auth` fill in the addresses.',
    ],
    redirect: 'Redirect URIs',
    review: 'Nearly all scopes are privileged: Uber grants them on request.',
    terms: ['rides', 'uber for business'],
  }),
  apaleo: app({
    at: 'https://apaleo.dev/guides/oauth-connection/register.html',
    make: [
      'In apaleo open `Apps → Connected apps` and choose `Add a new app` of the kind `Connect client`.',
      'Tick the scopes that you will ask for.',
    ],
    redirect: 'Redirect URIs',
    review: 'Other hotels can connect once the app is in apaleo’s store.',
    terms: ['hotel', 'pms'],
  }),
}
