/** Every route of the browser's API, by whose session it takes. */
import { SLUG, type Route } from './routes.ts'

export type WidgetRoute = Route & {
  /** Whose session it takes to see something, where a user's without an organization does not do. */
  readonly session?: WidgetSessionOf
}
export type WidgetSessionOf = 'member' | 'manager'

/** Each route that a widget session opens. */
export const WIDGET_ROUTES: readonly WidgetRoute[] = [
  { method: 'GET', path: '/_widgets/DataIntegrations/mine' },
  {
    session: 'member',
    method: 'GET',
    path: '/_widgets/DataIntegrations/mine?include=shared',
  },
  { method: 'GET', path: '/_widgets/settings' },
  {
    session: 'member',
    method: 'GET',
    path: '/_widgets/DataIntegrations/shared-connections',
  },
  { session: 'member', method: 'GET', path: '/_widgets/UserManagement/organizations' },
  {
    method: 'POST',
    path: `/_widgets/DataIntegrations/${SLUG}/authorize`,
    body: { requireHandoff: true, config: {}, connected_account_id: 'data_installation_1' },
  },
  { method: 'GET', path: `/_widgets/DataIntegrations/${SLUG}/authorize?requireHandoff=true` },
  { method: 'GET', path: '/_widgets/DataIntegrations/attempts/attempt_1' },
  {
    method: 'POST',
    path: '/_widgets/DataIntegrations/attempts/attempt_1/complete',
    body: { code_verifier: 'v' },
  },
  {
    method: 'GET',
    path: '/_widgets/DataIntegrations/data_integration_1/authorization-status/redirect_token_1',
  },
  {
    method: 'PUT',
    path: `/_widgets/DataIntegrations/${SLUG}/api-key`,
    body: { secret: 'canary-api-key' },
  },
  {
    method: 'PUT',
    path: `/_widgets/DataIntegrations/${SLUG}/client-credentials`,
    body: { client_id: 'id', client_secret: 'canary-own-secret' },
  },
  {
    method: 'PATCH',
    path: '/_widgets/DataIntegrations/installations/data_installation_1',
    body: { nickname: 'canary-nickname', preferred: true },
  },
  { method: 'DELETE', path: '/_widgets/DataIntegrations/installations/data_installation_1' },
  { session: 'manager', method: 'GET', path: '/_widgets/DataIntegrations/configurations' },
  {
    session: 'manager',
    method: 'PUT',
    path: `/_widgets/DataIntegrations/${SLUG}/configuration`,
    body: { enabled: true },
  },
  { session: 'manager', method: 'GET', path: '/_widgets/DataIntegrations/organization' },
  {
    session: 'manager',
    method: 'GET',
    path: `/_widgets/DataIntegrations/${SLUG}/organization/accounts`,
  },
  {
    session: 'manager',
    method: 'PUT',
    path: `/_widgets/DataIntegrations/${SLUG}/organization/configuration`,
    body: { enabled: true },
  },
  {
    session: 'manager',
    method: 'POST',
    path: `/_widgets/DataIntegrations/${SLUG}/organization/authorize`,
    body: { config: {}, connection_intent: 'add' },
  },
  {
    session: 'manager',
    method: 'PUT',
    path: `/_widgets/DataIntegrations/${SLUG}/organization/api-key`,
    body: { secret: 'canary-api-key' },
  },
  {
    session: 'manager',
    method: 'PUT',
    path: `/_widgets/DataIntegrations/${SLUG}/organization/client-credentials`,
    body: { client_id: 'id', client_secret: 'canary-own-secret' },
  },
  {
    session: 'manager',
    method: 'PATCH',
    path: '/_widgets/DataIntegrations/organization/installations/data_installation_1',
    body: { nickname: 'canary-nickname', preferred: true },
  },
  {
    session: 'manager',
    method: 'DELETE',
    path: '/_widgets/DataIntegrations/organization/installations/data_installation_1',
  },
]
