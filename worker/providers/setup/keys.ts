/** Of and for developers, connected by a key alone. */
import { key, type Guides } from './guide.ts'

export const AI_KEYS: Guides = {
  openai: key({
    at: 'https://platform.openai.com/api-keys',
    open: 'Open `API keys` of the project that shall pay.',
    make: 'Choose `Create new secret key`, restricted to what your app does.',
    terms: ['chatgpt', 'gpt'],
  }),
  anthropic: key({
    at: 'https://console.anthropic.com/settings/keys',
    open: 'Open `Settings → API keys` of the workspace that shall pay.',
    make: 'Choose `Create Key` and copy it: it is shown once.',
    terms: ['claude'],
  }),
  'google-gemini': key({
    at: 'https://aistudio.google.com/apikey',
    open: 'Open `Get API key` in Google AI Studio.',
    make: 'Choose `Create API key` and a Google Cloud project for it.',
    terms: ['google ai', 'bard', 'gemini'],
  }),
  xai: key({
    at: 'https://console.x.ai',
    open: 'Open `API Keys` in the xAI console.',
    make: 'Choose `Create API key` and the models and endpoints that it may use.',
    terms: ['grok'],
  }),
  perplexity: key({
    at: 'https://www.perplexity.ai/account/api/keys',
    open: 'Open `API` in the settings, and make an API group if there is none.',
    make: 'Choose `Generate` and copy the key.',
    terms: ['search', 'sonar'],
  }),
  mistral: key({
    at: 'https://console.mistral.ai/api-keys',
    open: 'Open `API Keys` of the workspace.',
    make: 'Choose `Create new key`, with an end date if you want one.',
    terms: ['le chat'],
  }),
  elevenlabs: key({
    at: 'https://elevenlabs.io/app/settings/api-keys',
    open: 'Open `Settings → API Keys`.',
    make: 'Choose `Create Key` and the endpoints that it may use.',
    terms: ['voice', 'tts'],
  }),
  replicate: key({
    at: 'https://replicate.com/account/api-tokens',
    open: 'Open `Account settings → API tokens`.',
    make: 'Give the token a name and choose `Create token`.',
    terms: ['models'],
  }),
  exa: key({
    at: 'https://dashboard.exa.ai/api-keys',
    open: 'Open `API Keys` in the dashboard.',
    make: 'Choose `Create API Key`.',
    terms: ['search', 'metaphor'],
  }),
  apify: key({
    at: 'https://console.apify.com/settings/integrations',
    open: 'Open `Settings → API & Integrations`.',
    make: 'Choose `Add new token`, scoped to the actors and storages that your app needs.',
    terms: ['scraping', 'crawler'],
  }),
}

export const DEVELOPER_KEYS: Guides = {
  splunk: key({
    at: 'https://docs.splunk.com',
    open: 'In Splunk Web open `Settings → Tokens` and enable token authentication, if it is off.',
    make: 'Choose `New Token` for a user whose roles suffice.',
    after: ['Name the host of the instance’s management port as well.'],
    terms: ['logs', 'siem'],
  }),
  prefect: key({
    at: 'https://app.prefect.cloud/my/api-keys',
    open: 'Open `API Keys` in your profile.',
    make: 'Choose `Create API Key` and when it ends.',
    terms: ['workflows'],
  }),
  'pydantic-logfire': key({
    at: 'https://logfire.pydantic.dev',
    open: 'Open `Settings → Write tokens` (or `Read tokens`) of the project.',
    make: 'Choose `New write token`; the region is that of the project.',
    terms: ['observability', 'logfire'],
  }),
  algolia: key({
    at: 'https://dashboard.algolia.com/account/api-keys',
    open: 'Open `Settings → API Keys` of the application.',
    make: 'Under `All API Keys` choose `New API Key`, with its indices and its ACL. The admin key can do too much.',
    after: ['Name the `Application ID` as well: it is in the address of each call.'],
    terms: ['search'],
  }),
  grafana: key({
    at: 'https://grafana.com/docs/grafana/latest/administration/service-accounts/',
    open: 'In your Grafana open `Administration → Users and access → Service accounts`.',
    make: 'Add a service account with the role that suffices, and in it `Add service account token`.',
    after: ['Name the host of your Grafana as well.'],
    terms: ['dashboards', 'monitoring'],
  }),
  'new-relic': key({
    at: 'https://one.newrelic.com/launcher/api-keys-ui.api-keys-launcher',
    open: 'Open `API keys` from the user menu.',
    make: 'Choose `Create a key` of type `User`; ingest keys do not read.',
    terms: ['apm', 'monitoring'],
  }),
  launchdarkly: key({
    at: 'https://app.launchdarkly.com/settings/authorization',
    open: 'Open `Organization settings → Authorization`.',
    make: 'Under `Access tokens` choose `Create token`, with `Reader` or a role of your own.',
    terms: ['feature flags'],
  }),
  circleci: key({
    at: 'https://app.circleci.com/settings/user/tokens',
    open: 'Open `User Settings → Personal API Tokens`.',
    make: 'Choose `Create New Token`.',
    terms: ['ci', 'builds'],
  }),
  postman: key({
    at: 'https://go.postman.co/settings/me/api-keys',
    open: 'Open `Settings → API keys`.',
    make: 'Choose `Generate API Key`.',
    terms: ['api client'],
  }),
  cursor: key({
    at: 'https://cursor.com/dashboard?tab=integrations',
    open: 'Open `Integrations` in the dashboard.',
    make: 'Under `User API Keys` choose `New API Key`.',
    terms: ['ide', 'agents'],
  }),
  'incident-io': key({
    at: 'https://app.incident.io/settings/api-keys',
    open: 'Open `Settings → API keys`.',
    make: 'Choose `Add new` and tick what the key may do.',
    terms: ['incidents', 'on-call'],
  }),
  rootly: key({
    at: 'https://rootly.com/account/api_keys',
    open: 'Open `Manage API keys` from your organization’s menu.',
    make: 'Choose `Generate New API Key` and whose it is: yours, a team’s or the organization’s.',
    terms: ['incidents', 'on-call'],
  }),
  shortcut: key({
    at: 'https://app.shortcut.com/settings/account/api-tokens',
    open: 'Open `Settings → API Tokens`.',
    make: 'Name a token and choose `Generate Token`.',
    terms: ['clubhouse', 'stories'],
  }),
  neon: key({
    at: 'https://console.neon.tech/app/settings/api-keys',
    open: 'Open `Account settings → API keys`, or those of an organization.',
    make: 'Choose `Create new API key`.',
    terms: ['postgres', 'database'],
  }),
  clickhouse: key({
    at: 'https://console.clickhouse.cloud',
    open: 'Open `API keys` of your organization.',
    make: 'Choose `New API Key`, its role and when it ends.',
    after: ['The key is key id and key secret, joined by a colon.'],
    terms: ['database', 'warehouse'],
  }),
  metabase: key({
    at: 'https://www.metabase.com/docs/latest/people-and-groups/api-keys',
    open: 'In your Metabase open `Admin settings → Authentication → API Keys`.',
    make: 'Choose `Create API Key` and the group whose permissions it has.',
    after: ['Name the host of your Metabase as well.'],
    terms: ['bi', 'dashboards'],
  }),
  mixpanel: key({
    at: 'https://mixpanel.com/settings/org#serviceaccounts',
    open: 'Open `Organization settings → Service Accounts`.',
    make: 'Choose `Add Service Account`, its role and its projects.',
    after: ['The key is user name and secret, joined by a colon.'],
    terms: ['analytics', 'events'],
  }),
  amplitude: key({
    at: 'https://app.amplitude.com/analytics/settings/projects',
    open: 'Open `Settings → Projects` and choose the project.',
    make: 'Copy `API Key` and `Secret Key`.',
    after: ['The key is both, joined by a colon.'],
    terms: ['analytics', 'events'],
  }),
}
