/** Talking to people: chat, calls, campaigns, networks; and what they watch, hear and measure. */
import { app, key, type Guides } from './guide.ts'

const META_REVIEW =
  'Until App Review has granted advanced access, only people with a role in the app can connect. Meta asks for a verified business.'

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
    review: 'None to connect; a workspace may ask its administrators to approve the app.',
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

export const SOCIAL: Guides = {
  linkedin: app({
    at: 'https://www.linkedin.com/developers/apps',
    make: [
      'Choose `Create app`; it belongs to a company’s page, whose administrator verifies it.',
      'Under `Products` ask for those that have your scopes, such as `Sign In with LinkedIn using OpenID Connect`.',
      'Open `Auth`.',
    ],
    redirect: 'Authorized redirect URLs for your app',
    keys: ['Client ID', 'Primary Client Secret'],
    review:
      'Marketing and community products are granted on request; refresh tokens only to approved partners.',
    terms: ['network', 'jobs'],
  }),
  x: app({
    at: 'https://developer.x.com/en/portal/projects-and-apps',
    make: [
      'In the developer portal choose a project and an app in it.',
      'Under `User authentication settings` choose `Web App`, a confidential client, and the app’s permissions.',
    ],
    redirect: 'Callback URI / Redirect URL',
    keys: ['OAuth 2.0 Client ID', 'OAuth 2.0 Client Secret'],
    terms: ['twitter', 'tweets'],
  }),
  facebook: app({
    at: 'https://developers.facebook.com/apps',
    make: [
      'Choose `Create App` and a use case with Facebook Login.',
      'Under `Facebook Login → Settings` leave `Web OAuth Login` on.',
    ],
    redirect: 'Valid OAuth Redirect URIs',
    after: ['Under `Permissions and features` add each permission that you will ask for.'],
    keys: ['App ID', 'App Secret'],
    review: META_REVIEW,
    terms: ['meta', 'fb', 'pages'],
  }),
  instagram: app({
    at: 'https://developers.facebook.com/apps',
    make: [
      'Choose `Create App` and the use case `Manage messaging & content on Instagram`.',
      'Open `API setup with Instagram login` and, in it, `Business login settings`.',
    ],
    redirect: 'OAuth redirect URIs',
    after: ['Add the permissions that you will ask for. Only professional accounts can connect.'],
    keys: ['Instagram app ID', 'Instagram app secret'],
    review: META_REVIEW,
    terms: ['ig', 'meta', 'reels'],
  }),
  threads: app({
    at: 'https://developers.facebook.com/apps',
    make: [
      'Choose `Create App` and the use case `Access the Threads API`.',
      'Open its `Settings`; uninstall and delete callbacks are asked for as well.',
    ],
    redirect: 'Redirect Callback URLs',
    after: ['Add the permissions that you will ask for.'],
    keys: ['Threads App ID', 'Threads App secret'],
    review: META_REVIEW,
    terms: ['meta'],
  }),
  tiktok: app({
    at: 'https://developers.tiktok.com/apps',
    make: [
      'Under `Manage apps` choose `Connect an app`.',
      'Add the product `Login Kit`, configured for `Web`, and the scopes.',
    ],
    redirect: 'Redirect URI',
    after: ['Verify the domains of your addresses.'],
    keys: ['Client key', 'Client secret'],
    review: 'TikTok reviews an app before others than its test users can connect.',
    terms: ['videos', 'bytedance'],
  }),
  reddit: app({
    at: 'https://www.reddit.com/prefs/apps',
    make: ['Choose `create another app…` of the kind `web app`.'],
    redirect: 'redirect uri',
    after: ['Let your calls name your app as `User-Agent`: Reddit refuses those that do not.'],
    keys: ['the text under “web app”', 'secret'],
    review: 'Commercial use and higher limits are granted on request.',
    terms: ['subreddits'],
  }),
  pinterest: app({
    at: 'https://developers.pinterest.com/apps/',
    make: [
      'With a business account choose `Connect app` and describe it.',
      'Wait for trial access.',
    ],
    redirect: 'Redirect URIs',
    keys: ['App id', 'App secret key'],
    review:
      'Trial access shows pins to their owner only; ask for standard access with a video of your app.',
    terms: ['pins', 'boards'],
  }),
  tumblr: app({
    at: 'https://www.tumblr.com/oauth/apps',
    make: ['Choose `Register application`.', 'Fill in name, website and description.'],
    redirect: 'OAuth2 redirect URLs',
    keys: ['OAuth Consumer Key', 'Secret Key'],
    terms: ['blog', 'automattic'],
  }),
  buffer: app({
    at: 'https://developers.buffer.com',
    make: [
      'Ask for access to Buffer’s new API: the one before is closed to new apps.',
      'Register an app in the developer dashboard.',
    ],
    redirect: 'Redirect URI',
    review: 'Buffer grants access in waves.',
    terms: ['social media', 'scheduling'],
  }),
  patreon: app({
    at: 'https://www.patreon.com/portal/registration/register-clients',
    make: [
      'Under `Clients & API Keys` choose `Create Client`, API version 2.',
      'Fill in name, description and category.',
    ],
    redirect: 'Redirect URIs',
    terms: ['creators', 'membership'],
  }),
  producthunt: app({
    at: 'https://www.producthunt.com/v2/oauth/applications',
    make: [
      'Open the API dashboard and choose `Add an application`.',
      'Write to Product Hunt before you use it commercially.',
    ],
    redirect: 'Redirect URI',
    keys: ['API Key', 'API Secret'],
    terms: ['ph', 'launches'],
  }),
  mastodon: app({
    at: 'https://docs.joinmastodon.org/client/token/',
    make: [
      'Clients are each instance’s own: sign in to the instance that will be connected.',
      'Open `Preferences → Development → New application`.',
    ],
    redirect: 'Redirect URI',
    after: [
      'Tick the scopes that you will ask for, and set the instance’s host in the integration.',
    ],
    keys: ['Client key', 'Client secret'],
    terms: ['fediverse'],
  }),
}

export const MARKETING: Guides = {
  mailchimp: app({
    at: 'https://us1.admin.mailchimp.com/account/oauth2/',
    make: [
      'Under `Account → Extras → Registered apps` choose `Register An App`.',
      'Fill in name, company and website; there are no scopes.',
    ],
    redirect: 'Redirect URI',
    after: ['A user’s data centre is in Mailchimp’s metadata call: your backend asks it once.'],
    terms: ['intuit', 'newsletter'],
  }),
  'tiktok-ads': app({
    at: 'https://business-api.tiktok.com/portal/apps',
    make: [
      'Become a developer in the API for Business portal and choose `Create an App`.',
      'Tick the permissions: they are fixed there.',
    ],
    redirect: 'Advertiser redirect URL',
    keys: ['App ID', 'Secret'],
    review: 'TikTok reviews each app and each permission.',
    terms: ['tiktok for business', 'ads'],
  }),
  klaviyo: app({
    at: 'https://www.klaviyo.com/manage-apps',
    make: ['Open `Manage apps` and choose `Create app`.', 'Add the scopes that you will ask for.'],
    redirect: 'Redirect URLs',
    review: 'None to connect; a listing in the app directory is reviewed.',
    terms: ['email marketing', 'sms'],
  }),
  'constant-contact': app({
    at: 'https://app.constantcontact.com/pages/dma/portal/',
    make: [
      'Under `My Applications` choose `New Application`, `Authorization Code Flow` and `Rotating Refresh Tokens`.',
    ],
    redirect: 'Redirect URI',
    after: ['Choose `Generate Client Secret`.'],
    keys: ['API Key (Client Id)', 'Client Secret'],
    terms: ['newsletter', 'email marketing'],
  }),
  snapchat: app({
    at: 'https://business.snapchat.com/',
    make: [
      'In the Business Manager open `Business Details` and find `OAuth Apps`; an administrator of the organization does it.',
      'Choose `+ OAuth App` and accept the terms of the API.',
    ],
    redirect: 'Snap Redirect URI',
    keys: ['Snap Client ID', 'Snap Client Secret'],
    terms: ['snap', 'ads'],
  }),
  bitly: app({
    at: 'https://app.bitly.com/settings/api/oauth/',
    make: [
      'Under `Settings → API → OAuth apps` register a new app.',
      'Confirm it by the mail that Bitly sends.',
    ],
    redirect: 'Redirect URIs',
    terms: ['short links', 'bit.ly'],
  }),
  trustpilot: app({
    at: 'https://businessapp.b2b.trustpilot.com/applications/',
    make: [
      'In the business portal open `Integrations → Developers → APIs` and choose `Create application`.',
      'The plan has to include the API.',
    ],
    redirect: 'Redirect URLs',
    keys: ['API key', 'API secret'],
    terms: ['reviews'],
  }),
  ahrefs: app({
    at: 'https://docs.ahrefs.com/docs/api/reference/oauth-guide',
    make: [
      'Ask Ahrefs for an OAuth client by mail.',
      'Name your app and its redirect URI in the request.',
    ],
    review: 'Ahrefs makes clients by hand.',
    terms: ['seo', 'backlinks'],
  }),
  getresponse: app({
    at: 'https://app.getresponse.com/authorizations',
    make: [
      'Under `Integrations & API → Custom apps` choose `Add new app`.',
      'Fill in name and description.',
    ],
    redirect: 'Redirect URI',
    terms: ['email marketing'],
  }),
  aweber: app({
    at: 'https://labs.aweber.com/apps',
    make: [
      'Make a developer account and choose `Create a new app`, a confidential one.',
      'Tick the permissions that you will ask for.',
    ],
    redirect: 'OAuth redirect URL',
    terms: ['email marketing', 'newsletter'],
  }),
  'campaign-monitor': app({
    at: 'https://www.campaignmonitor.com/api/v3-3/getting-started/',
    make: [
      'Under `Integrations → OAuth Registration` register your application.',
      'Fill in name and homepage.',
    ],
    redirect: 'Redirect URI',
    terms: ['createsend', 'newsletter'],
  }),
  marketo: key({
    at: 'https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/custom-services',
    open: 'In Marketo make a role with API access and an API-only user under `Admin → Users & Roles`.',
    make: 'Under `Admin → LaunchPoint` choose `New Service` of kind `Custom` for that user.',
    after: [
      'Choose `View Details` and copy `Client ID` and `Client Secret`.',
      'Name the instance of `Admin → Web Services`, what stands before `.mktorest.com`, as well.',
    ],
    terms: ['adobe', 'marketing automation'],
  }),
}

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

export const PLATFORMS: Guides = {
  webflow: app({
    at: 'https://webflow.com/dashboard/workspace/integrations',
    make: [
      'In a workspace’s settings open `Apps & integrations` and choose `Create an app`.',
      'Switch `Data client (REST API)` on and tick the scopes.',
    ],
    redirect: 'Redirect URI',
    review: 'None to connect; a listing in the marketplace is reviewed.',
    terms: ['website', 'cms'],
  }),
  wordpress: app({
    at: 'https://developer.wordpress.com/apps/new/',
    make: [
      'Choose `Create New Application` of type `Web`.',
      'Ask for the scope `global` if a token shall see more than one blog.',
    ],
    redirect: 'Redirect URLs',
    terms: ['wp', 'blog', 'jetpack'],
  }),
  contentful: app({
    at: 'https://app.contentful.com/account/profile/developers/applications',
    make: [
      'Under `Account settings → OAuth applications` choose `New application`.',
      'Tick `content_management_read` or `content_management_manage`, and `Confidential`.',
    ],
    redirect: 'Redirect URI',
    terms: ['cms', 'headless'],
  }),
  wix: app({
    at: 'https://manage.wix.com/studio/custom-apps',
    make: [
      'In the dashboard of custom apps choose `Create New App`, `Build from scratch`.',
      'Under `Permissions` add what you need: they are fixed there.',
      'Under `OAuth` set the app’s URL.',
    ],
    redirect: 'Redirect URL',
    keys: ['App ID', 'App Secret Key'],
    review:
      'Other sites can install the app once it is in the App Market; new apps get `client_credentials` with an instance id instead.',
    terms: ['website'],
  }),
  segment: app({
    at: 'https://app.segment.com/developer-center',
    make: [
      'OAuth is for partners: sign up for the Developer Center and build an app.',
      'For everyday use a workspace’s owner makes a Public API token under `Settings → Access Management → Tokens`, and connects by it.',
    ],
    redirect: 'Redirect URL',
    review: 'Segment approves partners.',
    terms: ['cdp', 'twilio'],
  }),
  snowflake: app({
    at: 'https://docs.snowflake.com/en/user-guide/oauth-custom',
    make: [
      'Clients are each account’s own, so its ACCOUNTADMIN does these steps.',
      'Run `CREATE SECURITY INTEGRATION … TYPE = OAUTH, OAUTH_CLIENT = CUSTOM, OAUTH_CLIENT_TYPE = ‘CONFIDENTIAL’, OAUTH_ISSUE_REFRESH_TOKENS = TRUE`.',
    ],
    redirect: 'OAUTH_REDIRECT_URI',
    after: [
      'Read the keys with `SELECT SYSTEM$SHOW_OAUTH_CLIENT_SECRETS(‘NAME’)`, and name the account in the integration.',
    ],
    keys: ['OAUTH_CLIENT_ID', 'OAUTH_CLIENT_SECRET'],
    terms: ['warehouse', 'sql'],
  }),
  databricks: app({
    at: 'https://accounts.cloud.databricks.com/',
    make: [
      'An administrator of the account opens `Settings → App connections` in the account console.',
      'Choose `Add connection`, tick `Generate a client secret`, and the scopes.',
    ],
    redirect: 'Redirect URLs',
    after: ['Name the workspace’s host in the integration.'],
    terms: ['lakehouse', 'spark'],
  }),
  digitalocean: app({
    at: 'https://cloud.digitalocean.com/account/api/applications',
    make: [
      'Under `API → OAuth Applications` choose `Register OAuth Application`.',
      'Fill in name, homepage and description.',
    ],
    redirect: 'Application Callback URL',
    terms: ['cloud', 'droplets', 'do'],
  }),
  heroku: app({
    at: 'https://dashboard.heroku.com/account/applications',
    make: [
      'Under `Account → Applications` find `API Clients` and choose `Register new API client`.',
      'Give it a name.',
    ],
    redirect: 'OAuth callback URL',
    keys: ['Client ID', 'Client Secret'],
    terms: ['hosting', 'salesforce'],
  }),
  cloudflare: app({
    at: 'https://dash.cloudflare.com/?to=/:account/oauth-clients',
    make: [
      'In the dashboard open `Manage account → OAuth clients` and choose `Create client`.',
      'Choose `client_secret_post` as its authentication, and the scopes, some of them optional if you like.',
    ],
    redirect: 'Redirect URLs',
    terms: ['cdn', 'workers', 'dns'],
  }),
  supabase: app({
    at: 'https://supabase.com/dashboard/org/_/apps',
    make: [
      'In an organization’s settings open `OAuth Apps` and choose `Add application`.',
      'Choose the permissions: they are fixed there.',
    ],
    redirect: 'Authorization callback URLs',
    terms: ['postgres', 'database'],
  }),
  railway: app({
    at: 'https://railway.com/workspace/developer',
    make: [
      'In a workspace’s settings open `Developer` and choose `New OAuth App`, of type `Web`.',
      'Fill in its name.',
    ],
    redirect: 'Redirect URIs',
    terms: ['hosting', 'deployments'],
  }),
  huggingface: app({
    at: 'https://huggingface.co/settings/applications/new',
    make: [
      'Under `Settings → Connected Apps` choose `Create App`.',
      'Tick the scopes that you will ask for.',
    ],
    redirect: 'Redirect URLs',
    keys: ['Client ID', 'App Secret'],
    terms: ['models', 'hf', 'transformers'],
  }),
  posthog: app({
    at: 'https://posthog.com/docs/api/oauth',
    make: [
      'Host a client metadata document or ask PostHog for an OAuth application.',
      'Choose the region, US or EU, in which your users’ projects are.',
    ],
    redirect: 'Redirect URIs',
    terms: ['analytics', 'feature flags'],
  }),
}
