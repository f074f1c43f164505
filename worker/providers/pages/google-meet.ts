/**
 * Google Meet. Refresh token only issued on first consent unless prompt=consent is sent. Apps in Testing
 * status: refresh tokens die after 7 days. At most 100 live refresh tokens per user and client; oldest
 * dropped silently. User may untick scopes, compare granted scope with requested.
 */
import {
  GOOGLE_IDENTITY_SCOPES,
  GOOGLE_SCOPE,
  googlePage,
  type GoogleProduct,
} from '../google-account.ts'

export const googleMeet = googlePage((): GoogleProduct => ({
  slug: 'google-meet',
  name: 'Google Meet',
  docsUrl: 'https://developers.google.com/meet/api/guides/authenticate-authorize',
  category: 'communication',
  scopes: {
    default: ['openid', 'email', `${GOOGLE_SCOPE}meetings.space.readonly`],
    available: [
      ...GOOGLE_IDENTITY_SCOPES,
      { value: `${GOOGLE_SCOPE}meetings.space.created`, description: 'Manage spaces the app made' },
      { value: `${GOOGLE_SCOPE}meetings.space.readonly`, description: 'Read any meeting space' },
    ],
  },
}))
