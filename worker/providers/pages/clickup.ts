/**
 * ClickUp. No scopes: user picks workspaces at consent. Personal tokens (pk_) go bare in Authorization,
 * OAuth tokens with Bearer.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const clickup = providerPage((): ProviderInput => ({
  slug: 'clickup',
  name: 'ClickUp',
  docsUrl: 'https://developer.clickup.com/docs/authentication',
  category: 'project-management',
  verified: 'docs',
  authMethods: ['oauth', 'api_key'],
  oauth: {
    authorizationUrl: 'https://app.clickup.com/api',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://api.clickup.com/api/v2/oauth/token' },
    userinfo: {
      url: 'https://api.clickup.com/api/v2/user',
      idPaths: ['user.id'],
      labelPaths: ['user.email', 'user.username'],
    },
  },
}))
