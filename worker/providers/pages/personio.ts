/** Personio. A client’s own tokens, made by each customer in Personio. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const personio = providerPage((): ProviderInput => ({
  slug: 'personio',
  name: 'Personio',
  docsUrl: 'https://developer.personio.de/reference/auth-introduction',
  category: 'hr-payroll',
  verified: 'recall',
  authMethods: ['client_credentials'],
  oauth: { token: { url: 'https://api.personio.de/v2/auth/token' } },
}))
