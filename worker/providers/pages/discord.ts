/**
 * Discord. Token endpoint accepts form bodies only. Bot scope also needs a permissions bitfield.
 * Webhook.incoming puts a webhook object in the token response.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const discord = providerPage((): ProviderInput => ({
  slug: 'discord',
  name: 'Discord',
  docsUrl: 'https://discord.com/developers/docs/topics/oauth2',
  category: 'communication',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://discord.com/oauth2/authorize',
    issuer: 'https://discord.com',
    callbackIssuer: 'required',
    token: { url: 'https://discord.com/api/oauth2/token', clientAuthentication: 'basic_raw' },
    scopes: {
      default: ['identify', 'email'],
      available: [
        { value: 'identify', description: 'Read username and avatar' },
        { value: 'email', description: 'Read the account email address' },
        { value: 'guilds', description: 'List servers in Discord' },
        { value: 'guilds.join', description: 'Add user to a server' },
        { value: 'guilds.members.read', description: 'Read own membership' },
        { value: 'connections', description: 'Linked accounts in Discord' },
        { value: 'bot', description: 'Add a bot to a server' },
        { value: 'webhook.incoming', description: 'Create a webhook' },
        { value: 'messages.read', description: 'Read messages (RPC)' },
      ],
    },
    refresh: { rotates: 'always' },
    revocation: { url: 'https://discord.com/api/oauth2/token/revoke', auth: 'basic' },
    userinfo: {
      url: 'https://discord.com/api/users/@me',
      idPaths: ['id'],
      labelPaths: ['username', 'global_name'],
      picture: {
        from: 'https://cdn.discordapp.com/avatars/{id}/{avatar}.png',
        params: { size: '128' },
      },
    },
  },
}))
