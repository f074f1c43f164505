/** Objects of the documentation's examples: one user, one organization, one provider. */
export const ORIGIN = 'https://pipes.example.com'

export const CREATED = '2026-11-03T09:30:00.000Z'
export const UPDATED = '2026-11-24T16:05:12.000Z'

export const ACCOUNT = {
  object: 'connected_account',
  id: 'data_installation_06hyb9w3k4m2p5q7r8s9t0v1w2',
  connection_role: 'compatibility',
  account_identifier: '583231',
  account_display_name: 'octocat',
  nickname: null,
  preferred: false,
  user_id: 'user_123',
  organization_id: null,
  scopes: ['repo', 'read:user'],
  auth_method: 'oauth',
  api_key_last_4: null,
  client_id: null,
  client_secret_last_4: null,
  config: {},
  state: 'connected',
  last_used_at: UPDATED,
  last_refreshed_at: null,
  last_error: null,
  needs_user_at: null,
  needs_user_reason: null,
  created_at: CREATED,
  updated_at: UPDATED,
} as const

export const SHARED_ACCOUNT = {
  ...ACCOUNT,
  user_id: null,
  organization_id: 'org_456',
} as const

export const LISTED_ACCOUNT = {
  ...ACCOUNT,
  data_integration_id: 'data_integration_06hyb2c4d6e8f0g2h4j6k8m0n2',
  provider_slug: 'github',
} as const

export const KEY_ACCOUNT = {
  ...ACCOUNT,
  account_identifier: null,
  account_display_name: null,
  scopes: [],
  auth_method: 'api_key',
  api_key_last_4: '9f3c',
} as const

export const CLIENT_ACCOUNT = {
  ...KEY_ACCOUNT,
  auth_method: 'client_credentials',
  api_key_last_4: null,
  client_id: '3MVG9lKcPoNINVBIPJjdw1J9',
  client_secret_last_4: '47ae',
} as const

export const INTEGRATION = {
  object: 'data_integration',
  id: 'data_integration_06hyb2c4d6e8f0g2h4j6k8m0n2',
  slug: 'github',
  integration_type: 'github',
  ownership: 'user',
  description: 'Link your repositories.',
  enabled: true,
  state: 'valid',
  scopes: ['repo', 'read:user'],
  redirect_uri: `${ORIGIN}/data-integrations/github/dik_06hyb2c4d6e8f0g2h4j6k8m0n3/callback`,
  auth_methods: ['oauth'],
  config: {},
  credentials: {
    type: 'custom',
    client_id: 'Iv1.8a61f9b3a7aba766',
    redacted_client_secret: '9f3c',
  },
  installation: null,
  custom_provider: null,
  troubles: [],
  created_at: CREATED,
  updated_at: UPDATED,
} as const

export const CONFIGURATION = {
  object: 'data_integration_configuration',
  id: INTEGRATION.id,
  organization_id: 'org_456',
  slug: 'github',
  name: 'GitHub',
  enabled: true,
  scopes: ['repo'],
  config: {},
  created_at: CREATED,
  updated_at: UPDATED,
  ownership: 'user',
  has_override: true,
  disabled_source: null,
  default_scopes: ['repo', 'read:user'],
  available_scopes: ['repo', 'read:user', 'gist'],
  effective_scopes: ['repo'],
} as const

export const SHARED_INTEGRATION = { ...INTEGRATION, ownership: 'organization' } as const

export const DATA_PROVIDER = {
  object: 'data_provider',
  id: INTEGRATION.id,
  name: 'GitHub',
  description: INTEGRATION.description,
  slug: 'github',
  integration_type: 'github',
  credentials_type: 'custom',
  scopes: INTEGRATION.scopes,
  auth_methods: ['oauth'],
  connection_owner: 'user',
  ownership: 'userland_user',
  created_at: CREATED,
  updated_at: UPDATED,
  integrationType: 'github',
  credentialsType: 'custom',
  createdAt: CREATED,
  updatedAt: UPDATED,
  connected_account: ACCOUNT,
  connected_accounts: [ACCOUNT],
} as const

export const ATTEMPT = {
  object: 'connect_attempt',
  id: 'connect_attempt_06hz01a2b3c4d5e6f7g8h9j0k1',
  slug: 'github',
  status: 'pending',
  error: null,
  connected_account: null,
  expires_at: '2026-11-24T16:15:12.000Z',
} as const

export const API_KEY = {
  object: 'api_key',
  id: 'key_4fGh2kLm9QrS',
  name: 'Importer',
  scopes: ['tokens:read'],
  created_at: CREATED,
  expires_at: '2027-12-31T00:00:00.000Z',
  revoked_at: null,
  last_used_on: '2026-11-24',
} as const

export const ENVIRONMENT = {
  object: 'environment',
  id: 'environment_06hy9z8x7w6v5t4s3r2q1p0n9m',
  name: 'Acme',
  kind: 'production',
  allowed_origins: ['https://app.acme.com'],
  return_urls: ['https://app.acme.com/settings'],
  branding: { name: 'Acme CRM', logo_url: null, accent_color: '#3358d4' },
  requires_binding: false,
  widget_session_minutes: 15,
  keep_alive_days: null,
  user_token_issuers: [],
} as const

export const JOB = {
  object: 'disconnect_job',
  id: 'disconnect_job_06hz02p3q4r5s6t7v8w9x0y1z2',
  state: 'completed',
  counts: { disconnected: 3, already_disconnected: 0, failed: 0 },
  created_at: UPDATED,
  updated_at: UPDATED,
} as const

export const SANDBOX_ACCOUNT = {
  object: 'sandbox_account',
  account: 'ada@example.com',
  blocked: false,
  behaviour: {
    rotation: 'strict',
    grace_seconds: 30,
    reuse_detection: true,
    expires_in: 5,
    stated_expires_in: 'right',
    refresh_token: true,
    scopes: null,
  },
  faults: [{ on: 'refresh', times: 1, kind: 'rate_limited', seconds: 30 }],
  calls: { exchange: 1, refresh: 4, userinfo: 1, revocation: 0, reuse: 0 },
  grants: [{ scopes: ['read'], ended_by: null }],
} as const

export const listExample = <const Item>(item: Item) => ({
  object: 'list',
  data: [item],
  list_metadata: { before: null, after: null },
})
