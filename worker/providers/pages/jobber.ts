/** Jobber. Scopes set on the app. Rotation is a per-app switch. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const jobber = providerPage((): ProviderInput => ({
  slug: 'jobber',
  name: 'Jobber',
  docsUrl: 'https://developer.getjobber.com/docs/building_your_app/app_authorization/',
  category: 'field-service',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://api.getjobber.com/api/oauth/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://api.getjobber.com/api/oauth/token' },
    refresh: { rotates: 'always' },
  },
}))
