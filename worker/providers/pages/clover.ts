/**
 * Clover. The merchant is named by the callback, not by the token's answer; a token's end is told as a
 * time. Each region has hosts of its own.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const clover = providerPage((): ProviderInput => ({
  slug: 'clover',
  name: 'Clover',
  docsUrl: 'https://docs.clover.com/dev/docs/high-trust-app-auth-flow',
  category: 'payments',
  verified: 'recall',
  configFields: [
    {
      key: 'domain',
      label: 'Region',
      description:
        'clover.com for North America, eu.clover.com for Europe, la.clover.com for Latin America.',
      required: false,
      scope: 'installation',
      pattern: 'clover\\.com|eu\\.clover\\.com|la\\.clover\\.com',
      example: 'eu.clover.com',
      default: 'clover.com',
    },
  ],
  oauth: {
    authorizationUrl: 'https://www.{domain}/oauth/v2/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    callback: { keep: ['merchant_id'] },
    token: {
      url: 'https://api.{domain}/oauth/v2/token',
      refreshUrl: 'https://api.{domain}/oauth/v2/refresh',
      bodyFormat: 'json',
    },
    response: {
      expiresAt: 'access_token_expiration',
      refreshExpiresAt: 'refresh_token_expiration',
    },
    refresh: { rotates: 'always' },
    userinfo: {
      url: 'https://api.{domain}/v3/merchants/{token:merchant_id}',
      idPaths: ['token:merchant_id'],
      labelPaths: ['name', 'token:merchant_id'],
    },
  },
}))
