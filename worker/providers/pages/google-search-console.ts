/**
 * Google Search Console. Refresh token only issued on first consent unless prompt=consent is sent. Apps in
 * Testing status: refresh tokens die after 7 days. At most 100 live refresh tokens per user and client;
 * oldest dropped silently. User may untick scopes, compare granted scope with requested.
 */
import {
  GOOGLE_IDENTITY_SCOPES,
  GOOGLE_SCOPE,
  googlePage,
  type GoogleProduct,
} from '../google-account.ts'

export const googleSearchConsole = googlePage((): GoogleProduct => ({
  slug: 'google-search-console',
  name: 'Google Search Console',
  docsUrl: 'https://developers.google.com/webmaster-tools/v1/how-tos/authorizing',
  category: 'analytics',
  scopes: {
    default: ['openid', 'email', `${GOOGLE_SCOPE}webmasters.readonly`],
    available: [
      ...GOOGLE_IDENTITY_SCOPES,
      {
        value: `${GOOGLE_SCOPE}webmasters`,
        description: 'Manage properties in Google Search Console',
      },
      { value: `${GOOGLE_SCOPE}webmasters.readonly`, description: 'Read search data' },
    ],
  },
}))
