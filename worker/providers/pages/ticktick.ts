/** TickTick. About 180-day token, no refresh. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const ticktick = providerPage((): ProviderInput => ({
  slug: 'ticktick',
  name: 'TickTick',
  docsUrl: 'https://developer.ticktick.com/docs#/openapi',
  category: 'project-management',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://ticktick.com/oauth/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://ticktick.com/oauth/token', clientAuthentication: 'basic_raw' },
    scopes: {
      default: ['tasks:read'],
      available: [
        { value: 'tasks:read', description: 'Read tasks in TickTick' },
        { value: 'tasks:write', description: 'Edit tasks in TickTick' },
      ],
    },
  },
}))
