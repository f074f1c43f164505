/** Typeform. EU data centre uses api.eu.typeform.com or api.typeform.eu. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const typeform = providerPage((): ProviderInput => ({
  slug: 'typeform',
  name: 'Typeform',
  docsUrl: 'https://www.typeform.com/developers/get-started/applications/',
  category: 'forms',
  verified: 'recall',
  authMethods: ['oauth', 'api_key'],
  oauth: {
    authorizationUrl: 'https://api.typeform.com/oauth/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://api.typeform.com/oauth/token' },
    scopes: {
      default: ['accounts:read', 'forms:read', 'offline'],
      available: [
        { value: 'accounts:read', description: 'Read account in Typeform' },
        { value: 'forms:read', description: 'Read forms in Typeform' },
        { value: 'forms:write', description: 'Edit forms in Typeform' },
        { value: 'responses:read', description: 'Read responses in Typeform' },
        { value: 'webhooks:read', description: 'Read webhooks in Typeform' },
        { value: 'webhooks:write', description: 'Manage webhooks in Typeform' },
        { value: 'workspaces:read', description: 'Read workspaces in Typeform' },
        { value: 'offline', description: 'Issue a refresh token' },
      ],
    },
    refresh: { rotates: 'always' },
    userinfo: {
      url: 'https://api.typeform.com/me',
      idPaths: ['user_id'],
      labelPaths: ['email', 'alias'],
    },
  },
}))
