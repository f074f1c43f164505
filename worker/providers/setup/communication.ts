/** Where people talk: chat, mail, calls. */
import { app, type Guides } from './guide.ts'

export const COMMUNICATION: Guides = {
  slack: app({
    at: 'https://api.slack.com/apps',
    make: [
      'Choose `Create New App → From scratch`, and a workspace of yours.',
      'Under `OAuth & Permissions → User Token Scopes` add each scope that you will ask for: the user’s token is what is kept.',
    ],
    redirect: 'Redirect URLs',
    after: [
      'Under `Manage Distribution` activate public distribution if other workspaces shall connect.',
      'If you switch `Token rotation` on, it cannot be switched off again.',
    ],
    review: 'Nothing is reviewed; a workspace may ask its administrators to approve the app.',
    terms: ['chat', 'messages'],
  }),
  zoom: app({
    at: 'https://marketplace.zoom.us/develop/create',
    make: [
      'In the App Marketplace choose `Develop → Build App → General App`, managed by users.',
      'Under `Scopes` add what you need: granular ones, with a reason for each.',
    ],
    redirect: 'OAuth Redirect URL',
    after: [
      'Put the same address on the `OAuth allow list`, and copy the keys under `Production`.',
    ],
    review: 'Only users of your own account connect until Zoom has reviewed the app.',
    terms: ['meetings', 'video'],
  }),
  webex: app({
    at: 'https://developer.webex.com/my-apps/new/integration',
    make: [
      'Under `My Webex Apps` choose `Create an Integration`.',
      'Tick the scopes that you will ask for.',
    ],
    redirect: 'Redirect URI(s)',
    terms: ['cisco', 'meetings'],
  }),
  discord: app({
    at: 'https://discord.com/developers/applications',
    make: ['In the Developer Portal choose `New Application`.', 'Open `OAuth2`.'],
    redirect: 'Redirects',
    after: ['Choose `Reset Secret` to see one.'],
    review: 'A bot in more than 100 servers has to be verified.',
    terms: ['chat', 'gaming'],
  }),
  aircall: app({
    at: 'https://developer.aircall.io/tutorials/how-aircall-oauth-flow-works/',
    make: [
      'Become a technology partner and ask for an OAuth app.',
      'Name your app, its install page and its redirect URI in the request.',
    ],
    review: 'Aircall makes clients by hand.',
    terms: ['phone', 'calls'],
  }),
  dialpad: app({
    at: 'https://developers.dialpad.com/docs/oauth2',
    make: [
      'Ask Dialpad’s API team for an OAuth app; there is no form.',
      'Name the scopes and the redirect URI in the request.',
    ],
    review: 'Dialpad makes clients by hand.',
    terms: ['phone', 'calls'],
  }),
  ringcentral: app({
    at: 'https://developers.ringcentral.com/my-account.html#/applications',
    make: [
      'In the developer console choose `Register App → REST API App`.',
      'Choose `3-legged OAuth flow authorization code` on the server side, and tick the permissions: they are fixed there.',
    ],
    redirect: 'OAuth Redirect URI',
    after: ['Leave `Issue refresh tokens` on.'],
    review: 'A new app works in the sandbox; it graduates to production after some calls.',
    terms: ['phone', 'calls'],
  }),
  podium: app({
    at: 'https://developer.podium.com/',
    make: [
      'Make a developer account and choose `Create new app`.',
      'Tick the scopes that you will ask for.',
    ],
    redirect: 'Redirect URI',
    review: 'Podium looks at an app before other businesses connect.',
    terms: ['reviews', 'messages'],
  }),
  'read-ai': app({
    at: 'https://support.read.ai/hc/en-us',
    make: [
      'Ask Read AI’s support for an OAuth client; its API is in beta.',
      'Name the scopes and the redirect URI in the request.',
    ],
    review: 'Read AI makes clients by hand.',
    terms: ['meetings', 'transcripts'],
  }),
  fathom: app({
    at: 'https://developers.fathom.ai',
    make: ['Open the developer pages and register an OAuth app.', 'Fill in name and description.'],
    redirect: 'Redirect URIs',
    terms: ['meetings', 'transcripts'],
  }),
  grain: app({
    at: 'https://developers.grain.com',
    make: [
      'Ask Grain’s support for an OAuth client.',
      'Name your app and its redirect URI in the request.',
    ],
    review: 'Grain makes clients by hand.',
    terms: ['meetings', 'recordings'],
  }),
  twist: app({
    at: 'https://twist.com/integrations/build',
    make: [
      'Under `Integrations → Build` choose `Add a new integration`, `General integration`.',
      'Open `OAuth`.',
    ],
    redirect: 'OAuth 2 redirect URL',
    terms: ['chat', 'doist'],
  }),
  goto: app({
    at: 'https://developer.logmeininc.com/clients',
    make: [
      'In the OAuth client area choose `Create a client`.',
      'Tick the products and scopes that you need.',
    ],
    redirect: 'Redirect URIs',
    terms: ['gotowebinar', 'gotomeeting', 'logmein'],
  }),
  yahoo: app({
    at: 'https://developer.yahoo.com/apps/',
    make: [
      'Under `My Apps` choose `Create an App`, a confidential client.',
      'Tick the API permissions: they are fixed there.',
    ],
    redirect: 'Redirect URI(s)',
    keys: ['Client ID (Consumer Key)', 'Client Secret (Consumer Secret)'],
    review: 'Access to mail is granted on request only.',
    terms: ['mail'],
  }),
}
