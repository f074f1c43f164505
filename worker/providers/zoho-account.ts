/**
 * What all of Zoho's products share: one account, one consent page, one token endpoint in each data
 * centre. Every user lives in one of them, so the operator names it; a user of another one is refused
 * there. Errors come with status 200. The host of the API is in the answer (`api_domain`). A user and a
 * client have at most twenty refresh tokens: the oldest goes.
 */
import type { OAuthProvider, Scopes } from './definition.ts'
import type { ProviderInput, ProviderPage } from './define-provider.ts'

export type ZohoProduct = Pick<OAuthProvider, 'slug' | 'name' | 'category'> & {
  readonly docsUrl: string
  /** Beside the one that reads whose account it is, which is always asked for. */
  readonly scopes: Pick<Scopes, 'default' | 'available'>
}

const PROFILE = { value: 'AaaServer.profile.READ', description: 'Read the own user profile' }

export const zohoPage =
  (product: () => ZohoProduct): ProviderPage =>
  () =>
    zohoProduct(product())

const zohoProduct = ({ scopes, ...product }: ZohoProduct): ProviderInput => ({
  ...product,
  verified: 'recall',
  configFields: [
    {
      key: 'accounts_host',
      label: 'Data centre',
      description:
        'Where your users’ Zoho accounts are: accounts.zoho.com, .eu, .in, …; Canada has accounts.zohocloud.ca.',
      required: false,
      scope: 'integration',
      pattern:
        'accounts\\.zoho\\.(?:com|eu|in|com\\.au|jp|sa|com\\.cn|uk)|accounts\\.zohocloud\\.ca',
      example: 'accounts.zoho.eu',
      default: 'accounts.zoho.com',
    },
  ],
  oauth: {
    authorizationUrl: 'https://{accounts_host}/oauth/v2/auth',
    authorizationParams: { access_type: 'offline', prompt: 'consent' },
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://{accounts_host}/oauth/v2/token' },
    scopes: {
      default: [PROFILE.value, ...scopes.default],
      available: [PROFILE, ...scopes.available],
      separator: ',',
      mandatory: true,
    },
    callback: { keep: ['location', 'accounts-server'] },
    response: {
      scopeSeparator: ',',
      keep: ['api_domain'],
      errorMap: {
        invalid_code: 'invalid_grant',
        invalid_client_secret: 'invalid_client',
        // More than ten refreshes in ten minutes.
        'Access Denied': 'temporarily_unavailable',
      },
    },
    refresh: { rotates: 'never', reuseKills: false },
    revocation: {
      url: 'https://{accounts_host}/oauth/v2/token/revoke',
      auth: 'none',
      tokens: ['refresh'],
    },
    userinfo: {
      tokenScheme: 'Zoho-oauthtoken',
      url: 'https://{accounts_host}/oauth/user/info',
      idPaths: ['ZUID'],
      labelPaths: ['Email'],
    },
  },
})
