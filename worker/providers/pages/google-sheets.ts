/**
 * Google Sheets. Refresh token only issued on first consent unless prompt=consent is sent. Apps in Testing
 * status: refresh tokens die after 7 days. At most 100 live refresh tokens per user and client; oldest
 * dropped silently. User may untick scopes, compare granted scope with requested.
 */
import {
  GOOGLE_IDENTITY_SCOPES,
  GOOGLE_SCOPE,
  googlePage,
  type GoogleProduct,
} from '../google-account.ts'

export const googleSheets = googlePage((): GoogleProduct => ({
  slug: 'google-sheets',
  name: 'Google Sheets',
  docsUrl: 'https://developers.google.com/sheets/api/scopes',
  category: 'productivity',
  scopes: {
    default: ['openid', 'email', `${GOOGLE_SCOPE}spreadsheets.readonly`],
    available: [
      ...GOOGLE_IDENTITY_SCOPES,
      { value: `${GOOGLE_SCOPE}spreadsheets`, description: 'Edit spreadsheets in Google Sheets' },
      {
        value: `${GOOGLE_SCOPE}spreadsheets.readonly`,
        description: 'Read spreadsheets in Google Sheets',
      },
      { value: `${GOOGLE_SCOPE}drive.file`, description: 'Only files opened with the app' },
    ],
  },
}))
