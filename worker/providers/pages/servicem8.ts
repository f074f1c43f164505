/** ServiceM8. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const servicem8 = providerPage((): ProviderInput => ({
  slug: 'servicem8',
  name: 'ServiceM8',
  docsUrl: 'https://developer.servicem8.com/docs/authentication',
  category: 'field-service',
  verified: 'recall',
  authMethods: ['oauth', 'api_key'],
  oauth: {
    authorizationUrl: 'https://go.servicem8.com/oauth/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://go.servicem8.com/oauth/access_token' },
    scopes: {
      default: ['vendor'],
      available: [
        { value: 'vendor', description: 'Read account in ServiceM8' },
        { value: 'read_jobs', description: 'Read jobs in ServiceM8' },
        { value: 'manage_jobs', description: 'Edit jobs in ServiceM8' },
        { value: 'read_customers', description: 'Read clients in ServiceM8' },
        { value: 'read_staff', description: 'Read staff in ServiceM8' },
      ],
    },
    refresh: { rotates: 'always' },
  },
}))
