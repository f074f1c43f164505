/** Designs and calendars. */
import { app, type Guides } from './guide.ts'

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
