/** Files, forms, signatures, designs, calendars. */
import { app, type Guides } from './guide.ts'

export const SIGNATURES: Guides = {
  docusign: app({
    at: 'https://apps-d.docusign.com/admin/apps-and-keys',
    make: [
      'In a developer account open `Apps and Keys` and choose `Add App and Integration Key`.',
      'Choose `Authorization Code Grant` and add a secret key.',
    ],
    redirect: 'Redirect URIs',
    after: [
      'Make some API calls there, then ask for the go-live: the key is copied to a production account.',
    ],
    keys: ['Integration Key', 'Secret Key'],
    review: 'Go-live looks at twenty successful calls; then the key works for other accounts.',
    terms: ['esign', 'e-signature'],
  }),
  'dropbox-sign': app({
    at: 'https://app.hellosign.com/home/myAccount#api',
    make: [
      'Under `Settings → API` choose `Create Client App`.',
      'Switch `OAuth` on and choose the scopes, and who is charged.',
    ],
    redirect: 'OAuth callback',
    keys: ['Client ID', 'OAuth secret'],
    review: 'Dropbox Sign approves an app before it goes live.',
    terms: ['hellosign', 'esign'],
  }),
  pandadoc: app({
    at: 'https://developers.pandadoc.com/',
    make: [
      'In the Developer Dashboard open `Configuration` and find `OAuth 2.0`.',
      'Choose `Create application`.',
    ],
    redirect: 'Redirect URIs',
    terms: ['proposals', 'esign'],
  }),
  signnow: app({
    at: 'https://app.signnow.com/webapp/api-dashboard/apps',
    make: [
      'Open the API dashboard and choose `Add Application`.',
      'Open it and read `Basic Authorization` and the client’s keys.',
    ],
    redirect: 'Redirect URI',
    terms: ['airslate', 'esign'],
  }),
  'adobe-sign': app({
    at: 'https://secure.adobesign.com/public/integrationApp',
    make: [
      'As an administrator open `Account → Acrobat Sign API → API Applications` and choose `+`.',
      'Choose the domain `CUSTOMER` for your own account, `PARTNER` for others.',
      'Choose `Configure OAuth for Application` and tick the scopes.',
    ],
    redirect: 'Redirect URI',
    keys: ['Application ID (Client ID)', 'Client Secret'],
    review: 'Partner applications are certified by Adobe.',
    terms: ['acrobat sign', 'echosign', 'esign'],
  }),
  boldsign: app({
    at: 'https://app.boldsign.com/api-management/oauth-apps',
    make: [
      'Open `API → OAuth Apps` and choose `Create new app`.',
      'Tick the scopes that you will ask for.',
    ],
    redirect: 'Redirect URI',
    terms: ['esign', 'syncfusion'],
  }),
}

export const FILES: Guides = {
  dropbox: app({
    at: 'https://www.dropbox.com/developers/apps',
    make: [
      'In the App Console choose `Create app`, `Scoped access`, and `App folder` or `Full Dropbox`.',
      'Under `Permissions` tick each scope that you will ask for, and submit.',
    ],
    redirect: 'Redirect URIs',
    keys: ['App key', 'App secret'],
    review:
      'At 50 connected users Dropbox freezes an app in development: apply for production before.',
    terms: ['files', 'storage'],
  }),
  box: app({
    at: 'https://app.box.com/developers/console',
    make: [
      'In the Developer Console choose `Create Platform App`, `Custom App`, and `User Authentication (OAuth 2.0)`.',
      'Under `Configuration → Application Scopes` tick what you need.',
    ],
    redirect: 'Redirect URIs',
    review: 'Enterprises may let only apps in that their administrator has approved.',
    terms: ['files', 'storage'],
  }),
  egnyte: app({
    at: 'https://developers.egnyte.com/member/register',
    make: [
      'Register at the developer portal, with an application for a key.',
      'Choose `Publicly available application` if other companies shall connect.',
    ],
    redirect: 'Registered OAuth Redirect URI',
    after: ['Whoever connects names the domain: what stands before `.egnyte.com`.'],
    keys: ['API key', 'shared secret'],
    review: 'A key is limited to your own domain until Egnyte has certified the application.',
    terms: ['files', 'storage'],
  }),
  intralinks: app({
    at: 'https://developers.intralinks.com',
    make: [
      'Register at the developer portal and choose `My Apps → Add a new App`.',
      'Choose the API product.',
    ],
    redirect: 'Callback URL',
    keys: ['Consumer Key', 'Consumer Secret'],
    review: 'Production access is granted on request.',
    terms: ['vdr', 'data room', 'ss&c'],
  }),
}

export const FORMS: Guides = {
  typeform: app({
    at: 'https://admin.typeform.com/user/apps',
    make: [
      'Under `Developer apps` of your account choose `Register a new app`.',
      'Fill in name and website.',
    ],
    redirect: 'Redirect URI(s)',
    terms: ['forms', 'surveys'],
  }),
  'survey-monkey': app({
    at: 'https://developer.surveymonkey.com/apps/',
    make: [
      'Under `My Apps` choose `Add a New App`, and `Public` for others’ accounts.',
      'Under `Settings → Scopes` ask for what you need: they are fixed there.',
    ],
    redirect: 'OAuth Redirect URL',
    keys: ['Client ID', 'Secret'],
    review: 'Draft apps are limited; public ones are reviewed.',
    terms: ['surveymonkey', 'surveys'],
  }),
  qualtrics: app({
    at: 'https://www.qualtrics.com/support/integrations/api-integration/manage-oauth-apps/',
    make: [
      'Clients are each brand’s own, so a user of that brand does these steps.',
      'Open `Account Settings → Qualtrics IDs → OAuth Client Manager` and choose `Create Client`.',
      'Choose `Authorization Code` and tick the scopes.',
    ],
    redirect: 'Redirect URL',
    after: ['Name the data centre, such as `fra1`, in the integration.'],
    terms: ['surveys', 'xm'],
  }),
  fillout: app({
    at: 'https://build.fillout.com/home/settings/developer',
    make: [
      'Under `Settings → Developer` choose `Create new app` for third parties.',
      'There are no scopes.',
    ],
    redirect: 'Redirect URI',
    terms: ['forms'],
  }),
  formstack: app({
    at: 'https://www.formstack.com/admin/apiKey/main',
    make: [
      'Open `API` from your profile and choose `New Application`.',
      'Fill in name and description; there are no scopes.',
    ],
    redirect: 'Redirect URI',
    terms: ['forms', 'intellistack'],
  }),
}

export const DESIGN: Guides = {
  figma: app({
    at: 'https://www.figma.com/developers/apps',
    make: ['Under `My apps` choose `Create a new app`.', 'Tick each scope that you will ask for.'],
    redirect: 'Redirect URLs',
    after: ['Publish the app, privately for your own organization or publicly.'],
    keys: ['Client ID', 'Client secret'],
    review: 'Public apps are reviewed before anybody else can connect.',
    terms: ['design', 'figjam'],
  }),
  miro: app({
    at: 'https://miro.com/app/settings/user-profile/apps',
    make: [
      'Under `Your apps` choose `Create new app`.',
      'Tick `Expire user authorization token`: it cannot be changed later.',
    ],
    redirect: 'Redirect URI for OAuth2.0',
    after: ['Under `Permissions` tick the scopes.'],
    terms: ['whiteboard'],
  }),
  canva: app({
    at: 'https://www.canva.com/developers/integrations',
    make: [
      'In the Developer Portal choose `Create an integration`, `Public` or, for an Enterprise team, `Private`.',
      'Under `Scopes` tick each one that you will ask for.',
    ],
    redirect: 'Authorized redirects',
    after: ['Choose `Generate secret`.'],
    review: 'Public integrations are reviewed before others can connect.',
    terms: ['design'],
  }),
  mural: app({
    at: 'https://app.mural.co/account/api',
    make: [
      'Open `Developer settings` and choose `New app`.',
      'Tick the scopes that you will ask for.',
    ],
    redirect: 'Redirect URLs',
    terms: ['whiteboard', 'tactivos'],
  }),
  adobe: app({
    at: 'https://developer.adobe.com/console/projects',
    make: [
      'In the Developer Console create a project and choose `Add API`.',
      'Choose `User authentication`, then `OAuth Web App`.',
    ],
    redirect: 'Redirect URI pattern',
    after: ['Fill in the default redirect URI, too.'],
    review:
      'Others than your organization can connect once the project is approved for production.',
    terms: ['creative cloud', 'ims'],
  }),
  'frame-io': app({
    at: 'https://developer.adobe.com/console/projects',
    make: [
      'V4 signs in through Adobe: create a project in its Developer Console and add the `Frame.io API`.',
      'Choose `User authentication`, then `OAuth Web App`.',
    ],
    redirect: 'Redirect URI pattern',
    terms: ['adobe', 'video review'],
  }),
  autodesk: app({
    at: 'https://aps.autodesk.com/myapps/',
    make: [
      'Open `Applications` and choose `Create application` of type `Traditional Web App`.',
      'Tick the APIs that you need.',
    ],
    redirect: 'Callback URL',
    review:
      'For BIM 360 and Construction Cloud each account’s administrator adds the client id under custom integrations.',
    terms: ['aps', 'forge', 'bim 360', 'acc'],
  }),
  onshape: app({
    at: 'https://cad.onshape.com/appstore/dev-portal',
    make: [
      'In the Developer Portal open `OAuth applications` and choose `Create new OAuth application`.',
      'Tick the permissions that you will ask for.',
    ],
    redirect: 'Redirect URLs',
    keys: ['OAuth client identifier', 'OAuth secret'],
    terms: ['cad', 'ptc'],
  }),
  dribbble: app({
    at: 'https://dribbble.com/account/applications',
    make: [
      'Under `Account settings → Applications` choose `Register a new application`.',
      'Fill in name, description and website.',
    ],
    redirect: 'Callback URL',
    terms: ['design', 'portfolio'],
  }),
  lucid: app({
    at: 'https://lucid.app/developer',
    make: [
      'Unlock the developer portal in your account’s settings and create an application.',
      'In it open `OAuth 2.0` and create a client.',
    ],
    redirect: 'Authorized redirect URIs',
    after: ['Publish the application if other accounts shall connect.'],
    terms: ['lucidchart', 'lucidspark', 'diagrams'],
  }),
}

export const CALENDARS: Guides = {
  calendly: app({
    at: 'https://developer.calendly.com/console/apps',
    make: [
      'Sign up for a developer account, which is apart from your Calendly, and choose `Create new app`.',
      'Choose `Web`, and `Production` where it is not for tests.',
    ],
    redirect: 'Redirect URI',
    terms: ['scheduling', 'meetings'],
  }),
  'acuity-scheduling': app({
    at: 'https://acuityscheduling.com/oauth2/register',
    make: [
      'Open the page for OAuth clients and register your app.',
      'Fill in name, website and logo.',
    ],
    redirect: 'Callback URLs',
    terms: ['squarespace scheduling', 'appointments'],
  }),
  'cal-dot-com': app({
    at: 'https://app.cal.com/settings/developer/oauth',
    make: ['Under `Settings → Developer → OAuth` ask for a client.', 'Name your app and its logo.'],
    redirect: 'Redirect URI',
    review: 'Cal.com approves clients.',
    terms: ['cal.com', 'calcom', 'scheduling'],
  }),
  eventbrite: app({
    at: 'https://www.eventbrite.com/account-settings/apps',
    make: [
      'Under `Account Settings → Developer Links → API Keys` choose `Create API Key`.',
      'Describe your app; there are no scopes.',
    ],
    redirect: 'OAuth Redirect URI',
    keys: ['API key', 'Client secret'],
    terms: ['events', 'tickets'],
  }),
  meetup: app({
    at: 'https://www.meetup.com/api/oauth/list/',
    make: [
      'Open `OAuth Clients` and choose `Create new client`; your account has to be a Meetup Pro.',
      'Describe what you will do with it.',
    ],
    redirect: 'Redirect URI',
    keys: ['Key', 'Secret'],
    review: 'Meetup approves clients.',
    terms: ['events', 'groups'],
  }),
}
