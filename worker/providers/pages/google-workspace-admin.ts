/**
 * Google Workspace Admin. Only a Workspace admin can usefully consent. Refresh token only issued on first
 * consent unless prompt=consent is sent. Apps in Testing status: refresh tokens die after 7 days. At most
 * 100 live refresh tokens per user and client; oldest dropped silently. User may untick scopes, compare
 * granted scope with requested.
 */
import {
  GOOGLE_IDENTITY_SCOPES,
  GOOGLE_SCOPE,
  googlePage,
  type GoogleProduct,
} from '../google-account.ts'

export const googleWorkspaceAdmin = googlePage((): GoogleProduct => ({
  slug: 'google-workspace-admin',
  name: 'Google Workspace Admin',
  docsUrl: 'https://developers.google.com/admin-sdk/directory/v1/guides/authorizing',
  category: 'identity',
  scopes: {
    default: ['openid', 'email', `${GOOGLE_SCOPE}admin.directory.user.readonly`],
    available: [
      ...GOOGLE_IDENTITY_SCOPES,
      {
        value: `${GOOGLE_SCOPE}admin.directory.user.readonly`,
        description: 'Read directory users',
      },
      {
        value: `${GOOGLE_SCOPE}admin.directory.group.readonly`,
        description: 'Read directory groups',
      },
      { value: `${GOOGLE_SCOPE}admin.reports.audit.readonly`, description: 'Read audit log' },
    ],
  },
}))
