/**
 * Gusto. Scopes are set on the app. Refresh tokens are single use. Demo host api.gusto-demo.com. Dated
 * X-Gusto-API-Version header.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const gusto = providerPage((): ProviderInput => ({
  slug: 'gusto',
  name: 'Gusto',
  docsUrl: 'https://docs.gusto.com/app-integrations/docs/oauth2',
  category: 'hr-payroll',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://api.gusto.com/oauth/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://api.gusto.com/oauth/token', bodyFormat: 'json' },
    refresh: { rotates: 'always' },
    userinfo: {
      url: 'https://api.gusto.com/v1/token_info',
      idPaths: ['resource.uuid'],
      labelPaths: ['resource_owner.uuid'],
    },
  },
}))
