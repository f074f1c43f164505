/**
 * Google BigQuery. Refresh token only issued on first consent unless prompt=consent is sent. Apps in
 * Testing status: refresh tokens die after 7 days. At most 100 live refresh tokens per user and client;
 * oldest dropped silently. User may untick scopes, compare granted scope with requested.
 */
import {
  GOOGLE_IDENTITY_SCOPES,
  GOOGLE_SCOPE,
  googlePage,
  type GoogleProduct,
} from '../google-account.ts'

export const googleBigquery = googlePage((): GoogleProduct => ({
  slug: 'google-bigquery',
  name: 'Google BigQuery',
  docsUrl: 'https://cloud.google.com/bigquery/docs/authentication',
  category: 'data',
  scopes: {
    default: ['openid', 'email', `${GOOGLE_SCOPE}bigquery.readonly`],
    available: [
      ...GOOGLE_IDENTITY_SCOPES,
      { value: `${GOOGLE_SCOPE}bigquery`, description: 'Run queries and edit data' },
      { value: `${GOOGLE_SCOPE}bigquery.readonly`, description: 'Read data in Google BigQuery' },
    ],
  },
}))
