/**
 * LinkedIn. Refresh tokens only for approved partners; their 365 days do not extend on use. Granted scope
 * is comma separated in the response. Versioned calls need a LinkedIn-Version header.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const linkedin = providerPage((): ProviderInput => ({
  slug: 'linkedin',
  name: 'LinkedIn',
  docsUrl:
    'https://learn.microsoft.com/en-us/linkedin/shared/authentication/authorization-code-flow',
  category: 'social',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://www.linkedin.com/oauth/v2/authorization',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://www.linkedin.com/oauth/v2/accessToken' },
    scopes: {
      default: ['openid', 'profile', 'email'],
      available: [
        { value: 'openid', description: 'Sign the user in (OpenID)' },
        { value: 'profile', description: 'Read name and photo' },
        { value: 'email', description: 'Read the account email address' },
        { value: 'w_member_social', description: 'Post as member' },
        { value: 'r_organization_social', description: 'Read page posts (partner)' },
        { value: 'w_organization_social', description: 'Post as page (partner)' },
        { value: 'rw_ads', description: 'Manage ads (partner)' },
      ],
    },
    denials: ['user_cancelled_authorize', 'user_cancelled_login'],
    response: { scopeSeparator: ',' },
    refresh: { rotates: 'never', reuseKills: false, absoluteDays: 365 },
    revocation: { url: 'https://www.linkedin.com/oauth/v2/revoke', tokens: ['access'] },
    userinfo: {
      url: 'https://api.linkedin.com/v2/userinfo',
      idPaths: ['sub'],
      labelPaths: ['email', 'name'],
    },
  },
}))
