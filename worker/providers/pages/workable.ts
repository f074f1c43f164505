/** Workable. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const workable = providerPage((): ProviderInput => ({
  slug: 'workable',
  name: 'Workable',
  docsUrl: 'https://workable.readme.io/reference/oauth',
  category: 'hr-ats',
  verified: 'recall',
  authMethods: ['oauth', 'api_key'],
  oauth: {
    authorizationUrl: 'https://www.workable.com/oauth/authorize',
    authorizationParams: { resource: 'user' },
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://www.workable.com/oauth/token' },
    scopes: {
      default: ['r_jobs', 'r_candidates'],
      available: [
        { value: 'r_jobs', description: 'Read jobs in Workable' },
        { value: 'r_candidates', description: 'Read candidates in Workable' },
        { value: 'w_candidates', description: 'Edit candidates in Workable' },
        { value: 'r_employees', description: 'Read employees in Workable' },
      ],
    },
    refresh: { rotates: 'always' },
  },
}))
