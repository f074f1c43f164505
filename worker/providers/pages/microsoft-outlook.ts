/** Microsoft Outlook: mail, contacts and mailbox settings through Graph. */
import {
  MICROSOFT_IDENTITY_SCOPES,
  microsoftPage,
  type MicrosoftProduct,
} from '../microsoft-account.ts'

export const microsoftOutlook = microsoftPage((): MicrosoftProduct => ({
  slug: 'microsoft-outlook',
  name: 'Microsoft Outlook',
  docsUrl: 'https://learn.microsoft.com/en-us/graph/permissions-reference',
  category: 'email',
  scopes: {
    default: ['openid', 'profile', 'email', 'offline_access', 'User.Read', 'Mail.Read'],
    available: [
      ...MICROSOFT_IDENTITY_SCOPES,
      { value: 'Mail.Read', description: 'Read mail' },
      { value: 'Mail.ReadWrite', description: 'Read and edit mail' },
      { value: 'Mail.Send', description: 'Send mail' },
      { value: 'Contacts.Read', description: 'Read contacts' },
      { value: 'MailboxSettings.Read', description: 'Read mailbox settings' },
    ],
    implies: { 'Mail.ReadWrite': ['Mail.Read'] },
  },
}))
