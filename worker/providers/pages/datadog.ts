/**
 * Datadog. Every customer is on one of its sites; the callback names it again. The host of the sign-in is
 * app. and the site for some of them, the site itself for the others. Scopes are set on the client. Tokens live
 * an hour, refresh tokens for ever. OAuth is for partners of its marketplace.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const datadog = providerPage((): ProviderInput => ({
  slug: 'datadog',
  name: 'Datadog',
  docsUrl: 'https://docs.datadoghq.com/developers/authorization/oauth2_in_datadog/',
  category: 'developer-tools',
  verified: 'docs',
  authMethods: ['oauth', 'api_key'],
  configFields: [
    {
      key: 'sign_in_host',
      label: 'Sign-in host',
      description: 'Of the address where you sign in: app.datadoghq.com, us3.datadoghq.com, …',
      required: false,
      scope: 'installation',
      pattern:
        'app\\.datadoghq\\.com|us3\\.datadoghq\\.com|us5\\.datadoghq\\.com|app\\.datadoghq\\.eu|ap1\\.datadoghq\\.com|ap2\\.datadoghq\\.com|app\\.ddog-gov\\.com',
      example: 'app.datadoghq.eu',
      default: 'app.datadoghq.com',
    },
    {
      key: 'site',
      label: 'Datadog site',
      description: 'The same without app.: datadoghq.com, us3.datadoghq.com, …',
      required: false,
      scope: 'installation',
      pattern:
        'datadoghq\\.com|us3\\.datadoghq\\.com|us5\\.datadoghq\\.com|datadoghq\\.eu|ap1\\.datadoghq\\.com|ap2\\.datadoghq\\.com|ddog-gov\\.com',
      example: 'datadoghq.eu',
      default: 'datadoghq.com',
    },
  ],
  oauth: {
    authorizationUrl: 'https://{sign_in_host}/oauth2/v1/authorize',
    callback: { keep: ['site', 'domain'] },
    token: { url: 'https://api.{site}/oauth2/v1/token' },
    scopes: {
      available: [
        { value: 'user_access_read', description: 'Read users and their roles' },
        { value: 'dashboards_read', description: 'Read dashboards' },
        { value: 'metrics_read', description: 'Read metrics' },
        { value: 'monitors_read', description: 'Read monitors' },
        { value: 'events_read', description: 'Read events' },
        { value: 'incident_read', description: 'Read incidents' },
      ],
    },
    refresh: { rotates: 'always' },
    revocation: { url: 'https://api.{site}/oauth2/v1/revoke' },
    userinfo: {
      url: 'https://api.{site}/api/v2/current_user',
      idPaths: ['data.id'],
      labelPaths: ['data.attributes.email'],
    },
  },
}))
