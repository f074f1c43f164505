/**
 * YouTube. Refresh token only issued on first consent unless prompt=consent is sent. Apps in Testing
 * status: refresh tokens die after 7 days. At most 100 live refresh tokens per user and client; oldest
 * dropped silently. User may untick scopes, compare granted scope with requested.
 */
import {
  GOOGLE_IDENTITY_SCOPES,
  GOOGLE_SCOPE,
  googlePage,
  type GoogleProduct,
} from '../google-account.ts'

export const youtube = googlePage((): GoogleProduct => ({
  slug: 'youtube',
  name: 'YouTube',
  docsUrl: 'https://developers.google.com/youtube/v3/guides/authentication',
  category: 'social',
  scopes: {
    default: ['openid', 'email', `${GOOGLE_SCOPE}youtube.readonly`],
    available: [
      ...GOOGLE_IDENTITY_SCOPES,
      { value: `${GOOGLE_SCOPE}youtube.readonly`, description: 'Read account and videos' },
      { value: `${GOOGLE_SCOPE}youtube.upload`, description: 'Upload videos in YouTube' },
      { value: `${GOOGLE_SCOPE}youtube`, description: 'Manage account in YouTube' },
      { value: `${GOOGLE_SCOPE}yt-analytics.readonly`, description: 'Read channel analytics' },
    ],
  },
}))
