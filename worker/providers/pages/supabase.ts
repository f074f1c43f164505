/** Supabase. Scopes set on the OAuth app. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const supabase = providerPage((): ProviderInput => ({
  slug: 'supabase',
  name: 'Supabase',
  docsUrl: 'https://supabase.com/docs/guides/integrations/build-a-supabase-oauth-integration',
  category: 'infrastructure',
  verified: 'recall',
  authMethods: ['oauth', 'api_key'],
  oauth: {
    authorizationUrl: 'https://api.supabase.com/v1/oauth/authorize',
    token: {
      url: 'https://api.supabase.com/v1/oauth/token',
      clientAuthentication: 'basic_raw',
    },
    scopes: {
      available: [
        { value: 'organizations:read', description: 'Read organizations in Supabase' },
        { value: 'projects:read', description: 'Read projects in Supabase' },
        { value: 'projects:write', description: 'Manage projects in Supabase' },
        { value: 'database:read', description: 'Read database config' },
        { value: 'secrets:read', description: 'Read secrets in Supabase' },
      ],
    },
    refresh: { rotates: 'always' },
    revocation: {
      url: 'https://api.supabase.com/v1/oauth/revoke',
      format: 'json',
      tokenParam: 'refresh_token',
      tokens: ['refresh'],
    },
  },
}))
