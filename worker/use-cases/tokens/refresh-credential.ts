/**
 * Refreshes one credential: open, send, seal, store in two sinks. It runs outside of the object
 * that granted the lease, under `waitUntil`, so neither a killed object nor a caller who hangs up
 * loses the answer (security.md 4.5). Nobody sees the new token before one sink has it.
 */
import type { SealedCredential } from '../../domain/grant.ts'
import type { CommitRequest, RefreshJob } from '../../domain/object-messages.ts'
import { errorFields } from '../../kit/log.ts'
import type { Result } from '../../kit/result.ts'
import type { Secret } from '../../kit/secret.ts'
import { refreshTokens } from '../../oauth/token-client.ts'
import type { TokenFailure } from '../../oauth/token-failure.ts'
import type { TokenSet } from '../../oauth/token-set.ts'
import { careRulesOf } from '../../providers/care-rules.ts'
import {
  deleteOldEpochs,
  insertCredentialVersion,
  newestCredential,
} from '../../storage/credential-versions.ts'
import { commit } from '../../storage/database.ts'
import { insertRevocation } from '../../storage/revocations.ts'
import { openRefreshToken, sealTokens } from '../../vault/credential-vault.ts'
import { resolveClient, type ResolvedClient } from '../data-integrations/resolve-client.ts'
import type { Deps } from '../deps.ts'
import { admit, admitAll, judge } from './client-breaker.ts'
import { revokeQueued } from './queued-revocations.ts'
import { spendSpare } from './spend-spare.ts'
import { tryRepeatedly } from './try-repeatedly.ts'

export async function refreshCredential(deps: Deps, job: RefreshJob): Promise<void> {
  const { reference, credential } = job
  const at = {
    environmentId: reference.environmentId,
    accountId: job.accountId,
    grantId: credential.grantId,
    epoch: credential.epoch,
  }
  if (credential.sealedRefresh === null) {
    return refuse(deps, job, { kind: 'needs_reauthorization', code: 'no_refresh_token' })
  }
  // What the lease leaves beside the exchange and the sinks; a silent D1 must not eat into theirs.
  const { leaseMs, providerDeadlineMs, sinkDeadlineMs } = deps.timings
  const deadlineMs = leaseMs - providerDeadlineMs - sinkDeadlineMs
  const of = {
    environmentId: reference.environmentId,
    integrationId: reference.integrationId,
    slug: job.slug,
    clientVersionId: job.clientVersionId,
    config: job.config,
  }
  const found = await tryRepeatedly(1, { clock: deps.clock, deadlineMs }, () =>
    Promise.all([
      resolveClient(deps, of, job.sealedClient),
      admit(deps, of, job.wasHeld === true),
      newerEscrow(deps, job),
    ]),
  )
  // Nothing has been sent: whatever is wrong here is ours to repair, and the grant is untouched.
  if (!found.ok) {
    return refuse(deps, job, { kind: 'retry', code: 'storage_unavailable', retryAfterSeconds: 1 })
  }
  const [resolved, admitted, newer] = found.value
  // The object's storage was put back to before a refresh: its token is spent, and its successor here.
  if (newer !== undefined) return adopt(deps, job, newer)
  if (!resolved.ok) return refuse(deps, job, { kind: 'configuration', code: resolved.failure.kind })
  if (!admitted.ok) return refuse(deps, job, admitted.failure)
  const opened = await openRefreshToken(deps.keyring, at, {
    sealedRefresh: credential.sealedRefresh,
    wrappedKey: credential.wrappedKey,
  })
  if (!opened.ok) return refuse(deps, job, { kind: 'configuration', code: opened.failure.kind })

  const first = await exchange(deps, job, resolved.value, opened.value)
  const { answer, spent, isSpareSpent } = await spendSpare(deps, job, resolved.value, {
    answer: first,
    spent: opened.value,
    isSpareSpent: false,
  })
  if (!answer.ok) {
    // What the built-in provider does wrong is scripted for one account, and says nothing about others.
    const isScripted = resolved.value.definition.builtIn === true
    if (isScripted) return refuse(deps, job, answer.failure, isSpareSpent)
    const failure = ofOwnClient(job, answer.failure) ?? (await judge(deps, of, answer.failure))
    return refuse(deps, job, failure, isSpareSpent)
  }

  deps.waitUntil(admitAll(deps, admitted.probed))
  const next = await sealNext(deps, job, answer.value, spent)
  await storeInBothSinks(deps, job, next, resolved.value)
}

/** A connection that brings its own client: when that is refused it is its owner who has to act, and nobody else. */
function ofOwnClient(job: RefreshJob, failure: TokenFailure): TokenFailure | undefined {
  const isOwn = job.authMethod === 'client_credentials' && failure.kind === 'configuration'
  return isOwn && failure.providerStatus !== undefined
    ? { ...failure, kind: 'needs_reauthorization' }
    : undefined
}

/** A later credential of the grant in the second sink. A silent D1 stops no first spending. */
async function newerEscrow(
  deps: Deps,
  { reference, accountId, credential }: RefreshJob,
): Promise<SealedCredential | undefined> {
  const { environmentId } = reference
  const at = { environmentId, accountId, grantId: credential.grantId }
  const newest = await newestCredential(deps.db, at).catch(() => undefined)
  return newest !== undefined && newest.epoch > credential.epoch ? newest : undefined
}

async function adopt(deps: Deps, job: RefreshJob, credential: SealedCredential): Promise<void> {
  const { accountId, lease, reference, slug } = job
  const request = { v: 1 as const, accountId, leaseId: lease.id, credential, sealedClient: null }
  const limits = { clock: deps.clock, deadlineMs: deps.timings.sinkDeadlineMs }
  await tryRepeatedly(4, limits, async () => deps.ownerAccounts(reference).commit(request))
  deps.log.warn('escrow_adopted', { account_id: accountId, slug, epoch: credential.epoch })
}

/** An unknown outcome is replayed once, at once, unless that could kill a token that still lives. */
async function exchange(
  deps: Deps,
  job: RefreshJob,
  { definition, client }: ResolvedClient,
  refreshToken: Secret<string>,
): Promise<Result<TokenSet, TokenFailure>> {
  const egress = deps.egressFor(job.reference.environmentKind)
  const send = (signal?: AbortSignal): Promise<Result<TokenSet, TokenFailure>> =>
    refreshTokens(egress, definition, client, refreshToken, deps.clock(), signal)

  const startedAt = deps.clock()
  const first = await send()
  if (first.ok || first.failure.kind !== 'unknown_outcome') return first
  const isStillAlive = (job.credential.expiresAt ?? Infinity) > deps.clock()
  if (isStillAlive && definition.oauth.refresh.reuseKills) return first
  const spentMs = deps.clock() - startedAt
  const leftMs = job.lease.deadline - deps.timings.sinkDeadlineMs - deps.clock()
  if (leftMs <= Math.min(spentMs, deps.timings.providerDeadlineMs)) return first
  const second = await send(AbortSignal.timeout(leftMs))
  if (second.ok || second.failure.kind !== 'needs_reauthorization') return second
  // The refusal may be of the token that the lost answer had already replaced.
  return { ok: false, failure: { ...second.failure, code: 'rotation_uncertain' } }
}

async function sealNext(
  deps: Deps,
  job: RefreshJob,
  tokens: TokenSet,
  spent: Secret<string>,
): Promise<SealedCredential> {
  const { reference, credential } = job
  const epoch = credential.epoch + 1
  const sealed = await sealTokens(
    deps.keyring,
    {
      environmentId: reference.environmentId,
      accountId: job.accountId,
      grantId: credential.grantId,
      epoch,
      wrappedKey: credential.wrappedKey,
    },
    // A provider that does not rotate answers without one: the old one stays good (RFC 6749 §6).
    { accessToken: tokens.accessToken, refreshToken: tokens.refreshToken ?? spent },
  )
  if (!sealed.ok) throw new Error('the key that opened a credential cannot seal its successor')
  return {
    ...sealed.value,
    grantId: credential.grantId,
    epoch,
    refreshExpiresAt: tokens.refreshTokenExpiresAt ?? keptExpiry(credential, tokens),
    expiresAt: tokens.expiresAt ?? sameLifetime(credential, deps.clock()),
    obtainedAt: deps.clock(),
    scopes: tokens.scopes ?? credential.scopes,
    metadata: { ...credential.metadata, ...tokens.metadata },
  }
}

/** A refresh token that was not replaced ends when it was to end; of a new one nothing is known. */
const keptExpiry = ({ refreshExpiresAt }: SealedCredential, tokens: TokenSet): number | null =>
  tokens.refreshToken === undefined ? refreshExpiresAt : null

/** An answer without `expires_in` promises what the one before it did (RFC 6749 §5.1: "optional"). */
const sameLifetime = ({ expiresAt, obtainedAt }: SealedCredential, now: number): number | null =>
  expiresAt === null ? null : now + Math.max(0, expiresAt - obtainedAt)

async function storeInBothSinks(
  deps: Deps,
  job: RefreshJob,
  credential: SealedCredential,
  { definition, sealed: sealedClient }: ResolvedClient,
): Promise<void> {
  const { accountId, lease, reference } = job
  const request: CommitRequest = {
    v: 1,
    accountId,
    leaseId: lease.id,
    credential,
    sealedClient,
    rules: careRulesOf(definition),
  }
  const limits = { clock: deps.clock, deadlineMs: deps.timings.sinkDeadlineMs }

  // The escrow goes first in time: an object that is told of a token may be killed the next moment.
  const at = { environmentId: reference.environmentId, accountId }
  const escrow = tryRepeatedly(3, limits, () =>
    commit(deps.db, [
      insertCredentialVersion(deps.db, at, credential),
      deleteOldEpochs(deps.db, { ...at, grantId: credential.grantId }, credential.epoch),
    ]),
  )
  const object = tryRepeatedly(4, limits, async () => deps.ownerAccounts(reference).commit(request))
  const [escrowed, settled] = await Promise.all([escrow, object])

  if (!escrowed.ok) {
    deps.log.warn('escrow_failed', { account_id: accountId, ...errorFields(escrowed.failure) })
  }
  if (!settled.ok) {
    deps.log.warn('commit_failed', { account_id: accountId, ...errorFields(settled.failure) })
    if (!escrowed.ok) deps.log.error('token_sinks_exhausted', { account_id: accountId })
    return
  }
  deps.log.info('credential_refreshed', {
    account_id: accountId,
    slug: job.slug,
    epoch: credential.epoch,
    outcome: settled.value.kind,
  })
  if (settled.value.kind === 'superseded') await giveBack(deps, job, credential)
}

/**
 * The user disconnected or connected again meanwhile: what came too late is given back, unless a live
 * connection may stand on the same grant.
 */
async function giveBack(deps: Deps, job: RefreshJob, credential: SealedCredential): Promise<void> {
  const { reference, accountId, slug, clientVersionId } = job
  const { authMethod, config } = job
  const grant = {
    accountId,
    clientVersionId,
    credential,
    ...(authMethod === undefined ? {} : { authMethod }),
    ...(config === undefined ? {} : { config }),
  }
  const { grantId, epoch } = credential
  await commit(deps.db, [
    insertRevocation(deps.db, { reference, slug, grant, cause: 'late_answer', now: deps.clock() }),
  ])
  await revokeQueued(deps, { environmentId: reference.environmentId, accountId, grantId, epoch })
}

async function refuse(
  deps: Deps,
  job: RefreshJob,
  failure: TokenFailure,
  isSpareSpent = false,
): Promise<void> {
  const { accountId, lease, credential } = job
  deps.log.warn('refresh_failed', {
    account_id: accountId,
    slug: job.slug,
    class: failure.kind,
    code: failure.code,
    provider_status: failure.providerStatus,
  })
  const limits = { clock: deps.clock, deadlineMs: deps.timings.sinkDeadlineMs }
  await tryRepeatedly(4, limits, async () =>
    deps.ownerAccounts(job.reference).refuse({
      v: 1,
      accountId,
      leaseId: lease.id,
      grantId: credential.grantId,
      failure: {
        kind: failure.kind,
        code: failure.code,
        retryAfterSeconds: failure.retryAfterSeconds,
      },
      isSpareSpent,
    }),
  )
}
