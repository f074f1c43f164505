/**
 * What can be concluded about a client from a provider's answers. Each answer stands beside one to a request
 * that is wrong on purpose: a provider that answers both alike has not looked, and nothing can be told.
 */
import type { AuthorizationEvidence, TokenEvidence } from './client-probe.ts'

export type Finding<Evidence = TokenEvidence> = {
  readonly verdict: 'ok' | 'wrong' | 'cannot_tell'
  readonly code: FindingCode
  readonly evidence: Evidence | null
}

export type FindingCode =
  | 'client_accepted'
  | 'client_refused'
  | 'client_not_judged'
  | 'public_client'
  | 'endpoint_answers'
  | 'endpoint_missing'
  | 'not_answered'
  | 'redirect_uri_accepted'
  | 'redirect_uri_refused'
  | 'redirect_uri_not_judged'
  | 'scopes_accepted'
  | 'scope_unknown'
  | 'scopes_not_judged'
  | 'nothing_to_check'
  | 'organizations_bring_clients'
  | 'config_needed'

const isRefused = ({ status, error }: TokenEvidence): boolean =>
  error === 'invalid_client' || error === 'unauthorized_client' || status === 401

const isMissing = ({ status }: TokenEvidence): boolean =>
  status === 404 || status === 405 || status === 410

/** @param spoiled the answer to the same client with another secret; null for a client without one */
export function judgeClient(real: TokenEvidence, spoiled: TokenEvidence | null): Finding {
  const evidence = real
  if (real.status === null) return { verdict: 'cannot_tell', code: 'not_answered', evidence }
  if (isRefused(real)) return { verdict: 'wrong', code: 'client_refused', evidence }
  if (spoiled === null) return { verdict: 'cannot_tell', code: 'public_client', evidence }
  return isRefused(spoiled) && real.error !== null
    ? { verdict: 'ok', code: 'client_accepted', evidence }
    : { verdict: 'cannot_tell', code: 'client_not_judged', evidence }
}

export function judgeEndpoint(real: TokenEvidence): Finding {
  const evidence = real
  if (real.status === null) return { verdict: 'cannot_tell', code: 'not_answered', evidence }
  if (isMissing(real)) return { verdict: 'wrong', code: 'endpoint_missing', evidence }
  return real.error !== null || real.status === 401
    ? { verdict: 'ok', code: 'endpoint_answers', evidence }
    : { verdict: 'cannot_tell', code: 'not_answered', evidence }
}

/**
 * @param spoiled the answer to a redirect URI that nobody registered
 * @param isClientRefused a provider that does not know the client says nothing about its addresses
 */
export function judgeRedirectUri(
  real: AuthorizationEvidence,
  spoiled: AuthorizationEvidence,
  isClientRefused: boolean,
): Finding<AuthorizationEvidence> {
  const evidence = real
  if (real.outcome === 'silent') return { verdict: 'cannot_tell', code: 'not_answered', evidence }
  if (real.outcome === 'returned') return { verdict: 'ok', code: 'redirect_uri_accepted', evidence }
  const isNamed = real.error === 'redirect_uri_mismatch' || real.error === 'invalid_redirect_uri'
  if (isNamed) return { verdict: 'wrong', code: 'redirect_uri_refused', evidence }
  if (real.outcome === 'refused') {
    return isClientRefused
      ? { verdict: 'cannot_tell', code: 'redirect_uri_not_judged', evidence }
      : { verdict: 'wrong', code: 'redirect_uri_refused', evidence }
  }
  return spoiled.outcome === 'refused'
    ? { verdict: 'ok', code: 'redirect_uri_accepted', evidence }
    : { verdict: 'cannot_tell', code: 'redirect_uri_not_judged', evidence }
}

/** @param spoiled the answer with a scope more that no provider has */
export function judgeScopes(
  real: AuthorizationEvidence,
  spoiled: AuthorizationEvidence,
): Finding<AuthorizationEvidence> {
  const evidence = real
  if (real.outcome === 'silent') return { verdict: 'cannot_tell', code: 'not_answered', evidence }
  if (real.error === 'invalid_scope') return { verdict: 'wrong', code: 'scope_unknown', evidence }
  return spoiled.error === 'invalid_scope'
    ? { verdict: 'ok', code: 'scopes_accepted', evidence }
    : { verdict: 'cannot_tell', code: 'scopes_not_judged', evidence }
}
