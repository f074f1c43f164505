/** Where people show themselves: networks, pictures, streams. */
import { app, type Guides } from './guide.ts'

const META_REVIEW =
  'Until App Review has granted advanced access, only people with a role in the app can connect. Meta asks for a verified business.'

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
