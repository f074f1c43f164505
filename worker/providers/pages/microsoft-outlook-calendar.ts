/**
 * Microsoft Outlook Calendar. No per-token revocation endpoint; only a Graph call that ends all of the
 * user's sessions. Many scopes need tenant admin consent. Mail is null for accounts without a mailbox;
 * fall back to userPrincipalName. Scopes of one token must belong to a single resource.
 */
import {
  MICROSOFT_IDENTITY_SCOPES,
  microsoftPage,
  type MicrosoftProduct,
} from '../microsoft-account.ts'

export const microsoftOutlookCalendar = microsoftPage((): MicrosoftProduct => ({
  slug: 'microsoft-outlook-calendar',
  name: 'Microsoft Outlook Calendar',
  docsUrl: 'https://learn.microsoft.com/en-us/graph/api/resources/calendar',
  category: 'calendar',
  scopes: {
    default: ['openid', 'profile', 'email', 'offline_access', 'User.Read', 'Calendars.Read'],
    available: [
      ...MICROSOFT_IDENTITY_SCOPES,
      { value: 'Calendars.Read', description: 'Read calendars in Microsoft Outlook Calendar' },
      { value: 'Calendars.ReadWrite', description: 'Edit calendars in Microsoft Outlook Calendar' },
      { value: 'Calendars.Read.Shared', description: 'Read shared calendars' },
    ],
  },
}))
