/**
 * Google Cloud. Workspace admins can force re-auth of Cloud scopes (invalid_rapt). Refresh token only
 * issued on first consent unless prompt=consent is sent. Apps in Testing status: refresh tokens die after
 * 7 days. At most 100 live refresh tokens per user and client; oldest dropped silently. User may untick
 * scopes, compare granted scope with requested.
 */
import {
  GOOGLE_IDENTITY_SCOPES,
  GOOGLE_SCOPE,
  googlePage,
  type GoogleProduct,
} from '../google-account.ts'

export const googleCloud = googlePage((): GoogleProduct => ({
  slug: 'google-cloud',
  name: 'Google Cloud',
  docsUrl: 'https://developers.google.com/identity/protocols/oauth2/scopes',
  category: 'infrastructure',
  scopes: {
    default: ['openid', 'email', `${GOOGLE_SCOPE}cloud-platform.read-only`],
    available: [
      ...GOOGLE_IDENTITY_SCOPES,
      { value: `${GOOGLE_SCOPE}cloud-platform`, description: 'All Cloud APIs' },
      { value: `${GOOGLE_SCOPE}cloud-platform.read-only`, description: 'Read-only Cloud APIs' },
    ],
  },
}))
