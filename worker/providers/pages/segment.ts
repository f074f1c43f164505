/**
 * Segment. Everyday use is a Public API token (EU host eu1.api.segmentapis.com); OAuth is for partners, whose
 * tokens live an hour and come without a refresh token: the client asks for the next one at an address of the
 * installation, which is not done here, so users connect again.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const segment = providerPage((): ProviderInput => ({
  slug: 'segment',
  name: 'Segment',
  docsUrl: 'https://segment.com/docs/api/public-api/',
  category: 'data',
  verified: 'docs',
  authMethods: ['oauth', 'api_key'],
  oauth: {
    authorizationUrl: 'https://id.segmentapis.com/oauth2/auth',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: {
      url: 'https://id.segmentapis.com/oauth2/token',
      clientAuthentication: 'basic_raw',
    },
    scopes: {
      available: [
        { value: 'workspace:read', description: 'Read workspace in Segment' },
        { value: 'workspace', description: 'Manage workspace in Segment' },
      ],
    },
    response: { keep: ['install_name', 'app_name', 'workspace_names.0'] },
    userinfo: {
      idPaths: ['token:install_name'],
      labelPaths: ['token:workspace_names_0', 'token:install_name'],
    },
  },
}))
