/**
 * What a provider granted: sealed as a candidate, and made a connection at once where nobody has to
 * finish it. What cannot be kept is given back.
 */
import type { Environment } from '../../domain/environment.ts'
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
import {
  accountById,
  compatibilityAccount,
  isAccountHeld,
} from '../../storage/connected-accounts.ts'
import { environmentById } from '../../storage/environments.ts'
import { sealTokens } from '../../vault/credential-vault.ts'
import type { Deps } from '../deps.ts'
import { revokeTokens } from '../tokens/revoke-grant.ts'
import { referenceOfAttempt } from './attempt-reference.ts'
import type { AttemptFailureCode } from '../../domain/attempt-failure.ts'
import type { PreparedExchange } from './prepare-exchange.ts'
import { endingOf, promoteCandidate, type PromoteFailure } from './promote-candidate.ts'

export type KeptGrant = {
  readonly attempt: ConnectAttempt
  readonly outcome: 'pending' | 'connected'
  /** For the app's own page; only where no handoff has bound the browser already. */
  readonly completionCode: string | null
}

/** Why a grant is not kept. What it was is over at its provider then, or left to another connection. */
export type KeepFailure = {
  readonly kind: AttemptFailureCode
  /** Whether the attempt has ended already. */
  readonly isEnded: boolean
}

export async function keepGrant(
  deps: Deps,
  attempt: ConnectAttempt,
  { environment, resolved }: Omit<PreparedExchange, 'codeVerifier'>,
  bought: TokenSet,
): Promise<Result<KeptGrant, KeepFailure>> {
  const egress = deps.egressFor(environment.kind)
  const { definition } = resolved
  const identity = await fetchIdentity(egress, definition, bought.accessToken, bought.metadata)
  const tokens = { ...bought, metadata: { ...identity.metadata, ...bought.metadata } }
  const needsCode = attempt.binding === 'verifier' && attempt.handoffTokenHash === null
  const completionCode = needsCode ? randomToken(deps.random) : null
  const given = { environment, resolved, identity }
  let pending: ConnectAttempt
  try {
    const misfit = await misfitOf(deps, attempt, identity)
    if (misfit !== undefined) {
      await giveBack(deps, attempt, given, tokens)
      return fail({ kind: misfit, isEnded: false })
    }
    pending = await storeSealed(deps, attempt, { environment, definition }, tokens, {
      identity,
      completionCode,
    })
  } catch (error) {
    deps.log.error('candidate_lost', { attempt_id: attempt.id, ...errorFields(error) })
    await giveBack(deps, attempt, given, tokens)
    return fail({ kind: 'storage_failed', isEnded: false })
  }
  if (attempt.binding === 'verifier') {
    return ok({ attempt: pending, outcome: 'pending', completionCode })
  }
  const promoted = await promoteCandidate(deps, pending, referenceOfAttempt(pending, environment))
  if (!promoted.ok) return fail({ kind: endingOf(promoted.failure), isEnded: true })
  return ok({ attempt: pending, outcome: 'connected', completionCode: null })
}

/** Whether it is another account than the one that was to be authorized anew (security.md T12). */
async function misfitOf(
  deps: Deps,
  { environmentId, targetAccountId }: ConnectAttempt,
  { identifier }: ProviderIdentity,
): Promise<'account_not_found' | 'account_mismatch' | undefined> {
  if (targetAccountId === null) return undefined
  const target = await accountById(deps.db, environmentId, targetAccountId)
  if (target === undefined || target.state === 'disconnected') return 'account_not_found'
  const isKnown = target.accountIdentifier !== null && identifier !== undefined
  return isKnown && target.accountIdentifier !== identifier ? 'account_mismatch' : undefined
}

/**
 * Revokes what will never be a connection. Many providers end all tokens of a user at once: where another
 * connection may live, or D1 cannot say, the grant is forgotten (decision 17).
 */
async function giveBack(
  deps: Deps,
  attempt: ConnectAttempt,
  {
    environment,
    resolved,
    identity,
  }: Omit<PreparedExchange, 'codeVerifier'> & { readonly identity: ProviderIdentity },
  tokens: TokenSet,
): Promise<void> {
  const reference = referenceOfAttempt(attempt, environment)
  const { slug } = attempt
  const isHeld =
    identity.identifier === undefined ||
    (await isAccountHeld(deps.db, { ...reference, slug }, identity.identifier).catch(() => true))
  const outcome = isHeld
    ? 'skipped_shared_grant'
    : await revokeTokens(deps, reference, resolved, { ...tokens, account: identity.identifier })
  deps.log.info('candidate_revoked', { attempt_id: attempt.id, slug, outcome })
}

/** Makes a connection of a candidate that nobody has to prove any more. Can be repeated. */
export async function finishWithoutVerifier(
  deps: Deps,
  attempt: ConnectAttempt,
): Promise<Result<KeptGrant, PromoteFailure>> {
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
  const now = deps.clock()
  const accountId =
    (await knownAccountId(deps, attempt, environment)) ??
    newId('data_installation', now, deps.random)
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
    ...(identity.pictureUrl === undefined ? {} : { pictureUrl: identity.pictureUrl }),
  }
  const codeHash = completionCode === null ? null : await sha256Hex(completionCode)
  if (!(await storeCandidate(deps.db, attempt, candidate, codeHash, now))) {
    throw new Error('the attempt ended during the exchange')
  }
  return { ...attempt, status: 'pending', candidate, updatedAt: now }
}

/** The connection that the grant will renew, unless somebody is faster; one more has a new id. */
async function knownAccountId(
  deps: Deps,
  attempt: ConnectAttempt,
  environment: Environment,
): Promise<string | undefined> {
  if (attempt.targetAccountId !== null) return attempt.targetAccountId
  if (attempt.intent === 'add') return undefined
  return (await compatibilityAccount(deps.db, referenceOfAttempt(attempt, environment)))?.id
}
