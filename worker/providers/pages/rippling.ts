/** Rippling. Installing starts in the App Shop or at the app’s own authorization page. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const rippling = providerPage((): ProviderInput => ({
  slug: 'rippling',
  name: 'Rippling',
  docsUrl:
    'https://developer.rippling.com/documentation/developer-portal/v2-guides/authentication/oauth2',
  category: 'hr-payroll',
  verified: 'recall',
  authMethods: ['oauth', 'api_key'],
  configFields: [
    {
      key: 'app_name',
      label: 'App name',
      description: 'As it stands in your app’s authorization address.',
      required: true,
      scope: 'integration',
      pattern: '[A-Za-z0-9_-]+',
      example: 'acme-sync',
    },
  ],
  oauth: {
    authorizationUrl: 'https://app.rippling.com/apps/PLATFORM/{app_name}/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://api.rippling.com/api/o/token/', clientAuthentication: 'basic_raw' },
    refresh: { rotates: 'always' },
    userinfo: {
      url: 'https://api.rippling.com/platform/api/me',
      idPaths: ['id'],
      labelPaths: ['workEmail'],
    },
  },
}))
