/** Workday. The API client is registered in one tenant, and its functional areas stand in place of scopes. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const workday = providerPage((): ProviderInput => ({
  slug: 'workday',
  name: 'Workday',
  docsUrl:
    'https://doc.workday.com/admin-guide/en-us/authentication-and-security/authentication/oauth/dan1370797831010.html',
  category: 'hr-payroll',
  verified: 'recall',
  configFields: [
    {
      key: 'authorization_host',
      label: 'Authorization host',
      description: 'Of the authorization endpoint of your API client.',
      required: true,
      scope: 'integration',
      pattern: '[a-z0-9.-]+\\.(?:workday|myworkday)\\.com',
      example: 'impl.workday.com',
    },
    {
      key: 'api_host',
      label: 'API host',
      description: 'Of the token endpoint of your API client.',
      required: true,
      scope: 'integration',
      pattern: '[a-z0-9.-]+\\.workday\\.com',
      example: 'wd2-impl-services1.workday.com',
    },
    {
      key: 'tenant',
      label: 'Tenant',
      description: 'The name of your tenant.',
      required: true,
      scope: 'integration',
      pattern: '[A-Za-z0-9_]+',
      example: 'acme_dpt1',
    },
  ],
  oauth: {
    authorizationUrl: 'https://{authorization_host}/{tenant}/authorize',
    token: {
      url: 'https://{api_host}/ccx/oauth2/{tenant}/token',
      clientAuthentication: 'basic_raw',
    },
    refresh: { rotates: 'never', reuseKills: false },
    revocation: { url: 'https://{api_host}/ccx/oauth2/{tenant}/revoke', auth: 'basic' },
    userinfo: {
      url: 'https://{api_host}/ccx/api/v1/{tenant}/workers/me',
      idPaths: ['id'],
      labelPaths: ['descriptor'],
    },
  },
}))
