/** Hugging Face. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const huggingface = providerPage((): ProviderInput => ({
  slug: 'huggingface',
  name: 'Hugging Face',
  docsUrl: 'https://huggingface.co/docs/hub/oauth',
  category: 'ai',
  verified: 'recall',
  authMethods: ['oauth', 'api_key'],
  oauth: {
    authorizationUrl: 'https://huggingface.co/oauth/authorize',
    token: { url: 'https://huggingface.co/oauth/token', clientAuthentication: 'basic_raw' },
    scopes: {
      default: ['openid', 'profile'],
      available: [
        { value: 'openid', description: 'Sign the user in (OpenID)' },
        { value: 'profile', description: 'Read the basic user profile' },
        { value: 'email', description: 'Read the account email address' },
        { value: 'read-repos', description: 'Read repositories in Hugging Face' },
        { value: 'write-repos', description: 'Write repositories in Hugging Face' },
        { value: 'inference-api', description: 'Run inference in Hugging Face' },
        { value: 'manage-repos', description: 'Create repositories in Hugging Face' },
      ],
    },
    userinfo: {
      url: 'https://huggingface.co/oauth/userinfo',
      idPaths: ['sub'],
      labelPaths: ['preferred_username', 'email'],
    },
  },
}))
