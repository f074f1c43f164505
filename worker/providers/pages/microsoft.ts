/** Microsoft: the account itself, and whatever Graph permissions an operator adds. */
import {
  MICROSOFT_IDENTITY_SCOPES,
  microsoftPage,
  type MicrosoftProduct,
} from '../microsoft-account.ts'

export const microsoft = microsoftPage((): MicrosoftProduct => ({
  slug: 'microsoft',
  name: 'Microsoft',
  docsUrl: 'https://learn.microsoft.com/en-us/entra/identity-platform/v2-oauth2-auth-code-flow',
  category: 'identity',
  scopes: {
    default: ['openid', 'profile', 'email', 'offline_access', 'User.Read'],
    available: [
      ...MICROSOFT_IDENTITY_SCOPES,
      { value: 'Mail.Read', description: 'Read mail' },
      { value: 'Calendars.Read', description: 'Read calendars' },
      { value: 'Files.Read', description: 'Read files' },
    ],
  },
}))
