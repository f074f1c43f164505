/** Stack Exchange. The plain token URL answers form-encoded; /json answers JSON. Expiry field is expires. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const stackexchange = providerPage((): ProviderInput => ({
  slug: 'stackexchange',
  name: 'Stack Exchange',
  docsUrl: 'https://api.stackexchange.com/docs/authentication',
  category: 'developer-tools',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://stackoverflow.com/oauth',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://stackoverflow.com/oauth/access_token/json' },
    scopes: {
      separator: ',',
      default: ['no_expiry'],
      available: [
        { value: 'no_expiry', description: 'Token without expiry' },
        { value: 'private_info', description: 'Private profile in Stack Exchange' },
        { value: 'read_inbox', description: 'Read inbox in Stack Exchange' },
        { value: 'write_access', description: 'Write in Stack Exchange' },
      ],
    },
    response: { members: { expires_in: 'expires' }, scopeSeparator: ',' },
  },
}))
