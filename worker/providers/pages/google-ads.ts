/**
 * Google Ads. API calls also need a developer-token header. Refresh token only issued on first consent
 * unless prompt=consent is sent. Apps in Testing status: refresh tokens die after 7 days. At most 100 live
 * refresh tokens per user and client; oldest dropped silently. User may untick scopes, compare granted
 * scope with requested.
 */
import {
  GOOGLE_IDENTITY_SCOPES,
  GOOGLE_SCOPE,
  googlePage,
  type GoogleProduct,
} from '../google-account.ts'

export const googleAds = googlePage((): GoogleProduct => ({
  slug: 'google-ads',
  name: 'Google Ads',
  docsUrl: 'https://developers.google.com/google-ads/api/docs/oauth/overview',
  category: 'marketing',
  scopes: {
    default: ['openid', 'email', `${GOOGLE_SCOPE}adwords`],
    available: [
      ...GOOGLE_IDENTITY_SCOPES,
      { value: `${GOOGLE_SCOPE}adwords`, description: 'Manage ad campaigns' },
    ],
  },
}))
