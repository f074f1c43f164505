/**
 * Google Forms. Refresh token only issued on first consent unless prompt=consent is sent. Apps in Testing
 * status: refresh tokens die after 7 days. At most 100 live refresh tokens per user and client; oldest
 * dropped silently. User may untick scopes, compare granted scope with requested.
 */
import {
  GOOGLE_IDENTITY_SCOPES,
  GOOGLE_SCOPE,
  googlePage,
  type GoogleProduct,
} from '../google-account.ts'

export const googleForms = googlePage((): GoogleProduct => ({
  slug: 'google-forms',
  name: 'Google Forms',
  docsUrl: 'https://developers.google.com/forms/api/guides',
  category: 'forms',
  scopes: {
    default: [
      'openid',
      'email',
      `${GOOGLE_SCOPE}forms.body.readonly`,
      `${GOOGLE_SCOPE}forms.responses.readonly`,
    ],
    available: [
      ...GOOGLE_IDENTITY_SCOPES,
      { value: `${GOOGLE_SCOPE}forms.body`, description: 'Edit forms in Google Forms' },
      { value: `${GOOGLE_SCOPE}forms.body.readonly`, description: 'Read forms in Google Forms' },
      {
        value: `${GOOGLE_SCOPE}forms.responses.readonly`,
        description: 'Read responses in Google Forms',
      },
    ],
  },
}))
