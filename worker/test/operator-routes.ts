/** Every route of the dashboard's API, by whose role opens it: its laws walk through them (`routes/operator/laws.test.ts`). */
import { PEOPLE_ROUTES } from './operator-people-routes.ts'
import type { OperatorRoute } from './operator-route.ts'
import { SLUG } from './routes.ts'

const ENVIRONMENT = '/operator/environments/environment_1'
const PROVIDER = `${ENVIRONMENT}/integrations/${SLUG}`
const ACCOUNT = `${ENVIRONMENT}/connected_accounts/data_installation_1`

export const DASHBOARD_ROUTES: readonly OperatorRoute[] = [
  ...PEOPLE_ROUTES,
  {
    role: 'owner',
    isFresh: true,
    method: 'POST',
    path: '/operator/exports/audit',
    body: { format: 'csv' },
    answers: 'exportedFile',
  },
  { role: 'owner', method: 'GET', path: '/operator/exports/audit', isFile: true },
  {
    role: 'developer',
    isFresh: true,
    method: 'POST',
    path: `${ENVIRONMENT}/exports/connections`,
    body: { format: 'csv' },
    answers: 'exportedFile',
  },
  {
    role: 'developer',
    method: 'GET',
    path: `${ENVIRONMENT}/exports/connections`,
    isFile: true,
  },
  {
    role: 'developer',
    method: 'POST',
    path: `${ENVIRONMENT}/check-issuer`,
    body: { issuer: 'https://127.0.0.1' },
    answers: 'issuerCheck',
  },

  {
    role: 'viewer',
    method: 'GET',
    path: '/operator/environments',
    answers: 'operatorEnvironmentList',
  },
  {
    role: 'owner',
    isFresh: true,
    method: 'POST',
    path: '/operator/environments',
    body: { name: 'Staging', kind: 'sandbox' },
    answers: 'oneEnvironment',
  },
  { role: 'viewer', method: 'GET', path: ENVIRONMENT, answers: 'oneEnvironment' },
  {
    role: 'developer',
    method: 'PUT',
    path: ENVIRONMENT,
    body: { name: 'Staging' },
    answers: 'oneEnvironment',
  },
  { role: 'viewer', method: 'GET', path: '/operator/catalogue', answers: 'catalogue' },
  {
    role: 'viewer',
    method: 'GET',
    path: `${ENVIRONMENT}/catalogue/github`,
    answers: 'catalogueProvider',
  },
  {
    role: 'developer',
    method: 'POST',
    path: `${ENVIRONMENT}/discover`,
    body: { url: 'https://127.0.0.1' },
    answers: 'discoveredProvider',
  },
  {
    role: 'viewer',
    method: 'GET',
    path: `${ENVIRONMENT}/integrations`,
    answers: 'operatorIntegrationList',
  },
  {
    role: 'developer',
    isFresh: true,
    method: 'POST',
    path: `${ENVIRONMENT}/integrations`,
    body: {
      provider: 'github',
      credentials: { type: 'custom', client_id: 'id', client_secret: 'canary-new-secret' },
    },
    answers: 'oneIntegration',
  },
  {
    role: 'developer',
    method: 'POST',
    path: `${ENVIRONMENT}/integrations/copy`,
    body: { from_environment_id: 'environment_1' },
    answers: 'copiedIntegrations',
  },
  {
    role: 'developer',
    method: 'POST',
    path: `${ENVIRONMENT}/playground`,
    body: { user_id: 'user_1' },
    answers: 'widgetToken',
  },
  ...[PROVIDER, `${PROVIDER}/organization`].flatMap((path): readonly OperatorRoute[] => [
    { role: 'viewer', method: 'GET', path, answers: 'oneIntegration' },
    {
      role: 'developer',
      method: 'PUT',
      path,
      body: { description: 'x' },
      answers: 'oneIntegration',
    },
    {
      role: 'developer',
      method: 'POST',
      path: `${path}/check`,
      body: {},
      answers: 'integrationCheck',
    },
    { role: 'developer', isFresh: true, method: 'DELETE', path },
  ]),

  {
    role: 'viewer',
    method: 'GET',
    path: `${ENVIRONMENT}/connected_accounts`,
    answers: 'operatorAccountList',
  },
  { role: 'viewer', method: 'GET', path: ACCOUNT, answers: 'accountPage' },
  {
    role: 'developer',
    method: 'POST',
    path: `${ACCOUNT}/refresh`,
    body: {},
    answers: 'refreshedAccount',
  },
  {
    role: 'developer',
    method: 'POST',
    path: `${ACCOUNT}/mark-for-reauthorization`,
    body: {},
    answers: 'accountPage',
  },
  { role: 'developer', method: 'DELETE', path: ACCOUNT, answers: 'accountPage' },
  {
    role: 'viewer',
    method: 'GET',
    path: `${ENVIRONMENT}/organization_overrides`,
    answers: 'organizationOverrideList',
  },
  { role: 'viewer', method: 'GET', path: `${ENVIRONMENT}/overview`, answers: 'overview' },
  { role: 'viewer', method: 'GET', path: `${ENVIRONMENT}/api_keys`, answers: 'operatorKeyList' },
  {
    role: 'developer',
    isFresh: true,
    method: 'POST',
    path: `${ENVIRONMENT}/api_keys`,
    body: { name: 'Reporting' },
    answers: 'operatorNewKey',
  },
  {
    role: 'developer',
    isFresh: true,
    method: 'DELETE',
    path: `${ENVIRONMENT}/api_keys/key_000000000000`,
    answers: 'apiKey',
  },

  { role: 'owner', method: 'GET', path: '/operator/vault_keys', answers: 'vaultKeyList' },
  {
    role: 'owner',
    isFresh: true,
    method: 'POST',
    path: '/operator/vault_keys/k1/rewrap',
    answers: 'keyRewrap',
  },
  { role: 'owner', method: 'GET', path: '/operator/vault_keys/k1/check', answers: 'keyCheck' },
  {
    role: 'owner',
    isFresh: true,
    method: 'POST',
    path: '/operator/vault_keys/k1/retire',
    answers: 'keyRetirement',
  },
]
