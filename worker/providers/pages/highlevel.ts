/** HighLevel. LocationId / companyId in the token response. Version header on every call. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const highlevel = providerPage((): ProviderInput => ({
  slug: 'highlevel',
  name: 'HighLevel',
  docsUrl: 'https://marketplace.gohighlevel.com/docs/Authorization/OAuth2.0',
  category: 'crm',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://marketplace.gohighlevel.com/oauth/chooselocation',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: {
      url: 'https://services.leadconnectorhq.com/oauth/token',
      params: { user_type: 'Location' },
    },
    scopes: {
      default: ['locations.readonly'],
      available: [
        { value: 'locations.readonly', description: 'Read location in HighLevel' },
        { value: 'contacts.readonly', description: 'Read contacts in HighLevel' },
        { value: 'contacts.write', description: 'Edit contacts in HighLevel' },
        { value: 'opportunities.readonly', description: 'Read opportunities in HighLevel' },
        { value: 'conversations.readonly', description: 'Read conversations in HighLevel' },
      ],
    },
    response: { keep: ['locationId', 'companyId'] },
    refresh: { rotates: 'always', idleDays: 365 },
  },
}))
