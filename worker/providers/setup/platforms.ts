/** On which others build. */
import { app, type Guides } from './guide.ts'

export const PLATFORMS: Guides = {
  webflow: app({
    at: 'https://webflow.com/dashboard/workspace/integrations',
    make: [
      'In a workspace’s settings open `Apps & integrations` and choose `Create an app`.',
      'Switch `Data client (REST API)` on and tick the scopes.',
    ],
    redirect: 'Redirect URI',
    review: 'Nothing is reviewed; only a listing in the marketplace is.',
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
