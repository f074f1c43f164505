/** Code, errors, deployments. */
import { app, type Guides } from './guide.ts'

const ATLASSIAN = (product: string, terms: readonly string[]) =>
  app({
    at: 'https://developer.atlassian.com/console/myapps/',
    make: [
      'In the Atlassian developer console choose `Create → OAuth 2.0 integration`.',
      `Under \`Permissions\` add ${product} and, in it, each scope that you will ask for.`,
      'Under `Authorization` configure `OAuth 2.0 (3LO)`.',
    ],
    redirect: 'Callback URL',
    after: ['Under `Distribution` switch sharing on, else nobody but you can connect.'],
    keys: ['Client ID', 'Secret'],
    review: 'A shared app shows a warning until it is listed in the Atlassian Marketplace.',
    terms: ['atlassian', ...terms],
  })

export const DEVELOPER_TOOLS: Guides = {
  github: app({
    at: 'https://github.com/settings/developers',
    make: [
      'Under `Developer settings → OAuth Apps` choose `New OAuth App`; for an organization’s app do it in the organization’s settings.',
      'Fill in name and homepage: your users read both when they are asked.',
    ],
    redirect: 'Authorization callback URL',
    after: ['Choose `Generate a new client secret`; it is shown once.'],
    review:
      'Organizations with OAuth app restrictions have to approve the app before it sees their repositories.',
    terms: ['git', 'repositories', 'gh'],
  }),
  gitlab: app({
    at: 'https://gitlab.com/-/user_settings/applications',
    make: [
      'Under `Preferences → Applications` choose `Add new application`; a group’s owner does it in the group’s settings.',
      'Leave `Confidential` on.',
    ],
    redirect: 'Redirect URI',
    after: ['Tick each scope that you will ask for; others are refused.'],
    keys: ['Application ID', 'Secret'],
    terms: ['git', 'repositories', 'gl'],
  }),
  bitbucket: app({
    at: 'https://bitbucket.org/account/workspaces/',
    make: ['In the settings of a workspace open `OAuth consumers` and choose `Add consumer`.'],
    redirect: 'Callback URL',
    after: [
      'Tick the permissions: they are fixed here, not asked for later.',
      'Leave `This is a private consumer` on.',
    ],
    keys: ['Key', 'Secret'],
    terms: ['git', 'repositories', 'atlassian'],
  }),
  atlassian: ATLASSIAN('the APIs that you need', ['jira', 'confluence']),
  jira: ATLASSIAN('`Jira API`', ['jira cloud', 'issues', 'tickets']),
  confluence: ATLASSIAN('`Confluence API`', ['wiki', 'docs']),
  sentry: app({
    at: 'https://sentry.io/settings/account/api/applications/',
    make: [
      'Under `User settings → API → Applications` choose `Create New Application`.',
      'Give it a name and your homepage.',
    ],
    redirect: 'Authorized Redirect URIs',
    keys: ['Client ID', 'Client Secret'],
    terms: ['errors', 'monitoring'],
  }),
  pagerduty: app({
    at: 'https://developer.pagerduty.com/',
    make: [
      'In PagerDuty open `Integrations → App Registration` and choose `New App`.',
      'Add `OAuth 2.0` and choose `Scoped OAuth`; tick the scopes that you will ask for.',
    ],
    redirect: 'Redirect URL',
    keys: ['Client ID', 'Client Secret'],
    terms: ['on-call', 'incidents'],
  }),
  vercel: app({
    at: 'https://vercel.com/dashboard/integrations/console',
    make: [
      'Open the integrations console of your team and choose `Create`.',
      'Fill in name, `URL slug` and the texts for the listing.',
    ],
    redirect: 'Redirect URL',
    after: [
      'Choose the API scopes: they are fixed on the integration.',
      'Put the `URL slug` into the integration’s settings here, if it asks for one.',
    ],
    keys: ['Client ID', 'Client Secret (Integration Secret)'],
    review:
      'Community integrations are reviewed before they are listed; until then only people with its link install it.',
    terms: ['deployments', 'hosting', 'zeit'],
  }),
  netlify: app({
    at: 'https://app.netlify.com/user/applications',
    make: [
      'Under `User settings → Applications → OAuth` choose `New OAuth app`.',
      'There are no scopes: a token can do all that its user can.',
    ],
    redirect: 'Redirect URI',
    keys: ['Client ID', 'Secret'],
    terms: ['hosting', 'deployments'],
  }),
  datadog: app({
    at: 'https://app.datadoghq.com/apps',
    make: [
      'OAuth clients are for Datadog’s technology partners: join the partner network first.',
      'In the Developer Platform choose `New Listing`, and in it `OAuth & Permissions → Create Confidential Client`.',
    ],
    redirect: 'Redirect URIs',
    after: ['Choose the scopes that you will ask for.'],
    review: 'A client works in your own organization until Datadog has reviewed the listing.',
    terms: ['monitoring', 'apm', 'logs'],
  }),
  wakatime: app({
    at: 'https://wakatime.com/apps',
    make: ['Open `Apps` and choose `Create new app`.', 'Give it a name and a website.'],
    redirect: 'Authorized Redirect URI',
    keys: ['App ID', 'App Secret'],
    terms: ['coding time'],
  }),
  lokalise: app({
    at: 'https://app.lokalise.com/',
    make: [
      'Ask Lokalise’s partner support for an OAuth 2 app; there is no form for it.',
      'Name your app, its scopes and its redirect URI in the request.',
    ],
    keys: ['Client ID', 'Client secret'],
    review: 'Lokalise creates the app by hand.',
    terms: ['translations', 'localization', 'l10n'],
  }),
  crowdin: app({
    at: 'https://crowdin.com/settings#api-key',
    make: [
      'Under `Account Settings → API` find `OAuth Apps` and choose `New App`.',
      'Tick the scopes that you will ask for.',
    ],
    redirect: 'Authorization Callback URL',
    keys: ['Client ID', 'Client Secret'],
    terms: ['translations', 'localization', 'l10n'],
  }),
  stackexchange: app({
    at: 'https://stackapps.com/apps/oauth/register',
    make: [
      'Register the app on Stack Apps.',
      'Leave `Client Side OAuth Flow` off: the server-side flow is meant.',
    ],
    redirect: 'OAuth Domain (its host alone)',
    after: ['Keep the `Key` that is shown, too: your calls send it for a higher quota.'],
    keys: ['Client Id', 'Client Secret'],
    terms: ['stack overflow', 'stackoverflow'],
  }),
}
