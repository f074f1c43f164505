/** Factorial. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const factorial = providerPage((): ProviderInput => ({
  slug: 'factorial',
  name: 'Factorial',
  docsUrl: 'https://apidoc.factorialhr.com/docs/authentication-1',
  category: 'hr-payroll',
  verified: 'docs',
  authMethods: ['oauth', 'api_key'],
  oauth: {
    authorizationUrl: 'https://api.factorialhr.com/oauth/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://api.factorialhr.com/oauth/token' },
    refresh: { rotates: 'always', idleDays: 7 },
  },
}))
