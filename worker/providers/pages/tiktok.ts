/** TikTok. It calls the client’s id client_key. A refresh brings another refresh token, and the one before is dead. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const tiktok = providerPage((): ProviderInput => ({
  slug: 'tiktok',
  name: 'TikTok',
  docsUrl: 'https://developers.tiktok.com/doc/oauth-user-access-token-management',
  category: 'social',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://www.tiktok.com/v2/auth/authorize/',
    rename: { client_id: 'client_key' },
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://open.tiktokapis.com/v2/oauth/token/' },
    scopes: {
      default: ['user.info.basic'],
      available: [
        { value: 'user.info.basic', description: 'Read basic profile' },
        { value: 'user.info.profile', description: 'Read profile links' },
        { value: 'user.info.stats', description: 'Read follower counts' },
        { value: 'video.list', description: 'List own videos' },
        { value: 'video.upload', description: 'Upload drafts in TikTok' },
        { value: 'video.publish', description: 'Publish videos in TikTok' },
      ],
      separator: ',',
    },
    response: {
      scopeSeparator: ',',
      keep: ['open_id'],
      members: { refresh_token_expires_in: 'refresh_expires_in' },
    },
    refresh: { rotates: 'always', idleDays: 180 },
    revocation: { url: 'https://open.tiktokapis.com/v2/oauth/revoke/', tokens: ['access'] },
    userinfo: {
      url: 'https://open.tiktokapis.com/v2/user/info/?fields=open_id,display_name,avatar_url',
      idPaths: ['data.user.open_id'],
      labelPaths: ['data.user.display_name'],
    },
  },
}))
