/** Webflow. Workspace installs list several sites. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const webflow = providerPage((): ProviderInput => ({
  slug: 'webflow',
  name: 'Webflow',
  docsUrl: 'https://developers.webflow.com/data/reference/oauth-app',
  category: 'content',
  verified: 'recall',
  authMethods: ['oauth', 'api_key'],
  oauth: {
    authorizationUrl: 'https://webflow.com/oauth/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://api.webflow.com/oauth/access_token' },
    scopes: {
      default: ['authorized_user:read', 'sites:read'],
      available: [
        { value: 'authorized_user:read', description: 'Read authorising user' },
        { value: 'sites:read', description: 'Read sites in Webflow' },
        { value: 'sites:write', description: 'Publish sites in Webflow' },
        { value: 'cms:read', description: 'Read CMS items' },
        { value: 'cms:write', description: 'Edit CMS items' },
        { value: 'pages:read', description: 'Read pages in Webflow' },
        { value: 'forms:read', description: 'Read form submissions' },
        { value: 'assets:read', description: 'Read assets in Webflow' },
        { value: 'ecommerce:read', description: 'Read orders and products' },
      ],
    },
    revocation: {
      url: 'https://webflow.com/oauth/revoke_authorization',
      format: 'json',
      tokenParam: 'access_token',
      tokens: ['access'],
    },
    userinfo: {
      url: 'https://api.webflow.com/v2/token/authorized_by',
      idPaths: ['id'],
      labelPaths: ['email'],
    },
  },
}))
