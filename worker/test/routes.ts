/**
 * Every route, by who may call it: a test walks through them with each bad key and each bad body. Those of
 * the browser's API are in `widget-routes.ts`.
 */
import type { KeyScope } from '../domain/key-scope.ts'

export type Route = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: string
  /** A body that would be accepted. */
  readonly body?: Readonly<Record<string, unknown>>
}

export const SLUG = 'strict'

/** Each route that an API key opens. */
export const REST_ROUTES: readonly (Route & { readonly scope: KeyScope })[] = [
  {
    scope: 'config:write',
    method: 'POST',
    path: '/data-integrations',
    body: {
      provider: 'github',
      credentials: { type: 'custom', client_id: 'id', client_secret: 'canary-new-secret' },
    },
  },
  { scope: 'config:read', method: 'GET', path: '/data-integrations' },
  { scope: 'config:read', method: 'GET', path: `/data-integrations/${SLUG}` },
  {
    scope: 'config:write',
    method: 'PUT',
    path: `/data-integrations/${SLUG}`,
    body: { description: 'x' },
  },
  { scope: 'config:write', method: 'POST', path: `/data-integrations/${SLUG}/check` },
  { scope: 'config:write', method: 'POST', path: `/data-integrations/${SLUG}/organization/check` },
  { scope: 'config:write', method: 'DELETE', path: `/data-integrations/${SLUG}` },
  { scope: 'config:read', method: 'GET', path: `/data-integrations/${SLUG}/organization` },
  {
    scope: 'config:write',
    method: 'PUT',
    path: `/data-integrations/${SLUG}/organization`,
    body: { description: 'x' },
  },
  { scope: 'config:write', method: 'DELETE', path: `/data-integrations/${SLUG}/organization` },
  {
    scope: 'connections:write',
    method: 'POST',
    path: `/data-integrations/${SLUG}/authorize`,
    body: { user_id: 'user_1', connection_intent: 'add' },
  },
  {
    scope: 'connections:write',
    method: 'PUT',
    path: `/data-integrations/${SLUG}/api-key`,
    body: { user_id: 'user_1', secret: 'canary-api-key' },
  },
  {
    scope: 'connections:write',
    method: 'PUT',
    path: `/data-integrations/${SLUG}/client-credentials`,
    body: { user_id: 'user_1', client_id: 'id', client_secret: 'canary-own-secret' },
  },
  {
    scope: 'connections:write',
    method: 'POST',
    path: `/data-integrations/${SLUG}/api-key`,
    body: { user_id: 'user_1', secret: 'canary-api-key', connection_intent: 'add' },
  },
  {
    scope: 'connections:write',
    method: 'POST',
    path: `/data-integrations/${SLUG}/client-credentials`,
    body: {
      user_id: 'user_1',
      client_id: 'id',
      client_secret: 'canary-own-secret',
      connection_intent: 'add',
    },
  },
  {
    scope: 'connections:write',
    method: 'POST',
    path: `/data-integrations/${SLUG}/authorize/complete`,
    body: {
      user_id: 'user_1',
      attempt_id: 'attempt_1',
      completion_code: 'c',
      code_verifier: 'v'.repeat(43),
    },
  },
  {
    scope: 'tokens:read',
    method: 'POST',
    path: `/data-integrations/${SLUG}/token`,
    body: { user_id: 'user_1', supports_multiple_connections: true },
  },
  {
    scope: 'tokens:read',
    method: 'POST',
    path: `/data-integrations/${SLUG}/credentials`,
    body: { user_id: 'user_1' },
  },
  {
    scope: 'tokens:read',
    method: 'POST',
    path: `/data-integrations/${SLUG}/token/rejected`,
    body: { user_id: 'user_1', access_token_sha256: '0'.repeat(64) },
  },
  {
    scope: 'connections:read',
    method: 'GET',
    path: `/user_management/users/user_1/connected_accounts/${SLUG}`,
  },
  {
    scope: 'connections:write',
    method: 'DELETE',
    path: `/user_management/users/user_1/connected_accounts/${SLUG}`,
  },
  {
    scope: 'connections:write',
    method: 'POST',
    path: `/user_management/users/user_1/connected_accounts/${SLUG}`,
    body: {
      access_token: 'canary-imported-access',
      refresh_token: 'canary-imported-refresh',
      connection_intent: 'add',
    },
  },
  {
    scope: 'connections:write',
    method: 'PUT',
    path: `/user_management/users/user_1/connected_accounts/${SLUG}`,
    body: { access_token: 'canary-imported-access' },
  },
  {
    scope: 'connections:read',
    method: 'GET',
    path: '/user_management/users/user_1/data_providers',
  },
  {
    scope: 'connections:read',
    method: 'GET',
    path: `/organizations/org_1/connected_accounts/${SLUG}`,
  },
  {
    scope: 'connections:write',
    method: 'POST',
    path: `/organizations/org_1/connected_accounts/${SLUG}`,
    body: { user_id: 'user_1', access_token: 'canary-imported-access' },
  },
  {
    scope: 'connections:write',
    method: 'PUT',
    path: `/organizations/org_1/connected_accounts/${SLUG}`,
    body: { user_id: 'user_1', access_token: 'canary-imported-access' },
  },
  {
    scope: 'connections:write',
    method: 'DELETE',
    path: `/organizations/org_1/connected_accounts/${SLUG}`,
  },
  { scope: 'connections:read', method: 'GET', path: '/organizations/org_1/data_providers' },
  { scope: 'connections:read', method: 'GET', path: '/connected_accounts' },
  { scope: 'connections:read', method: 'GET', path: '/connected_accounts/data_installation_1' },
  {
    scope: 'connections:write',
    method: 'PATCH',
    path: '/connected_accounts/data_installation_1',
    body: { nickname: 'canary-nickname', preferred: true },
  },
  {
    scope: 'config:read',
    method: 'GET',
    path: '/organizations/org_1/data_integration_configurations',
  },
  {
    scope: 'config:write',
    method: 'PUT',
    path: `/organizations/org_1/data_integration_configurations/${SLUG}`,
    body: { enabled: false },
  },
  {
    scope: 'connections:write',
    method: 'POST',
    path: '/disconnect_jobs',
    body: { provider: SLUG },
  },
  { scope: 'connections:read', method: 'GET', path: '/disconnect_jobs/disconnect_job_1' },
  { scope: 'connections:write', method: 'DELETE', path: '/user_management/users/user_1' },
  { scope: 'connections:write', method: 'DELETE', path: '/organizations/org_1' },
  { scope: 'keys:manage', method: 'GET', path: '/api_keys' },
  { scope: 'keys:manage', method: 'POST', path: '/api_keys', body: { name: 'Reporting' } },
  { scope: 'keys:manage', method: 'DELETE', path: '/api_keys/key_000000000000' },
  { scope: 'sessions:create', method: 'POST', path: '/widgets/token', body: { user_id: 'user_1' } },
  { scope: 'config:read', method: 'GET', path: '/sandbox-provider/accounts/ada' },
  {
    scope: 'config:write',
    method: 'POST',
    path: '/sandbox-provider/accounts/ada/script',
    body: { faults: [] },
  },
  {
    scope: 'config:write',
    method: 'POST',
    path: '/sandbox-provider/accounts/ada/revoke',
    body: { by: 'user' },
  },
  { scope: 'config:write', method: 'POST', path: '/sandbox-provider/accounts/ada/restore' },
]

/** Each route that is the operator's, and that no API key opens. */
export const OPERATOR_ROUTES: readonly Route[] = [
  { method: 'GET', path: '/environments' },
  { method: 'POST', path: '/environments', body: { name: 'Staging', kind: 'sandbox' } },
  { method: 'GET', path: '/environments/environment_1' },
  { method: 'PUT', path: '/environments/environment_1', body: { name: 'Staging' } },
  { method: 'POST', path: '/environments/environment_1/api_keys', body: { name: 'First' } },
  { method: 'GET', path: '/keys' },
  { method: 'POST', path: '/keys/k1/rewrap' },
  { method: 'GET', path: '/keys/k1/check' },
  { method: 'POST', path: '/keys/k1/retire' },
]
