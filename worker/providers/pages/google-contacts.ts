/**
 * Google Contacts. Refresh token only issued on first consent unless prompt=consent is sent. Apps in
 * Testing status: refresh tokens die after 7 days. At most 100 live refresh tokens per user and client;
 * oldest dropped silently. User may untick scopes, compare granted scope with requested.
 */
import {
  GOOGLE_IDENTITY_SCOPES,
  GOOGLE_SCOPE,
  googlePage,
  type GoogleProduct,
} from '../google-account.ts'

export const googleContacts = googlePage((): GoogleProduct => ({
  slug: 'google-contacts',
  name: 'Google Contacts',
  docsUrl: 'https://developers.google.com/people/v1/how-tos/authorizing',
  category: 'productivity',
  scopes: {
    default: ['openid', 'email', `${GOOGLE_SCOPE}contacts.readonly`],
    available: [
      ...GOOGLE_IDENTITY_SCOPES,
      { value: `${GOOGLE_SCOPE}contacts`, description: 'Edit contacts in Google Contacts' },
      {
        value: `${GOOGLE_SCOPE}contacts.readonly`,
        description: 'Read contacts in Google Contacts',
      },
      {
        value: `${GOOGLE_SCOPE}directory.readonly`,
        description: 'Read Workspace directory people',
      },
    ],
  },
}))
