/**
 * PagerDuty. A code lives 30 seconds, a token ten days. A scope that the app may not ask for is left out
 * without an error; classic apps know `read` and `write` alone. Accounts of the EU region are at
 * api.eu.pagerduty.com. REST keys use Authorization: Token token=KEY.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const pagerduty = providerPage((): ProviderInput => ({
  slug: 'pagerduty',
  name: 'PagerDuty',
  docsUrl: 'https://developer.pagerduty.com/docs/oauth-functionality',
  category: 'developer-tools',
  verified: 'docs',
  authMethods: ['oauth', 'api_key'],
  oauth: {
    authorizationUrl: 'https://identity.pagerduty.com/oauth/authorize',
    token: { url: 'https://identity.pagerduty.com/oauth/token' },
    scopes: {
      default: ['openid', 'users.read'],
      available: [
        { value: 'openid', description: 'Sign the user in (OpenID)' },
        { value: 'users.read', description: 'Read users in PagerDuty' },
        { value: 'incidents.read', description: 'Read incidents in PagerDuty' },
        { value: 'incidents.write', description: 'Edit incidents in PagerDuty' },
        { value: 'services.read', description: 'Read services in PagerDuty' },
        { value: 'schedules.read', description: 'Read schedules in PagerDuty' },
        { value: 'escalation_policies.read', description: 'Read escalation policies' },
        { value: 'read', description: 'Classic apps: read all' },
        { value: 'write', description: 'Classic apps: write all' },
      ],
    },
    refresh: { rotates: 'always' },
    userinfo: {
      url: 'https://api.pagerduty.com/users/me',
      headers: { accept: 'application/vnd.pagerduty+json;version=2' },
      idPaths: ['user.id'],
      labelPaths: ['user.email'],
    },
  },
}))
