/** Railway. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const railway = providerPage((): ProviderInput => ({
  slug: 'railway',
  name: 'Railway',
  docsUrl: 'https://docs.railway.com/integrations/oauth',
  category: 'infrastructure',
  verified: 'recall',
  authMethods: ['oauth', 'api_key'],
  oauth: {
    authorizationUrl: 'https://backboard.railway.com/oauth/auth',
    token: {
      url: 'https://backboard.railway.com/oauth/token',
      clientAuthentication: 'basic_raw',
    },
    scopes: {
      default: ['openid', 'email', 'profile'],
      available: [
        { value: 'openid', description: 'Sign the user in (OpenID)' },
        { value: 'email', description: 'Read the account email address' },
        { value: 'profile', description: 'Read the basic user profile' },
        { value: 'offline_access', description: 'Issue a refresh token' },
        { value: 'workspace:viewer', description: 'Read workspaces in Railway' },
        { value: 'project:viewer', description: 'Read projects in Railway' },
      ],
    },
    refresh: { rotates: 'always' },
    userinfo: {
      url: 'https://backboard.railway.com/oauth/me',
      idPaths: ['sub'],
      labelPaths: ['email'],
    },
  },
}))
