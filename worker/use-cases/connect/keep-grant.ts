/**
 * What a provider granted: sealed as a candidate, and made a connection at once where nobody has to
 * finish it. What cannot be kept is given back.
 */
import { randomToken, sha256Hex } from '../../kit/digest.ts'
import { newId } from '../../kit/ids.ts'
import { errorFields } from '../../kit/log.ts'
import { fail, ok, type Result } from '../../kit/result.ts'
import { fetchIdentity, type ProviderIdentity } from '../../oauth/identity.ts'
import type { TokenSet } from '../../oauth/token-set.ts'
import { careRulesOf } from '../../providers/care-rules.ts'
import {
  storeCandidate,
  type Candidate,
  type ConnectAttempt,
} from '../../storage/connect-attempts.ts'
import { isAccountHeld, liveAccount } from '../../storage/connected-accounts.ts'
import { environmentById } from '../../storage/environments.ts'
import { sealTokens } from '../../vault/credential-vault.ts'
import type { Deps } from '../deps.ts'
import { revokeTokens } from '../tokens/revoke-grant.ts'
import { referenceOfAttempt } from './attempt-reference.ts'
import type { PreparedExchange } from './prepare-exchange.ts'
import { promoteCandidate } from './promote-candidate.ts'

export type KeptGrant = {
  readonly attempt: ConnectAttempt
  readonly outcome: 'pending' | 'connected'
  /** For the app's own page; only where no handoff has bound the browser already. */
  readonly completionCode: string | null
}

export async function keepGrant(
  deps: Deps,
  attempt: ConnectAttempt,
  { environment, resolved }: Omit<PreparedExchange, 'codeVerifier'>,
  tokens: TokenSet,
): Promise<Result<KeptGrant, { readonly kind: 'storage_failed' }>> {
  const egress = deps.egressFor(environment.kind)
  const { definition } = resolved
  const identity = await fetchIdentity(egress, definition, tokens.accessToken, tokens.metadata)
  const needsCode = attempt.binding === 'verifier' && attempt.handoffTokenHash === null
  const completionCode = needsCode ? randomToken(deps.random) : null
  let pending: ConnectAttempt
  try {
    pending = await storeSealed(deps, attempt, { environment, definition }, tokens, {
      identity,
      completionCode,
    })
  } catch (error) {
    deps.log.error('candidate_lost', { attempt_id: attempt.id, ...errorFields(error) })
    // Many providers end all tokens of a user at once: where another connection may live, or D1
    // cannot say, the grant is forgotten (decision 17).
    const isHeld =
      identity.identifier === undefined ||
      (await isAccountHeld(deps.db, attempt.environmentId, attempt.slug, identity.identifier).catch(
        () => true,
      ))
    const outcome = isHeld
      ? 'skipped_shared_grant'
      : await revokeTokens(deps, referenceOfAttempt(attempt, environment), resolved, tokens)
    deps.log.info('candidate_revoked', { attempt_id: attempt.id, slug: attempt.slug, outcome })
    return fail({ kind: 'storage_failed' })
  }
  if (attempt.binding === 'verifier') {
    return ok({ attempt: pending, outcome: 'pending', completionCode })
  }
  const promoted = await promoteCandidate(deps, pending, referenceOfAttempt(pending, environment))
  if (!promoted.ok) return fail({ kind: 'storage_failed' })
  return ok({ attempt: pending, outcome: 'connected', completionCode: null })
}

/** Makes a connection of a candidate that nobody has to prove any more. Can be repeated. */
export async function finishWithoutVerifier(
  deps: Deps,
  attempt: ConnectAttempt,
): Promise<Result<KeptGrant, { readonly kind: 'superseded' }>> {
  const environment = await environmentById(deps.db, attempt.environmentId)
  if (environment === undefined) throw new Error('the environment of an attempt is gone')
  const promoted = await promoteCandidate(deps, attempt, referenceOfAttempt(attempt, environment))
  if (!promoted.ok) return promoted
  return ok({ attempt, outcome: 'connected', completionCode: null })
}

async function storeSealed(
  deps: Deps,
  attempt: ConnectAttempt,
  {
    environment,
    definition,
  }: Pick<PreparedExchange, 'environment'> & Pick<PreparedExchange['resolved'], 'definition'>,
  tokens: TokenSet,
  {
    identity,
    completionCode,
  }: { readonly identity: ProviderIdentity; readonly completionCode: string | null },
): Promise<ConnectAttempt> {
  const existing = await liveAccount(deps.db, referenceOfAttempt(attempt, environment))
  const now = deps.clock()
  const accountId = existing?.id ?? newId('data_installation', now, deps.random)
  const grantId = newId('grant', now, deps.random)
  const at = { environmentId: attempt.environmentId, accountId, grantId, epoch: 1 }
  const sealed = await sealTokens(deps.keyring, at, tokens)
  if (!sealed.ok) throw new Error(sealed.failure.kind)
  const candidate: Candidate = {
    ...sealed.value,
    accountId,
    grantId,
    expiresAt: tokens.expiresAt ?? null,
    refreshExpiresAt: tokens.refreshTokenExpiresAt ?? null,
    rules: careRulesOf(definition),
    scopes: tokens.scopes ?? attempt.scopes,
    metadata: { ...tokens.metadata },
    accountIdentifier: identity.identifier ?? null,
    accountDisplayName: identity.displayName ?? null,
  }
  const codeHash = completionCode === null ? null : await sha256Hex(completionCode)
  if (!(await storeCandidate(deps.db, attempt, candidate, codeHash, now))) {
    throw new Error('the attempt ended during the exchange')
  }
  return { ...attempt, status: 'pending', candidate, updatedAt: now }
}
