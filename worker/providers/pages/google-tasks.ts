/**
 * Google Tasks. Refresh token only issued on first consent unless prompt=consent is sent. Apps in Testing
 * status: refresh tokens die after 7 days. At most 100 live refresh tokens per user and client; oldest
 * dropped silently. User may untick scopes, compare granted scope with requested.
 */
import {
  GOOGLE_IDENTITY_SCOPES,
  GOOGLE_SCOPE,
  googlePage,
  type GoogleProduct,
} from '../google-account.ts'

export const googleTasks = googlePage((): GoogleProduct => ({
  slug: 'google-tasks',
  name: 'Google Tasks',
  docsUrl: 'https://developers.google.com/tasks/auth',
  category: 'productivity',
  scopes: {
    default: ['openid', 'email', `${GOOGLE_SCOPE}tasks`],
    available: [
      ...GOOGLE_IDENTITY_SCOPES,
      { value: `${GOOGLE_SCOPE}tasks`, description: 'Manage task lists' },
      { value: `${GOOGLE_SCOPE}tasks.readonly`, description: 'Read task lists' },
    ],
  },
}))
