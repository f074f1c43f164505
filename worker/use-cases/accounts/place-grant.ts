/**
 * Makes a grant the owner's connection. The account's row comes first, then the owner's object, then
 * the record of what it has decided; each step can be repeated, and the event's id repeats with it.
 */
import { eventIdOf, type EventName } from '../../domain/event.ts'
import type { ReplacedGrant, Replaces, Standing } from '../../domain/grant.ts'
import { UNSEEN, type ConnectedAccount } from '../../domain/integration.ts'
import type { OwnerReference } from '../../domain/owner.ts'
import { newId } from '../../kit/ids.ts'
import { fail, ok, type Result } from '../../kit/result.ts'
import type { Candidate } from '../../storage/connect-attempts.ts'
import {
  accountById,
  connectAccount,
  deletePendingAccount,
  insertPendingAccount,
  liveAccount,
} from '../../storage/connected-accounts.ts'
import { deleteGrantVersions, insertCredentialVersion } from '../../storage/credential-versions.ts'
import { commit, type Write } from '../../storage/database.ts'
import { insertEvent } from '../../storage/events.ts'
import { recordObservation } from '../../storage/observations.ts'
import { insertRevocation } from '../../storage/revocations.ts'
import { keyIdOf } from '../../vault/envelope.ts'
import { underActiveKey } from '../../vault/rewrap.ts'
import type { Deps } from '../deps.ts'
import { revokeBehind } from '../tokens/queued-revocations.ts'
import { accountEventData } from './account-event.ts'
import { credentialOfCandidate } from './candidate-credential.ts'
import { resealFor } from './reseal-candidate.ts'

export type NewGrant = {
  readonly reference: OwnerReference
  readonly slug: string
  readonly clientVersionId: string | null
  readonly candidate: Candidate
  /** Epoch milliseconds. */
  readonly obtainedAt: number
  /** How it proves itself, and what was set for it alone. An OAuth connection without config unless told. */
  readonly proof?: Proof
  /** Connected unless told. */
  readonly standing?: Standing
  /** What the owner must have for it to be taken; whatever the owner has unless told. */
  readonly replaces?: Replaces
  /** What is written with the record of the connection. */
  readonly writes?: (account: ConnectedAccount) => readonly Write[]
}

export type Proof = Pick<ConnectedAccount, 'authMethod' | 'config' | 'clientId' | 'secretLastFour'>

export const BY_OAUTH: Proof = {
  authMethod: 'oauth',
  config: {},
  clientId: null,
  secretLastFour: null,
}

export type PlaceFailure = { readonly kind: 'superseded' | 'conflict' }

const MAX_RACES = 3

/**
 * @returns `superseded` when the owner has had a newer grant since, or this one before; `conflict` when
 * the owner does not have what the grant was to replace. Nothing of the grant is left then.
 */
export async function placeGrant(
  deps: Deps,
  grant: NewGrant,
): Promise<Result<ConnectedAccount, PlaceFailure>> {
  const { reference } = grant
  const { candidate, previous, createdAt } = await reserve(deps, grant)
  const credential = credentialOfCandidate(candidate, grant.obtainedAt)
  const installed = await deps.ownerAccounts(reference).install({
    v: 1,
    reference,
    slug: grant.slug,
    accountId: candidate.accountId,
    credential,
    clientVersionId: grant.clientVersionId,
    knownSequence: previous?.sequence ?? 0,
    rules: candidate.rules ?? null,
    authMethod: (grant.proof ?? BY_OAUTH).authMethod,
    config: (grant.proof ?? BY_OAUTH).config,
    standing: grant.standing,
    replaces: grant.replaces,
  })
  if (installed.kind !== 'installed') {
    await forget(deps, reference, candidate)
    return fail({ kind: installed.kind })
  }
  const { sequence } = installed
  const account = accountOf(deps, grant, candidate, { createdAt, sequence })
  const at = { environmentId: account.environmentId, accountId: account.id }
  await commit(deps.db, [
    connectAccount(deps.db, account, keyIdOf(candidate.wrappedKey) ?? '', account.updatedAt),
    ...eventWrites(deps, grant, account, previous),
    ...(grant.writes?.(account) ?? []),
    ...(installed.observation === undefined
      ? []
      : [recordObservation(deps.db, at, installed.observation)]),
    ...queueReplaced(deps, account, previous, reference, installed.replaced),
  ])
  const { replaced } = installed
  if (replaced !== null) {
    const { grantId, epoch } = replaced.credential
    revokeBehind(deps, { ...at, accountId: replaced.accountId, grantId, epoch })
  }
  return ok(account)
}

/** Takes back what `reserve` wrote. */
async function forget(
  deps: Deps,
  { environmentId }: OwnerReference,
  { accountId, grantId }: Candidate,
): Promise<void> {
  const at = { environmentId, accountId, grantId }
  await commit(deps.db, [deletePendingAccount(deps.db, at), deleteGrantVersions(deps.db, at)])
}

/** Writes the pending row and the credential's record, under the id that the owner's account has. */
async function reserve(
  deps: Deps,
  grant: NewGrant,
): Promise<{
  readonly candidate: Candidate
  readonly previous: ConnectedAccount | undefined
  readonly createdAt: number
}> {
  const { reference } = grant
  const { environmentId } = reference
  const scope = { environmentId, subject: grant.candidate.accountId }
  let candidate = await underActiveKey(deps.keyring, grant.candidate, scope)
  for (let race = 0; race < MAX_RACES; race += 1) {
    const previous = await liveAccount(deps.db, reference)
    const accountId = previous?.id ?? (await unusedId(deps, candidate, reference))
    if (accountId !== candidate.accountId) {
      candidate = await resealFor(deps, candidate, reference, accountId)
    }
    const at = { environmentId, accountId: candidate.accountId }
    const createdAt = previous?.createdAt ?? deps.clock()
    if (previous === undefined) {
      const pending = accountOf(deps, grant, candidate, { createdAt, sequence: 0 })
      const keyId = keyIdOf(candidate.wrappedKey) ?? ''
      await commit(deps.db, [insertPendingAccount(deps.db, pending, keyId)])
    }
    // Two grants for one owner may both find no row; only one of theirs is inserted.
    const winner = previous ?? (await liveAccount(deps.db, reference))
    if (winner?.id === candidate.accountId) {
      const credential = credentialOfCandidate(candidate, grant.obtainedAt)
      await commit(deps.db, [insertCredentialVersion(deps.db, at, credential)])
      const isFirst = winner.state === 'pending'
      return { candidate, previous: isFirst ? undefined : previous, createdAt: winner.createdAt }
    }
  }
  throw new Error('an account could not be reserved')
}

/** The candidate's own id, unless that account was disconnected meanwhile: the next one has a new id. */
async function unusedId(
  deps: Deps,
  { accountId }: Candidate,
  { environmentId }: OwnerReference,
): Promise<string> {
  const dead = await accountById(deps.db, environmentId, accountId)
  return dead === undefined ? accountId : newId('data_installation', deps.clock(), deps.random)
}

function accountOf(
  deps: Deps,
  { reference, slug, clientVersionId, proof = BY_OAUTH, standing }: NewGrant,
  candidate: Candidate,
  row: Pick<ConnectedAccount, 'createdAt' | 'sequence'>,
): ConnectedAccount {
  return {
    id: candidate.accountId,
    environmentId: reference.environmentId,
    integrationId: reference.integrationId,
    slug,
    owner: reference.owner,
    role: 'compatibility',
    ...proof,
    state: standing?.status ?? 'connected',
    reason: standing?.reason ?? null,
    grantId: candidate.grantId,
    clientVersionId,
    scopes: candidate.scopes,
    accountIdentifier: candidate.accountIdentifier,
    accountDisplayName: candidate.accountDisplayName,
    care: UNSEEN,
    ...row,
    updatedAt: deps.clock(),
  }
}

/** To connect, anew too, is an event; to change what is connected is one if its state changes. */
function eventWrites(
  deps: Deps,
  { replaces }: NewGrant,
  account: ConnectedAccount,
  previous: ConnectedAccount | undefined,
): readonly Write[] {
  const isAmended = replaces !== undefined && replaces !== 'nothing'
  if (isAmended && previous?.state === account.state) return []
  const name: EventName =
    account.state === 'connected'
      ? 'pipes.connected_account.connected'
      : 'pipes.connected_account.reauthorization_needed'
  return [
    insertEvent(deps.db, {
      id: eventIdOf(account.id, account.sequence),
      environmentId: account.environmentId,
      name,
      data: accountEventData({ ...account, accountId: account.id }),
      createdAt: account.updatedAt,
    }),
  ]
}

/** The grant that was replaced goes back to its provider only if it was another account there. */
function queueReplaced(
  deps: Deps,
  account: ConnectedAccount,
  previous: ConnectedAccount | undefined,
  reference: OwnerReference,
  replaced: ReplacedGrant | null,
): readonly Write[] {
  if (replaced === null) return []
  const isOther =
    previous?.accountIdentifier != null &&
    account.accountIdentifier !== null &&
    previous.accountIdentifier !== account.accountIdentifier
  return [
    insertRevocation(deps.db, {
      reference,
      slug: account.slug,
      grant: replaced,
      cause: 'replaced',
      accountIdentifier: isOther ? previous.accountIdentifier : null,
      now: deps.clock(),
    }),
    // Nobody gives an API key back, so nobody else erases it.
    ...(replaced.authMethod === 'api_key'
      ? [
          deleteGrantVersions(deps.db, {
            environmentId: account.environmentId,
            accountId: replaced.accountId,
            grantId: replaced.credential.grantId,
          }),
        ]
      : []),
  ]
}
