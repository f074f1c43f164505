/**
 * Figma. Refresh goes to a separate URL and returns no new refresh token. Code must be exchanged within 30
 * seconds. Old scope files:read is deprecated; older docs use comma separators. Older token host
 * www.figma.com/api/oauth/token is retired.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const figma = providerPage((): ProviderInput => ({
  slug: 'figma',
  name: 'Figma',
  docsUrl: 'https://developers.figma.com/docs/rest-api/authentication',
  category: 'design',
  verified: 'recall',
  authMethods: ['oauth', 'api_key'],
  oauth: {
    authorizationUrl: 'https://www.figma.com/oauth',
    token: {
      url: 'https://api.figma.com/v1/oauth/token',
      refreshUrl: 'https://api.figma.com/v1/oauth/refresh',
      clientAuthentication: 'basic_raw',
    },
    scopes: {
      mandatory: true,
      default: ['current_user:read'],
      available: [
        { value: 'current_user:read', description: 'Read the own user profile' },
        { value: 'file_content:read', description: 'Read file content' },
        { value: 'file_metadata:read', description: 'Read file metadata' },
        { value: 'file_comments:read', description: 'Read comments in Figma' },
        { value: 'file_comments:write', description: 'Post comments in Figma' },
        { value: 'file_variables:read', description: 'Read variables (Enterprise)' },
        { value: 'projects:read', description: 'List projects in Figma' },
        { value: 'library_content:read', description: 'Read published libraries' },
        { value: 'webhooks:write', description: 'Manage webhooks in Figma' },
      ],
    },
    refresh: { rotates: 'never', reuseKills: false },
    userinfo: {
      url: 'https://api.figma.com/v1/me',
      idPaths: ['id'],
      labelPaths: ['email'],
      picture: { from: 'img_url' },
    },
  },
}))
