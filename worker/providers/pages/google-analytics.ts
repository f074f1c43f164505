/**
 * Google Analytics. Refresh token only issued on first consent unless prompt=consent is sent. Apps in
 * Testing status: refresh tokens die after 7 days. At most 100 live refresh tokens per user and client;
 * oldest dropped silently. User may untick scopes, compare granted scope with requested.
 */
import {
  GOOGLE_IDENTITY_SCOPES,
  GOOGLE_SCOPE,
  googlePage,
  type GoogleProduct,
} from '../google-account.ts'

export const googleAnalytics = googlePage((): GoogleProduct => ({
  slug: 'google-analytics',
  name: 'Google Analytics',
  docsUrl: 'https://developers.google.com/analytics/devguides/reporting/data/v1',
  category: 'analytics',
  scopes: {
    default: ['openid', 'email', `${GOOGLE_SCOPE}analytics.readonly`],
    available: [
      ...GOOGLE_IDENTITY_SCOPES,
      { value: `${GOOGLE_SCOPE}analytics.readonly`, description: 'Read reports and config' },
      { value: `${GOOGLE_SCOPE}analytics.edit`, description: 'Edit account config' },
    ],
  },
}))
