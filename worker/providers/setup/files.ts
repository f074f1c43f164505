/** Files, forms, signatures. */
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
