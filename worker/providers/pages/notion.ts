/**
 * Notion. No scopes: capabilities are set on the integration and the user picks pages. Token requests are
 * JSON under a Basic header; no lifetime is stated. Refreshing exists since 2025; older grants have no
 * refresh token.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

const NOTION_VERSION = { 'notion-version': '2022-06-28' }

export const notion = providerPage((): ProviderInput => ({
  slug: 'notion',
  name: 'Notion',
  docsUrl: 'https://developers.notion.com/docs/authorization',
  category: 'productivity',
  verified: 'docs',
  authMethods: ['oauth', 'api_key'],
  oauth: {
    authorizationUrl: 'https://api.notion.com/v1/oauth/authorize',
    authorizationParams: { owner: 'user' },
    pkce: false,
    noPkceReason: 'Not offered: the documented parameters of both endpoints do not include it.',
    token: {
      url: 'https://api.notion.com/v1/oauth/token',
      clientAuthentication: 'basic_raw',
      bodyFormat: 'json',
      headers: NOTION_VERSION,
    },
    response: { keep: ['workspace_id', 'workspace_name', 'bot_id', 'owner.user.id'] },
    refresh: { rotates: 'sometimes' },
    revocation: {
      url: 'https://api.notion.com/v1/oauth/revoke',
      auth: 'basic',
      format: 'json',
      headers: NOTION_VERSION,
      tokens: ['access'],
    },
    userinfo: {
      url: 'https://api.notion.com/v1/users/me',
      headers: NOTION_VERSION,
      idPaths: ['token:workspace_id/bot.owner.user.id', 'token:workspace_id/token:owner_user_id'],
      labelPaths: ['bot.workspace_name', 'token:workspace_name'],
    },
  },
}))
