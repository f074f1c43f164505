/**
 * Wix. Install URL with appId and redirectUrl instead of standard parameters; new apps use
 * client_credentials with instance_id.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const wix = providerPage((): ProviderInput => ({
  slug: 'wix',
  name: 'Wix',
  docsUrl: 'https://dev.wix.com/docs/build-apps/develop-your-app/access/authentication/use-o-auth',
  category: 'content',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://www.wix.com/installer/install',
    authorizationOmits: ['response_type'],
    authorizationRename: { client_id: 'appId', redirect_uri: 'redirectUrl' },
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    callback: { keep: ['instanceId'] },
    token: { url: 'https://www.wixapis.com/oauth/access', bodyFormat: 'json' },
    refresh: { rotates: 'never', reuseKills: false },
    userinfo: {
      url: 'https://www.wixapis.com/apps/v1/instance',
      idPaths: ['instance.instanceId', 'token:instanceId'],
      labelPaths: ['site.siteDisplayName'],
    },
  },
}))
