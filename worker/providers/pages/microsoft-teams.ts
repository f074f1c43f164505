/**
 * Microsoft Teams. No per-token revocation endpoint; only a Graph call that ends all of the user's
 * sessions. Many scopes need tenant admin consent. Mail is null for accounts without a mailbox; fall back
 * to userPrincipalName. Scopes of one token must belong to a single resource.
 */
import {
  MICROSOFT_IDENTITY_SCOPES,
  microsoftPage,
  type MicrosoftProduct,
} from '../microsoft-account.ts'

export const microsoftTeams = microsoftPage((): MicrosoftProduct => ({
  slug: 'microsoft-teams',
  name: 'Microsoft Teams',
  docsUrl: 'https://learn.microsoft.com/en-us/graph/teams-concept-overview',
  category: 'communication',
  scopes: {
    default: ['openid', 'profile', 'email', 'offline_access', 'User.Read', 'Team.ReadBasic.All'],
    available: [
      ...MICROSOFT_IDENTITY_SCOPES,
      { value: 'Team.ReadBasic.All', description: 'List joined teams' },
      { value: 'Channel.ReadBasic.All', description: 'List channels in Microsoft Teams' },
      { value: 'ChannelMessage.Send', description: 'Post channel messages' },
      { value: 'ChannelMessage.Read.All', description: 'Read channel messages (admin)' },
      { value: 'Chat.Read', description: 'Read chats in Microsoft Teams' },
      { value: 'Chat.ReadWrite', description: 'Read and send chats' },
      { value: 'OnlineMeetings.ReadWrite', description: 'Manage meetings in Microsoft Teams' },
    ],
  },
}))
