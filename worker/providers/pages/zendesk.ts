/**
 * Zendesk. Every customer has a host of its own. Lifetimes are the client's choice; a refresh ends the access
 * token and the refresh token before it. Apps for many customers need a global OAuth client.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const zendesk = providerPage((): ProviderInput => ({
  slug: 'zendesk',
  name: 'Zendesk',
  docsUrl: 'https://developer.zendesk.com/api-reference/ticketing/oauth/grant_type_tokens/',
  category: 'support',
  verified: 'recall',
  authMethods: ['oauth', 'api_key'],
  configFields: [
    {
      key: 'subdomain',
      label: 'Zendesk subdomain',
      description: 'The first part of your Zendesk address: acme of acme.zendesk.com.',
      required: true,
      scope: 'installation',
      pattern: '[a-z0-9][a-z0-9-]*',
      example: 'acme',
    },
  ],
  oauth: {
    authorizationUrl: 'https://{subdomain}.zendesk.com/oauth/authorizations/new',
    token: {
      url: 'https://{subdomain}.zendesk.com/oauth/tokens',
      bodyFormat: 'json',
      params: { expires_in: '1800' },
    },
    scopes: {
      mandatory: true,
      default: ['read'],
      available: [
        { value: 'read', description: 'Read everything in Zendesk' },
        { value: 'write', description: 'Write everything in Zendesk' },
        { value: 'tickets:read', description: 'Read tickets in Zendesk' },
        { value: 'tickets:write', description: 'Edit tickets in Zendesk' },
        { value: 'users:read', description: 'Read users in Zendesk' },
        { value: 'organizations:read', description: 'Read organizations in Zendesk' },
        { value: 'hc:read', description: 'Read help center' },
        { value: 'webhooks:write', description: 'Manage webhooks in Zendesk' },
        { value: 'impersonate', description: 'Act for end users' },
      ],
    },
    refresh: { rotates: 'always', idleDays: 30, killsOldAccessToken: true },
    revocation: {
      url: 'https://{subdomain}.zendesk.com/api/v2/oauth/tokens/current.json',
      method: 'DELETE',
      auth: 'bearer',
      tokens: ['access'],
    },
    userinfo: {
      url: 'https://{subdomain}.zendesk.com/api/v2/users/me.json',
      idPaths: ['user.id'],
      labelPaths: ['user.email'],
    },
  },
}))
