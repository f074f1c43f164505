/**
 * Google Chat. Refresh token only issued on first consent unless prompt=consent is sent. Apps in Testing
 * status: refresh tokens die after 7 days. At most 100 live refresh tokens per user and client; oldest
 * dropped silently. User may untick scopes, compare granted scope with requested.
 */
import {
  GOOGLE_IDENTITY_SCOPES,
  GOOGLE_SCOPE,
  googlePage,
  type GoogleProduct,
} from '../google-account.ts'

export const googleChat = googlePage((): GoogleProduct => ({
  slug: 'google-chat',
  name: 'Google Chat',
  docsUrl: 'https://developers.google.com/workspace/chat/authenticate-authorize',
  category: 'communication',
  scopes: {
    default: ['openid', 'email', `${GOOGLE_SCOPE}chat.spaces.readonly`],
    available: [
      ...GOOGLE_IDENTITY_SCOPES,
      { value: `${GOOGLE_SCOPE}chat.spaces.readonly`, description: 'List spaces in Google Chat' },
      { value: `${GOOGLE_SCOPE}chat.messages`, description: 'Read and post messages' },
      {
        value: `${GOOGLE_SCOPE}chat.messages.readonly`,
        description: 'Read messages in Google Chat',
      },
    ],
  },
}))
