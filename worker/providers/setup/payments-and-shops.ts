/** Who takes money, and who sells. */
import { app, type Guides } from './guide.ts'

export const PAYMENTS: Guides = {
  stripe: app({
    at: 'https://dashboard.stripe.com/settings/connect/onboarding-options/oauth',
    make: [
      'Enable Connect in your dashboard and complete the platform’s profile.',
      'Under `Connect → Onboarding options → OAuth` enable OAuth for Standard accounts.',
    ],
    redirect: 'Redirects',
    keys: ['Client ID (ca_…)', 'your platform’s secret API key'],
    review:
      'Stripe looks at the platform’s profile before live mode. New platforms are led to Stripe Apps instead (`stripe-app`).',
    terms: ['connect', 'billing'],
  }),
  'stripe-app': app({
    at: 'https://dashboard.stripe.com/apps',
    make: [
      'Make an app with Stripe’s command line (`stripe apps create`) and set `stripe_api_access_type` to `oauth` in its manifest.',
      'List the permissions in the manifest: they are fixed there.',
      'Upload it with `stripe apps upload`.',
    ],
    redirect: 'allowed_redirect_uris of the manifest',
    keys: ['the client id of the app’s install links', 'your account’s secret API key'],
    review: 'A public app is reviewed; until then use the link for tests.',
    terms: ['stripe marketplace'],
  }),
  square: app({
    at: 'https://developer.squareup.com/apps',
    make: [
      'In the Developer Console choose `+` and name an application.',
      'Open it and choose `OAuth`; switch from `Sandbox` to `Production`.',
    ],
    redirect: 'Production Redirect URL',
    keys: ['Production Application ID', 'Production Application Secret'],
    terms: ['pos', 'payments'],
  }),
  paypal: app({
    at: 'https://developer.paypal.com/dashboard/applications/live',
    make: [
      'Under `Apps & Credentials` switch to `Live` and choose `Create App`.',
      'Enable `Log in with PayPal` and, in its advanced settings, tick the information that you will ask for.',
    ],
    redirect: 'Return URL',
    keys: ['Client ID', 'Secret key'],
    review: 'PayPal reviews what Log in with PayPal asks for; that takes days.',
    terms: ['payments'],
  }),
  braintree: app({
    at: 'https://www.braintreegateway.com/login',
    make: [
      'OAuth is for platforms that Braintree has approved: ask for Braintree Auth first.',
      'In the Control Panel open `API → OAuth applications` and choose `New`.',
    ],
    redirect: 'Redirect URI',
    review: 'Braintree approves platforms by hand.',
    terms: ['paypal', 'payments'],
  }),
  mollie: app({
    at: 'https://my.mollie.com/dashboard/developers/applications',
    make: [
      'Under `Developers → Your apps` choose `Create application`.',
      'Fill in name and description.',
    ],
    redirect: 'Redirect URL',
    terms: ['payments', 'ideal'],
  }),
  polar: app({
    at: 'https://polar.sh/dashboard/account/developer',
    make: [
      'Under `Account settings → Developer` choose `New OAuth App`.',
      'Tick the scopes that you will ask for.',
    ],
    redirect: 'Redirect URIs',
    terms: ['billing', 'merchant of record'],
  }),
  clover: app({
    at: 'https://www.clover.com/developers',
    make: [
      'Make a developer account in the region where you will be installed, and choose `Create New App`.',
      'Under `Requested Permissions` tick what you need: they are fixed there.',
      'Under `REST Configuration` set the site’s URL to the origin of the redirect URI, and the default OAuth response to `Code`.',
    ],
    redirect: 'Alternate Launch Path',
    keys: ['App ID', 'App Secret'],
    review: 'Clover approves an app before merchants in production can install it.',
    terms: ['pos', 'payments', 'fiserv'],
  }),
}

export const SHOPS: Guides = {
  shopify: app({
    at: 'https://dev.shopify.com/dashboard/',
    make: [
      'In the Dev Dashboard choose `Create app`.',
      'In its configuration set the app’s URL, and the scopes that you will ask for.',
    ],
    redirect: 'Redirect URLs',
    after: ['Choose how it is distributed: custom for one shop, public for all.'],
    review:
      'Public apps are reviewed for the App Store; protected customer data has to be requested.',
    terms: ['shop', 'store', 'ecommerce'],
  }),
  bigcommerce: app({
    at: 'https://devtools.bigcommerce.com/my/apps',
    make: [
      'In the Developer Portal choose `Create an app`.',
      'Under `Technical` tick the OAuth scopes: they are fixed there.',
    ],
    redirect: 'Auth Callback URL',
    after: ['Fill in the `Load` callback, too: BigCommerce demands one.'],
    review: 'A draft app installs in your own stores; the marketplace reviews the others.',
    terms: ['shop', 'store'],
  }),
  'amazon-selling-partner': app({
    at: 'https://solutionproviderportal.amazon.com/',
    make: [
      'Register as a developer of the Selling Partner API and wait for the approval of the roles that you need.',
      'In the Solution Provider Portal choose `Add new app client`, an API type `SP-API`, and its roles.',
    ],
    redirect: 'OAuth Redirect URIs',
    after: [
      'Put the application’s id (`amzn1.sp.solution…`) into `application_id` of the integration.',
    ],
    keys: ['LWA client identifier', 'LWA client secret'],
    review:
      'Amazon approves roles; restricted ones (buyers’ data) after a security questionnaire. Rotate the secret every 180 days.',
    terms: ['sp-api', 'amazon seller', 'seller central'],
  }),
  etsy: app({
    at: 'https://www.etsy.com/developers/your-apps',
    make: [
      'Choose `Create a New App` and describe what it does.',
      'Wait for the key to become active, then choose `Edit your callback URLs`.',
    ],
    redirect: 'Callback URLs',
    keys: ['Keystring', 'anything as secret: PKCE takes its place'],
    review: 'Personal access is for your own shop; ask for commercial access to connect others’.',
    terms: ['shop', 'handmade'],
  }),
  ebay: app({
    at: 'https://developer.ebay.com/my/keys',
    make: [
      'Under `Application Keysets` make a production keyset.',
      'Choose `User Tokens`, then `Get a Token from eBay via Your Application` and `Add eBay Redirect URL`.',
    ],
    redirect: 'Your auth accepted URL',
    after: [
      'Put the `RuName` that stands beside it into `ru_name` of the integration: eBay is told of the address by that name.',
    ],
    keys: ['App ID (Client ID)', 'Cert ID (Client Secret)'],
    review: 'A growth check raises the limits.',
    terms: ['auctions', 'marketplace'],
  }),
  squarespace: app({
    at: 'https://developers.squarespace.com/oauth',
    make: [
      'Ask Squarespace for an OAuth client by the form that its documentation links to.',
      'Name your app, its icon, its terms and its redirect URI there.',
    ],
    review: 'Squarespace makes clients by hand, for Extensions.',
    terms: ['website', 'shop'],
  }),
  'lightspeed-retail': app({
    at: 'https://developers.retail.lightspeed.app/',
    make: [
      'Sign up at the developer portal and choose `Add application`.',
      'Fill in name and description.',
    ],
    redirect: 'Redirect URL',
    terms: ['vend', 'pos'],
  }),
  gumroad: app({
    at: 'https://gumroad.com/settings/advanced',
    make: [
      'Under `Settings → Advanced → Applications` choose `Create application`.',
      'Give it a name and an icon.',
    ],
    redirect: 'Redirect URI',
    keys: ['Application ID', 'Application Secret'],
    terms: ['creators'],
  }),
}
