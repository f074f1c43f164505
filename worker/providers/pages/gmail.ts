/** Gmail. Most of its scopes are restricted: Google asks for a yearly security assessment. */
import {
  GOOGLE_IDENTITY_SCOPES,
  GOOGLE_SCOPE,
  googlePage,
  type GoogleProduct,
} from '../google-account.ts'

export const gmail = googlePage((): GoogleProduct => ({
  slug: 'gmail',
  name: 'Gmail',
  docsUrl: 'https://developers.google.com/gmail/api/auth/scopes',
  category: 'email',
  scopes: {
    default: ['openid', 'email', `${GOOGLE_SCOPE}gmail.readonly`],
    available: [
      ...GOOGLE_IDENTITY_SCOPES,
      { value: `${GOOGLE_SCOPE}gmail.readonly`, description: 'Read messages and settings' },
      { value: `${GOOGLE_SCOPE}gmail.send`, description: 'Send mail only' },
      {
        value: `${GOOGLE_SCOPE}gmail.modify`,
        description: 'Read, send, label; no permanent delete',
      },
      { value: `${GOOGLE_SCOPE}gmail.labels`, description: 'Manage labels' },
      { value: `${GOOGLE_SCOPE}gmail.compose`, description: 'Manage drafts and send' },
      {
        value: 'https://mail.google.com/',
        description: 'Full mailbox access, permanent delete too',
      },
    ],
    implies: {
      'https://mail.google.com/': [`${GOOGLE_SCOPE}gmail.modify`],
      [`${GOOGLE_SCOPE}gmail.modify`]: [
        `${GOOGLE_SCOPE}gmail.readonly`,
        `${GOOGLE_SCOPE}gmail.compose`,
        `${GOOGLE_SCOPE}gmail.labels`,
      ],
      [`${GOOGLE_SCOPE}gmail.compose`]: [`${GOOGLE_SCOPE}gmail.send`],
    },
  },
}))
