/** The other answer to a refresh token, tried when the current one's own is refused (security.md F22). */
import type { RefreshJob } from '../../domain/object-messages.ts'
import { fail, ok, type Result } from '../../kit/result.ts'
import type { Secret } from '../../kit/secret.ts'
import { refreshTokens } from '../../oauth/token-client.ts'
import type { TokenFailure } from '../../oauth/token-failure.ts'
import type { TokenSet } from '../../oauth/token-set.ts'
import { openRefreshToken } from '../../vault/credential-vault.ts'
import type { ResolvedClient } from '../data-integrations/resolve-client.ts'
import type { Deps } from '../deps.ts'

export type Exchanged = {
  readonly answer: Result<TokenSet, TokenFailure>
  /** What was sent. */
  readonly spent: Secret<string>
  /** The spare is of no use any more. */
  readonly isSpareSpent: boolean
}

/**
 * Sends the spare where the current refresh token was refused; else nothing. Only its own refusal ends it:
 * a provider that does not answer has refused nothing.
 */
export async function spendSpare(
  deps: Deps,
  job: RefreshJob,
  { definition, client }: ResolvedClient,
  first: Exchanged,
): Promise<Exchanged> {
  const { spare, credential, reference, accountId, lease } = job
  if (spare == null || first.answer.ok || !isRefusal(first.answer.failure)) return first
  const { environmentId, environmentKind } = reference
  const { grantId, epoch } = credential
  const at = { environmentId, accountId, grantId, epoch }
  const opened = await openRefreshToken(deps.keyring, at, spare)
  if (!opened.ok) {
    const { kind } = opened.failure
    if (kind === 'integrity_error') return { ...first, isSpareSpent: true }
    return { ...first, answer: fail({ kind: 'configuration', code: kind }) }
  }
  const leftMs = lease.deadline - deps.timings.sinkDeadlineMs - deps.clock()
  // The current one was slow to be refused. Nothing is decided before both were.
  if (leftMs <= 0) {
    return { ...first, answer: fail({ kind: 'retry', code: 'spare_waits', retryAfterSeconds: 1 }) }
  }
  const egress = deps.egressFor(environmentKind)
  const signal = AbortSignal.timeout(leftMs)
  const answer = await refreshTokens(egress, definition, client, opened.value, deps.clock(), signal)
  deps.log.warn('spare_tried', {
    account_id: accountId,
    epoch,
    outcome: answer.ok ? 'refreshed' : answer.failure.kind,
  })
  if (answer.ok) return { answer: ok(answer.value), spent: opened.value, isSpareSpent: true }
  if (answer.failure.kind !== 'needs_reauthorization') return { ...first, answer }
  return { ...first, answer: fail(refusedTwice(first.answer.failure)), isSpareSpent: true }
}

const isRefusal = ({ kind }: TokenFailure): boolean =>
  kind === 'needs_reauthorization' || kind === 'suspect'

/** Both answers of one exchange are refused: which of them was the last one, nobody knows. */
const refusedTwice = (failure: TokenFailure): TokenFailure =>
  failure.kind === 'suspect' ? failure : { ...failure, code: 'rotation_uncertain' }
