/**
 * NetSuite. The integration record lives in one account. A grant ends after seven days, however often it
 * was refreshed.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const netsuite = providerPage((): ProviderInput => ({
  slug: 'netsuite',
  name: 'NetSuite',
  docsUrl:
    'https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/section_157771281570.html',
  category: 'finance',
  verified: 'recall',
  authMethods: ['oauth', 'client_credentials'],
  configFields: [
    {
      key: 'account_id',
      label: 'Account ID',
      description: 'As in your account’s address, with a hyphen for an underscore.',
      required: true,
      scope: 'integration',
      pattern: '[a-z0-9-]+',
      example: '1234567-sb1',
    },
  ],
  oauth: {
    authorizationUrl: 'https://{account_id}.app.netsuite.com/app/login/oauth2/authorize.nl',
    token: {
      url: 'https://{account_id}.suitetalk.api.netsuite.com/services/rest/auth/oauth2/v1/token',
      clientAuthentication: 'basic_raw',
    },
    scopes: {
      default: ['rest_webservices'],
      available: [
        { value: 'rest_webservices', description: 'REST API in NetSuite' },
        { value: 'restlets', description: 'RESTlets in NetSuite' },
        { value: 'suite_analytics', description: 'SuiteAnalytics Connect in NetSuite' },
      ],
    },
    response: {},
    refresh: { rotates: 'never', reuseKills: false, absoluteDays: 7 },
    revocation: {
      url: 'https://{account_id}.suitetalk.api.netsuite.com/services/rest/auth/oauth2/v1/revoke',
      auth: 'basic',
    },
  },
}))
