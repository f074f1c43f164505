/** Databricks. The client belongs to one account console, and each workspace has a host of its own. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const databricks = providerPage((): ProviderInput => ({
  slug: 'databricks',
  name: 'Databricks',
  docsUrl: 'https://docs.databricks.com/aws/en/dev-tools/auth/oauth-u2m',
  category: 'data',
  verified: 'recall',
  authMethods: ['oauth', 'api_key', 'client_credentials'],
  configFields: [
    {
      key: 'workspace_host',
      label: 'Workspace host',
      description: 'Of your workspace’s address.',
      required: true,
      scope: 'integration',
      pattern:
        '[a-z0-9.-]+\\.(?:cloud\\.databricks\\.com|azuredatabricks\\.net|gcp\\.databricks\\.com)',
      example: 'dbc-a1b2c3d4-e5f6.cloud.databricks.com',
    },
  ],
  oauth: {
    authorizationUrl: 'https://{workspace_host}/oidc/v1/authorize',
    token: { url: 'https://{workspace_host}/oidc/v1/token', clientAuthentication: 'basic_raw' },
    scopes: {
      default: ['all-apis', 'offline_access'],
      available: [
        { value: 'all-apis', description: 'All workspace APIs' },
        { value: 'sql', description: 'SQL APIs in Databricks' },
        { value: 'offline_access', description: 'Issue a refresh token' },
        { value: 'openid', description: 'Sign the user in (OpenID)' },
        { value: 'email', description: 'Read the account email address' },
      ],
    },
    refresh: { rotates: 'always' },
    userinfo: {
      url: 'https://{workspace_host}/api/2.0/preview/scim/v2/Me',
      idPaths: ['id'],
      labelPaths: ['userName'],
    },
  },
}))
