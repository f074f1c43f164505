/**
 * What all of Google's products share: one account, one consent page, one token endpoint. A refresh token
 * comes only with `access_type=offline`, and on a second consent only with `prompt=consent`; it does not
 * rotate. The user may untick scopes, and `email` and `profile` come back as URLs.
 */
import type { OAuthProvider, Scopes } from './definition.ts'
import type { ProviderInput, ProviderPage } from './define-provider.ts'

export type GoogleProduct = Pick<OAuthProvider, 'slug' | 'name' | 'category'> & {
  readonly docsUrl: string
  readonly scopes: Pick<Scopes, 'default' | 'available'> & Partial<Pick<Scopes, 'implies'>>
}

export const GOOGLE_SCOPE = 'https://www.googleapis.com/auth/'

/** The choices that every Google product offers. */
export const GOOGLE_IDENTITY_SCOPES = [
  { value: 'openid', description: 'Sign-in identity' },
  { value: 'email', description: 'Read the account’s email address' },
  { value: 'profile', description: 'Read the basic profile' },
]

export const googlePage =
  (product: () => GoogleProduct): ProviderPage =>
  () =>
    googleProduct(product())

const googleProduct = ({ scopes, ...product }: GoogleProduct): ProviderInput => ({
  ...product,
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://accounts.google.com/o/oauth2/v2/auth',
    authorizationParams: { access_type: 'offline', prompt: 'consent' },
    issuer: 'https://accounts.google.com',
    token: { url: 'https://oauth2.googleapis.com/token' },
    scopes: {
      ...scopes,
      aliases: {
        email: `${GOOGLE_SCOPE}userinfo.email`,
        profile: `${GOOGLE_SCOPE}userinfo.profile`,
      },
    },
    response: {
      errorMap: { admin_policy_enforced: 'invalid_grant', org_internal: 'invalid_grant' },
    },
    refresh: { rotates: 'never', reuseKills: false, idleDays: 180 },
    revocation: { url: 'https://oauth2.googleapis.com/revoke', auth: 'none', grantWide: true },
    userinfo: {
      url: 'https://openidconnect.googleapis.com/v1/userinfo',
      idPaths: ['sub'],
      labelPaths: ['email', 'name'],
      picture: { from: 'picture' },
    },
  },
})
