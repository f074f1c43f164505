/**
 * ServiceNow. The client is registered on one instance, which also sets the lifetimes: 30 minutes and 100
 * days unless changed.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const servicenow = providerPage((): ProviderInput => ({
  slug: 'servicenow',
  name: 'ServiceNow',
  docsUrl:
    'https://www.servicenow.com/docs/bundle/zurich-platform-security/page/administer/security/concept/c_OAuthApplications.html',
  category: 'it-service',
  verified: 'recall',
  authMethods: ['oauth', 'client_credentials'],
  configFields: [
    {
      key: 'instance',
      label: 'Instance',
      description: 'The first part of your instance’s address: acmedev of acmedev.service-now.com.',
      required: true,
      scope: 'integration',
      pattern: '[a-z0-9][a-z0-9-]*',
      example: 'acmedev',
    },
  ],
  oauth: {
    authorizationUrl: 'https://{instance}.service-now.com/oauth_auth.do',
    token: { url: 'https://{instance}.service-now.com/oauth_token.do' },
    scopes: {
      default: ['useraccount'],
      available: [{ value: 'useraccount', description: 'Everything the user can do' }],
    },
    refresh: { rotates: 'never', reuseKills: false, idleDays: 100 },
    revocation: { url: 'https://{instance}.service-now.com/oauth_revoke_token.do', auth: 'none' },
    userinfo: {
      url: 'https://{instance}.service-now.com/api/now/ui/user/current_user',
      idPaths: ['result.user_sys_id'],
      labelPaths: ['result.user_name', 'result.user_display_name'],
    },
  },
}))
