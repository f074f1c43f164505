/**
 * Vercel. An integration is installed from its own page, and what it may do is set there. Team and
 * installation come with the token. Tokens do not expire.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const vercel = providerPage((): ProviderInput => ({
  slug: 'vercel',
  name: 'Vercel',
  docsUrl: 'https://vercel.com/docs/integrations/create-integration',
  category: 'developer-tools',
  verified: 'recall',
  authMethods: ['oauth', 'api_key'],
  configFields: [
    {
      key: 'integration_slug',
      label: 'Integration slug',
      description:
        'Of your integration’s page: acme-deploys of vercel.com/integrations/acme-deploys.',
      required: true,
      scope: 'integration',
      pattern: '[a-z0-9][a-z0-9-]*',
      example: 'acme-deploys',
    },
  ],
  oauth: {
    authorizationUrl: 'https://vercel.com/integrations/{integration_slug}/new',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://api.vercel.com/v2/oauth/access_token' },
    response: { keep: ['team_id', 'installation_id'] },
    userinfo: {
      url: 'https://api.vercel.com/v2/user',
      idPaths: ['user.id'],
      labelPaths: ['user.email', 'user.username'],
    },
  },
}))
