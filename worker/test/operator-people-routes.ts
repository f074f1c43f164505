/** Routes of signing in, of one's own account, and of the others. */
import type { OperatorRoute } from './operator-route.ts'

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

export const PEOPLE_ROUTES: readonly OperatorRoute[] = [
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
]
