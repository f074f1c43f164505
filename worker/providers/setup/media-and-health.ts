/** What people watch and hear, and what they measure. */
import { app, type Guides } from './guide.ts'

export const MEDIA: Guides = {
  spotify: app({
    at: 'https://developer.spotify.com/dashboard',
    make: ['In the dashboard choose `Create app`, and `Web API` as what it uses.'],
    redirect: 'Redirect URIs',
    after: [
      'Under `User Management` add the people who may connect while it is in development mode.',
    ],
    review:
      'More than the listed users can connect after an extension of the quota, which organizations get.',
    terms: ['music'],
  }),
  twitch: app({
    at: 'https://dev.twitch.tv/console/apps',
    make: [
      'With two-factor authentication on choose `Register Your Application`, a confidential one.',
    ],
    redirect: 'OAuth Redirect URLs',
    after: ['Choose `New Secret`.', 'Let your calls send `Client-Id` beside the token.'],
    terms: ['streaming', 'gaming'],
  }),
  vimeo: app({
    at: 'https://developer.vimeo.com/apps',
    make: [
      'Choose `Create an app` and that people besides you will use it.',
      'Ask for upload access, if you need it.',
    ],
    redirect: 'Your callback URLs',
    keys: ['Client identifier', 'Client secrets'],
    review: 'Upload access is granted on request.',
    terms: ['video'],
  }),
  heygen: app({
    at: 'https://docs.heygen.com/docs/heygen-oauth',
    make: [
      'Ask HeyGen’s partner team for an OAuth client.',
      'Name your app and its redirect URI in the request.',
    ],
    review: 'HeyGen makes clients by hand.',
    terms: ['avatars', 'video'],
  }),
  unsplash: app({
    at: 'https://unsplash.com/oauth/applications',
    make: [
      'Choose `New Application` and accept the guidelines.',
      'Under `Redirect URI & Permissions` tick the scopes.',
    ],
    redirect: 'Redirect URI',
    keys: ['Access Key', 'Secret key'],
    review: 'Demo apps have 50 requests an hour; apply for production.',
    terms: ['photos'],
  }),
  soundcloud: app({
    at: 'https://soundcloud.com/you/apps',
    make: [
      'Register an app; SoundCloud opens and closes the form from time to time.',
      'Fill in name and website.',
    ],
    redirect: 'Redirect URI',
    review: 'SoundCloud looks at new apps.',
    terms: ['music', 'audio'],
  }),
}

const HEALTH_TERMS = ['fitness', 'wearable']

export const HEALTH: Guides = {
  strava: app({
    at: 'https://www.strava.com/settings/api',
    make: [
      'Under `Settings → My API Application` create one; each account has one.',
      'Set `Authorization Callback Domain` to the host of the redirect URI of your integration: Strava compares nothing else.',
    ],
    review: 'One athlete until Strava has reviewed the app and raised the limit.',
    terms: [...HEALTH_TERMS, 'running', 'cycling'],
  }),
  fitbit: {
    consoleUrl: 'https://dev.fitbit.com/apps',
    steps: [
      'Fitbit’s Web API is switched off: this provider cannot be set up any more.',
      'Set up `google-health` instead.',
      'Ask your users to connect it: what they granted to Fitbit does not carry over.',
    ],
    terms: HEALTH_TERMS,
  },
  oura: app({
    at: 'https://cloud.ouraring.com/oauth/applications',
    make: [
      'Open `OAuth Applications` and choose `New Application`.',
      'Fill in website, privacy policy and terms.',
    ],
    redirect: 'Redirect URIs',
    review: 'Ten users until Oura has approved the app.',
    terms: [...HEALTH_TERMS, 'ring', 'sleep'],
  }),
  whoop: app({
    at: 'https://developer-dashboard.whoop.com/',
    make: [
      'In the Developer Dashboard make a team and choose `Create App`.',
      'Tick the scopes; `offline` has to be among them.',
    ],
    redirect: 'Redirect URLs',
    review: 'Ten members until WHOOP has approved the app.',
    terms: HEALTH_TERMS,
  }),
  garmin: app({
    at: 'https://developerportal.garmin.com/',
    make: [
      'Apply for the Garmin Connect Developer Program as a company.',
      'In the portal create an app with OAuth 2; older ones are OAuth 1.0a and do not work here.',
    ],
    redirect: 'Redirect URL',
    keys: ['Consumer Key', 'Consumer Secret'],
    review: 'An evaluation key becomes a production key after Garmin has looked at the app.',
    terms: [...HEALTH_TERMS, 'running', 'watch'],
  }),
  withings: app({
    at: 'https://developer.withings.com/dashboard/',
    make: [
      'In the developer dashboard choose `Create an application` and `Public API integration`.',
      'Fill in name, description and environment.',
    ],
    redirect: 'Callback URLs',
    keys: ['ClientId', 'Secret'],
    review: 'The `Development` environment connects few users.',
    terms: [...HEALTH_TERMS, 'scale', 'nokia health'],
  }),
}
