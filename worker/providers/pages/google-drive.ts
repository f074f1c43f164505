/** Google Drive. `drive` and `drive.readonly` are restricted scopes; `drive.file` is not. */
import {
  GOOGLE_IDENTITY_SCOPES,
  GOOGLE_SCOPE,
  googlePage,
  type GoogleProduct,
} from '../google-account.ts'

const DRIVE = `${GOOGLE_SCOPE}drive`

export const googleDrive = googlePage((): GoogleProduct => ({
  slug: 'google-drive',
  name: 'Google Drive',
  docsUrl: 'https://developers.google.com/drive/api/guides/api-specific-auth',
  category: 'file-storage',
  scopes: {
    default: ['openid', 'email', `${DRIVE}.readonly`],
    available: [
      ...GOOGLE_IDENTITY_SCOPES,
      { value: `${DRIVE}.file`, description: 'Only files opened with the app' },
      { value: `${DRIVE}.readonly`, description: 'Read all Drive files' },
      { value: DRIVE, description: 'Full Drive access' },
      { value: `${DRIVE}.metadata.readonly`, description: 'Read file metadata only' },
    ],
    implies: {
      [DRIVE]: [`${DRIVE}.readonly`, `${DRIVE}.file`],
      [`${DRIVE}.readonly`]: [`${DRIVE}.metadata.readonly`],
    },
  },
}))
