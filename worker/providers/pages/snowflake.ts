/**
 * Snowflake. Client and host are those of one account, so the operator or each organization sets both up
 * (CREATE SECURITY INTEGRATION). Roles such as ACCOUNTADMIN are refused by default.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const snowflake = providerPage((): ProviderInput => ({
  slug: 'snowflake',
  name: 'Snowflake',
  docsUrl: 'https://docs.snowflake.com/en/user-guide/oauth-custom',
  category: 'data',
  verified: 'recall',
  configFields: [
    {
      key: 'account',
      label: 'Account identifier',
      description: 'Of your account’s address: acme-prod of acme-prod.snowflakecomputing.com.',
      required: true,
      scope: 'integration',
      pattern: '[a-z0-9][a-z0-9-]*(?:\\.[a-z0-9-]+)?(?:\\.[a-z0-9-]+)?',
      example: 'acme-prod',
    },
  ],
  oauth: {
    authorizationUrl: 'https://{account}.snowflakecomputing.com/oauth/authorize',
    token: {
      url: 'https://{account}.snowflakecomputing.com/oauth/token-request',
      clientAuthentication: 'basic_raw',
    },
    scopes: {
      default: ['refresh_token'],
      available: [{ value: 'refresh_token', description: 'Keep access while the user is away' }],
      notEchoed: ['refresh_token'],
    },
    response: { keep: ['username'] },
    refresh: { rotates: 'never', reuseKills: false, absoluteDays: 90 },
  },
}))
