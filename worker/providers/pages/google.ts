/** Google: the account itself, and whatever Google scopes an operator adds. */
import {
  GOOGLE_IDENTITY_SCOPES,
  GOOGLE_SCOPE,
  googlePage,
  type GoogleProduct,
} from '../google-account.ts'

export const google = googlePage((): GoogleProduct => ({
  slug: 'google',
  name: 'Google',
  docsUrl: 'https://developers.google.com/identity/protocols/oauth2/web-server',
  category: 'identity',
  scopes: {
    default: ['openid', 'email', 'profile'],
    available: [
      ...GOOGLE_IDENTITY_SCOPES,
      { value: `${GOOGLE_SCOPE}drive.readonly`, description: 'Read Drive files' },
      { value: `${GOOGLE_SCOPE}calendar.readonly`, description: 'Read calendars and events' },
      { value: `${GOOGLE_SCOPE}gmail.readonly`, description: 'Read Gmail messages' },
    ],
  },
}))
