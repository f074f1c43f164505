/**
 * Google Docs. Refresh token only issued on first consent unless prompt=consent is sent. Apps in Testing
 * status: refresh tokens die after 7 days. At most 100 live refresh tokens per user and client; oldest
 * dropped silently. User may untick scopes, compare granted scope with requested.
 */
import {
  GOOGLE_IDENTITY_SCOPES,
  GOOGLE_SCOPE,
  googlePage,
  type GoogleProduct,
} from '../google-account.ts'

export const googleDocs = googlePage((): GoogleProduct => ({
  slug: 'google-docs',
  name: 'Google Docs',
  docsUrl: 'https://developers.google.com/docs/api/auth',
  category: 'productivity',
  scopes: {
    default: ['openid', 'email', `${GOOGLE_SCOPE}documents.readonly`],
    available: [
      ...GOOGLE_IDENTITY_SCOPES,
      { value: `${GOOGLE_SCOPE}documents`, description: 'Edit documents in Google Docs' },
      { value: `${GOOGLE_SCOPE}documents.readonly`, description: 'Read documents in Google Docs' },
      { value: `${GOOGLE_SCOPE}drive.file`, description: 'Only files opened with the app' },
    ],
  },
}))
