/**
 * Adobe Acrobat Sign. Each account lives on a shard, whose own hosts it has to be asked at. Users sign in at any
 * of them; the callback tells which is theirs, and that one is used from then on. Refreshing has an address of its own. A refresh token unused for sixty days ends.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const adobeSign = providerPage((): ProviderInput => ({
  slug: 'adobe-sign',
  name: 'Adobe Acrobat Sign',
  docsUrl: 'https://opensource.adobe.com/acrobat-sign/developer_guide/oauth.html',
  category: 'e-signature',
  verified: 'docs',
  configFields: [
    {
      key: 'shard',
      label: 'Shard',
      description: 'Where users sign in first. Their own shard is told by Adobe.',
      required: false,
      scope: 'integration',
      pattern: '[a-z]{2}[0-9]',
      example: 'na1',
      default: 'na1',
    },
  ],
  oauth: {
    authorizationUrl: 'https://secure.{shard}.adobesign.com/public/oauth/v2',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    callback: {
      keep: ['api_access_point', 'web_access_point'],
      config: {
        shard: { param: 'api_access_point', as: 'https://api.{value}.adobesign.com/' },
      },
    },
    token: {
      url: 'https://api.{shard}.adobesign.com/oauth/v2/token',
      refreshUrl: 'https://api.{shard}.adobesign.com/oauth/v2/refresh',
    },
    scopes: {
      default: ['user_read:self', 'agreement_read:self'],
      available: [
        { value: 'user_read:self', description: 'Read the own user record' },
        { value: 'agreement_read:self', description: 'Read the own agreements' },
        { value: 'agreement_write:self', description: 'Edit the own agreements' },
        { value: 'agreement_send:self', description: 'Send agreements' },
        { value: 'library_read:self', description: 'Read templates' },
      ],
    },
    refresh: { rotates: 'never', reuseKills: false, idleDays: 60 },
    revocation: { url: 'https://api.{shard}.adobesign.com/oauth/v2/revoke', auth: 'none' },
    userinfo: {
      url: 'https://api.{shard}.adobesign.com/api/rest/v6/users/me',
      idPaths: ['id'],
      labelPaths: ['email'],
    },
  },
}))
