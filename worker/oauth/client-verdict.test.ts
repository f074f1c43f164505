import { expect, test } from 'vitest'
import type { AuthorizationEvidence, TokenEvidence } from './client-probe.ts'
import { judgeClient, judgeEndpoint, judgeRedirectUri, judgeScopes } from './client-verdict.ts'

const token = (status: number | null, error: string | null = null): TokenEvidence => ({
  status,
  error,
})
const went = (
  outcome: AuthorizationEvidence['outcome'],
  error: string | null = null,
): AuthorizationEvidence => ({ status: outcome === 'refused' ? 400 : 302, error, outcome })

test.for([
  [token(401, 'invalid_client'), token(401, 'invalid_client'), 'wrong client_refused'],
  [token(400, 'unauthorized_client'), null, 'wrong client_refused'],
  [token(401), token(401), 'wrong client_refused'],
  [token(400, 'invalid_grant'), token(401, 'invalid_client'), 'ok client_accepted'],
  // The code is looked at first, or nobody looks at the client at all.
  [token(400, 'invalid_grant'), token(400, 'invalid_grant'), 'cannot_tell client_not_judged'],
  [token(200), token(401, 'invalid_client'), 'cannot_tell client_not_judged'],
  [token(400, 'invalid_grant'), null, 'cannot_tell public_client'],
  [token(null), token(401, 'invalid_client'), 'cannot_tell not_answered'],
  [token(503), token(503), 'cannot_tell client_not_judged'],
] as const)('a client: %j beside %j is %s', ([real, spoiled, expected]) => {
  const { verdict, code } = judgeClient(real, spoiled)
  expect(`${verdict} ${code}`).toBe(expected)
})

test.for([
  [token(404), 'wrong endpoint_missing'],
  [token(400, 'invalid_grant'), 'ok endpoint_answers'],
  [token(401), 'ok endpoint_answers'],
  [token(200), 'cannot_tell not_answered'],
  [token(null), 'cannot_tell not_answered'],
] as const)('an endpoint: %j is %s', ([real, expected]) => {
  const { verdict, code } = judgeEndpoint(real)
  expect(`${verdict} ${code}`).toBe(expected)
})

test.for([
  [went('returned'), went('refused'), false, 'ok redirect_uri_accepted'],
  [went('elsewhere'), went('refused'), false, 'ok redirect_uri_accepted'],
  [went('elsewhere'), went('elsewhere'), false, 'cannot_tell redirect_uri_not_judged'],
  [went('refused'), went('refused'), false, 'wrong redirect_uri_refused'],
  [went('refused'), went('refused'), true, 'cannot_tell redirect_uri_not_judged'],
  [
    went('elsewhere', 'redirect_uri_mismatch'),
    went('elsewhere'),
    false,
    'wrong redirect_uri_refused',
  ],
  [went('silent'), went('refused'), false, 'cannot_tell not_answered'],
] as const)('a redirect URI: %j beside %j is %s', ([real, spoiled, isClientRefused, expected]) => {
  const { verdict, code } = judgeRedirectUri(real, spoiled, isClientRefused)
  expect(`${verdict} ${code}`).toBe(expected)
})

test.for([
  [went('returned', 'invalid_scope'), went('returned', 'invalid_scope'), 'wrong scope_unknown'],
  [went('elsewhere'), went('returned', 'invalid_scope'), 'ok scopes_accepted'],
  [went('elsewhere'), went('elsewhere'), 'cannot_tell scopes_not_judged'],
  [went('silent'), went('silent'), 'cannot_tell not_answered'],
] as const)('scopes: %j beside %j is %s', ([real, spoiled, expected]) => {
  const { verdict, code } = judgeScopes(real, spoiled)
  expect(`${verdict} ${code}`).toBe(expected)
})
