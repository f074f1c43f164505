/** Teamwork.com. No scopes. API host nested in installation.apiEndPoint. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const teamwork = providerPage((): ProviderInput => ({
  slug: 'teamwork',
  name: 'Teamwork.com',
  docsUrl: 'https://apidocs.teamwork.com/docs/teamwork/authentication',
  category: 'project-management',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://www.teamwork.com/launchpad/login',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://www.teamwork.com/launchpad/v1/token.json', bodyFormat: 'json' },
    response: { keep: ['installation.apiEndPoint'] },
  },
}))
