/**
 * PagerDuty. Classic OAuth used app.pagerduty.com and only read/write scopes. EU service region uses
 * identity/api.eu.pagerduty.com. REST keys use Authorization: Token token=KEY.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const pagerduty = providerPage((): ProviderInput => ({
  slug: 'pagerduty',
  name: 'PagerDuty',
  docsUrl: 'https://developer.pagerduty.com/docs/oauth-functionality',
  category: 'developer-tools',
  verified: 'recall',
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
  },
}))
