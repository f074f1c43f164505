/**
 * Google Slides. Refresh token only issued on first consent unless prompt=consent is sent. Apps in Testing
 * status: refresh tokens die after 7 days. At most 100 live refresh tokens per user and client; oldest
 * dropped silently. User may untick scopes, compare granted scope with requested.
 */
import {
  GOOGLE_IDENTITY_SCOPES,
  GOOGLE_SCOPE,
  googlePage,
  type GoogleProduct,
} from '../google-account.ts'

export const googleSlides = googlePage((): GoogleProduct => ({
  slug: 'google-slides',
  name: 'Google Slides',
  docsUrl: 'https://developers.google.com/slides/api/scopes',
  category: 'productivity',
  scopes: {
    default: ['openid', 'email', `${GOOGLE_SCOPE}presentations.readonly`],
    available: [
      ...GOOGLE_IDENTITY_SCOPES,
      { value: `${GOOGLE_SCOPE}presentations`, description: 'Edit presentations in Google Slides' },
      {
        value: `${GOOGLE_SCOPE}presentations.readonly`,
        description: 'Read presentations in Google Slides',
      },
    ],
  },
}))
