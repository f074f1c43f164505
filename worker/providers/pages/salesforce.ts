/**
 * Salesforce. Users sign in at login.salesforce.com or at their organization's own My Domain; a token is
 * refreshed where it was made. The API's host is in the answer (`instance_url`). No lifetime is told: it
 * is the organization's session policy, two hours unless changed.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const salesforce = providerPage((): ProviderInput => ({
  slug: 'salesforce',
  name: 'Salesforce',
  docsUrl: 'https://help.salesforce.com/s/articleView?id=sf.remoteaccess_oauth_endpoints.htm',
  category: 'crm',
  verified: 'recall',
  authMethods: ['oauth', 'client_credentials'],
  configFields: [
    {
      key: 'mydomain',
      label: 'My Domain',
      description:
        'What stands before .salesforce.com in your organization’s address, such as acme.my; test for a sandbox.',
      required: false,
      scope: 'installation',
      pattern: 'login|test|[a-z0-9][a-z0-9-]*(?:\\.(?:sandbox|develop|scratch|trailblaze))?\\.my',
      example: 'acme.my',
      default: 'login',
    },
  ],
  oauth: {
    authorizationUrl: 'https://{mydomain}.salesforce.com/services/oauth2/authorize',
    adminDenials: ['OAUTH_APP_BLOCKED', 'OAUTH_APP_ACCESS_DENIED'],
    token: { url: 'https://{mydomain}.salesforce.com/services/oauth2/token' },
    scopes: {
      default: ['api', 'refresh_token', 'openid'],
      available: [
        { value: 'api', description: 'REST and SOAP APIs' },
        { value: 'refresh_token', description: 'Issue a refresh token' },
        { value: 'offline_access', description: 'Synonym of refresh_token' },
        { value: 'openid', description: 'Issue an OpenID identity token' },
        { value: 'id', description: 'Identity URL in Salesforce' },
        { value: 'profile', description: 'Read the basic user profile' },
        { value: 'email', description: 'Read the account email address' },
        { value: 'full', description: 'Everything the user can do' },
        { value: 'web', description: 'Browser access in Salesforce' },
        { value: 'chatter_api', description: 'Chatter API in Salesforce' },
      ],
    },
    response: {
      keep: ['instance_url'],
      defaultLifetimeSeconds: 7200,
      errorMap: {
        inactive_user: 'invalid_grant',
        inactive_org: 'invalid_grant',
        invalid_client_id: 'invalid_client',
        invalid_client_credentials: 'invalid_client',
        rate_limit_exceeded: 'temporarily_unavailable',
      },
    },
    refresh: { rotates: 'never', reuseKills: false },
    revocation: {
      url: 'https://{mydomain}.salesforce.com/services/oauth2/revoke',
      auth: 'none',
    },
    userinfo: {
      url: 'https://{mydomain}.salesforce.com/services/oauth2/userinfo',
      idPaths: ['user_id'],
      labelPaths: ['preferred_username', 'email'],
    },
  },
}))
