/** The row that precedes a grant's first byte in its owner's object, and the sealed grant beside it. */
import type { Standing } from '../../domain/object-messages.ts'
import {
  PLAIN,
  UNSEEN,
  type ConnectedAccount,
  type ConnectionRole,
} from '../../domain/integration.ts'
import type { OwnerReference } from '../../domain/owner.ts'
import { newId } from '../../kit/ids.ts'
import type { Candidate } from '../../storage/connect-attempts.ts'
import {
  accountById,
  compatibilityAccount,
  insertPendingAccount,
} from '../../storage/connected-accounts.ts'
import { deletePendingAccount } from '../../storage/connection-slots.ts'
import { insertCredentialVersion } from '../../storage/credential-versions.ts'
import { commit, type Write } from '../../storage/database.ts'
import { keyIdOf } from '../../vault/envelope.ts'
import { underActiveKey } from '../../vault/rewrap.ts'
import type { Deps } from '../deps.ts'
import { credentialOfCandidate } from './candidate-credential.ts'
import type { NewGrant } from './place-grant.ts'
import { BY_OAUTH } from './proof.ts'
import { resealFor } from './reseal-candidate.ts'

const MAX_RACES = 3

/** Takes back what `reserve` wrote. */
export const forget = (
  deps: Deps,
  { environmentId }: OwnerReference,
  { accountId, grantId }: Candidate,
): Promise<void> =>
  commit(deps.db, deletePendingAccount(deps.db, { environmentId, accountId, grantId }))

export type Reserved = {
  readonly candidate: Candidate
  /** The connection as it was, if it had come to be. */
  readonly previous: ConnectedAccount | undefined
  readonly role: ConnectionRole
  readonly createdAt: number
}

/**
 * Writes the pending row and the credential's record, under the id that the connection has.
 *
 * @param held the connection that the owner's object has named
 * @returns undefined where a connection that was added has been ended since
 */
export async function reserve(
  deps: Deps,
  grant: NewGrant,
  held: string | undefined,
): Promise<Reserved | undefined> {
  const { reference, intent } = grant
  const { environmentId } = reference
  const isSlots = intent === undefined && held === undefined
  const scope = { environmentId, subject: grant.candidate.accountId }
  let candidate = await underActiveKey(deps.keyring, grant.candidate, scope)
  for (let race = 0; race < MAX_RACES; race += 1) {
    const wanted = held ?? candidate.accountId
    const find = () =>
      isSlots
        ? compatibilityAccount(deps.db, reference)
        : accountById(deps.db, environmentId, wanted)
    const previous = await find()
    if (intent === 'add' && previous?.state === 'disconnected') return undefined
    const accountId =
      previous?.id ?? (isSlots ? await unusedId(deps, candidate, reference) : wanted)
    if (accountId !== candidate.accountId) {
      candidate = await resealFor(deps, candidate, reference, accountId)
    }
    const reserved: Reserved = {
      candidate,
      previous,
      role: previous?.role ?? (isSlots ? 'compatibility' : 'standard'),
      createdAt: previous?.createdAt ?? deps.clock(),
    }
    if (previous === undefined) await commit(deps.db, [pendingRow(deps, grant, reserved)])
    // Two grants for one owner may both find no row; only one of theirs is inserted.
    const winner = previous ?? (await find())
    if (winner?.id === candidate.accountId) {
      await commit(deps.db, [escrow(deps, grant, candidate)])
      const isFirst = winner.state === 'pending'
      return {
        ...reserved,
        previous: isFirst ? undefined : previous,
        createdAt: winner.createdAt,
      }
    }
  }
  throw new Error('an account could not be reserved')
}

export function pendingRow(deps: Deps, grant: NewGrant, reserved: Reserved): Write {
  const { candidate, role, createdAt } = reserved
  const pending = accountOf(deps, grant, candidate, { role, createdAt, sequence: 0 })
  return insertPendingAccount(deps.db, pending, keyIdOf(candidate.wrappedKey) ?? '')
}

export const escrow = (
  deps: Deps,
  { reference, obtainedAt }: NewGrant,
  candidate: Candidate,
): Write =>
  insertCredentialVersion(
    deps.db,
    { environmentId: reference.environmentId, accountId: candidate.accountId },
    credentialOfCandidate(candidate, obtainedAt),
  )

/** The candidate's own id, unless that account was disconnected meanwhile: the next one has a new id. */
async function unusedId(
  deps: Deps,
  { accountId }: Candidate,
  { environmentId }: OwnerReference,
): Promise<string> {
  const dead = await accountById(deps.db, environmentId, accountId)
  return dead === undefined ? accountId : newId('data_installation', deps.clock(), deps.random)
}

export function accountOf(
  deps: Deps,
  { reference, slug, clientVersionId, proof = BY_OAUTH, standing }: NewGrant,
  candidate: Candidate,
  row: Pick<ConnectedAccount, 'role' | 'createdAt' | 'sequence'>,
  previous?: ConnectedAccount,
): ConnectedAccount & { readonly state: Standing['status'] } {
  return {
    id: candidate.accountId,
    environmentId: reference.environmentId,
    integrationId: reference.integrationId,
    slug,
    owner: reference.owner,
    ...proof,
    state: standing?.status ?? 'connected',
    reason: standing?.reason ?? null,
    grantId: candidate.grantId,
    clientVersionId,
    scopes: candidate.scopes,
    accountIdentifier: candidate.accountIdentifier,
    accountDisplayName: candidate.accountDisplayName,
    care: UNSEEN,
    ...personal(previous, candidate),
    ...row,
    updatedAt: deps.clock(),
  }
}

/** What stays with a connection as long as it is of the same account at the provider. */
function personal(
  previous: ConnectedAccount | undefined,
  { accountIdentifier }: Candidate,
): Pick<ConnectedAccount, 'nickname' | 'pictureId' | 'preferred'> {
  if (previous === undefined) return PLAIN
  const { preferred, nickname, pictureId } = previous
  return previous.accountIdentifier === accountIdentifier
    ? { preferred, nickname, pictureId }
    : { ...PLAIN, preferred }
}
