/**
 * Facebook. There is no refresh token: a token is exchanged for one of about sixty days, by itself, while
 * it lives. The version in the addresses is one of Graph, retired after some two years.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const facebook = providerPage((): ProviderInput => ({
  slug: 'facebook',
  name: 'Facebook',
  docsUrl: 'https://developers.facebook.com/docs/facebook-login/guides/advanced/manual-flow',
  category: 'social',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://www.facebook.com/v24.0/dialog/oauth',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://graph.facebook.com/v24.0/oauth/access_token' },
    scopes: {
      default: ['public_profile', 'email'],
      available: [
        { value: 'public_profile', description: 'Read public profile' },
        { value: 'email', description: 'Read the account email address' },
        { value: 'pages_show_list', description: 'List managed pages' },
        { value: 'pages_read_engagement', description: 'Read page content' },
        { value: 'pages_manage_posts', description: 'Publish to pages' },
        { value: 'ads_read', description: 'Read ads insights' },
        { value: 'ads_management', description: 'Manage ads in Facebook' },
        { value: 'business_management', description: 'Manage business assets' },
        { value: 'leads_retrieval', description: 'Read lead forms' },
      ],
      separator: ',',
    },
    response: {
      scopeSeparator: ',',
      defaultLifetimeSeconds: 5184000,
      errorPath: 'error.code',
      errorMap: {
        102: 'invalid_grant',
        190: 'invalid_grant',
        101: 'invalid_client',
        1: 'temporarily_unavailable',
        2: 'temporarily_unavailable',
        4: 'temporarily_unavailable',
        17: 'temporarily_unavailable',
      },
    },
    refresh: {
      by: { kind: 'access_token', grantType: 'fb_exchange_token', tokenParam: 'fb_exchange_token' },
      rotates: 'never',
      reuseKills: false,
    },
    revocation: {
      url: 'https://graph.facebook.com/v24.0/me/permissions',
      method: 'DELETE',
      auth: 'bearer',
      tokens: ['access'],
      grantWide: true,
    },
    userinfo: {
      url: 'https://graph.facebook.com/v24.0/me?fields=id,name,email',
      idPaths: ['id'],
      labelPaths: ['name', 'email'],
    },
  },
}))
