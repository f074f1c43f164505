/** Every route of the dashboard's API, by whose role opens it: its laws walk through them (`routes/operator/laws.test.ts`). */
import type { ANSWERS } from '../contract/operator/answers.ts'
import type { Role } from '../domain/operator.ts'
import { SLUG, type Route } from './routes.ts'

export type OperatorRoute = Route & {
  /** Null: before anybody has signed in. */
  readonly role: Role | null
  /** Only within five minutes of signing in. */
  readonly isFresh?: true
  /** What a good answer is, is a file. */
  readonly isFile?: true
  /** What a good answer is called in `contract/operator/answers.ts`; absent: it has no body. */
  readonly answers?: keyof typeof ANSWERS
}

const ENVIRONMENT = '/operator/environments/environment_1'
const PROVIDER = `${ENVIRONMENT}/integrations/${SLUG}`
const ACCOUNT = `${ENVIRONMENT}/connected_accounts/data_installation_1`

const CREDENTIAL = {
  id: 'AAAA',
  rawId: 'AAAA',
  type: 'public-key',
  response: { clientDataJSON: 'AAAA', attestationObject: 'AAAA' },
}
const ASSERTION = {
  ...CREDENTIAL,
  response: { clientDataJSON: 'AAAA', authenticatorData: 'AAAA', signature: 'AAAA' },
}
const challenge_id = `AAAA.${'0'.repeat(64)}`

export const DASHBOARD_ROUTES: readonly OperatorRoute[] = [
  { role: null, method: 'GET', path: '/operator/session', answers: 'operatorState' },
  {
    role: null,
    method: 'POST',
    path: '/operator/setup/options',
    body: { token: 'x', name: 'Ada' },
    answers: 'ceremony',
  },
  {
    role: null,
    method: 'POST',
    path: '/operator/setup',
    body: { token: 'x', challenge_id, credential: CREDENTIAL },
    answers: 'operatorState',
  },
  {
    role: null,
    method: 'POST',
    path: '/operator/invitations/options',
    body: { token: 'x', name: 'Ada' },
    answers: 'ceremony',
  },
  {
    role: null,
    method: 'POST',
    path: '/operator/invitations/accept',
    body: { token: 'x', challenge_id, credential: CREDENTIAL },
    answers: 'operatorState',
  },
  { role: null, method: 'POST', path: '/operator/sign-in/options', body: {}, answers: 'ceremony' },
  {
    role: null,
    method: 'POST',
    path: '/operator/sign-in',
    body: { challenge_id, credential: ASSERTION },
    answers: 'operatorState',
  },
  {
    role: null,
    method: 'POST',
    path: '/operator/sign-in/access',
    body: {},
    answers: 'operatorState',
  },
  { role: null, method: 'POST', path: '/operator/sign-out', body: {} },

  { role: 'viewer', method: 'GET', path: '/operator/account', answers: 'operatorAccount' },
  {
    role: 'viewer',
    isFresh: true,
    method: 'POST',
    path: '/operator/passkeys/options',
    body: {},
    answers: 'ceremony',
  },
  {
    role: 'viewer',
    isFresh: true,
    method: 'POST',
    path: '/operator/passkeys',
    body: { challenge_id, credential: CREDENTIAL },
    answers: 'addedPasskey',
  },
  {
    role: 'viewer',
    method: 'PUT',
    path: '/operator/passkeys/passkey_1',
    body: { name: 'Phone' },
    answers: 'addedPasskey',
  },
  { role: 'viewer', isFresh: true, method: 'DELETE', path: '/operator/passkeys/passkey_1' },
  { role: 'viewer', isFresh: true, method: 'POST', path: '/operator/sessions/end-all', body: {} },
  { role: 'viewer', method: 'DELETE', path: '/operator/sessions/operator_session_1' },

  { role: 'owner', method: 'GET', path: '/operator/operators', answers: 'operatorList' },
  {
    role: 'owner',
    isFresh: true,
    method: 'PUT',
    path: '/operator/operators/operator_1',
    body: { role: 'viewer' },
    answers: 'changedOperator',
  },
  { role: 'owner', isFresh: true, method: 'DELETE', path: '/operator/operators/operator_1' },
  {
    role: 'owner',
    isFresh: true,
    method: 'POST',
    path: '/operator/invitations',
    body: { name: 'Grace', role: 'viewer' },
    answers: 'newInvitation',
  },
  { role: 'owner', method: 'DELETE', path: '/operator/invitations/operator_invitation_1' },
  { role: 'viewer', method: 'GET', path: '/operator/audit', answers: 'auditList' },
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
