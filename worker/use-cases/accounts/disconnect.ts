/**
 * Disconnect: the tombstone in the owner's object first, so that reads stop at once; then the
 * answer; then, behind it, D1 and the revocation at the provider.
 */
import type { AuditEntry } from '../../domain/audit.ts'
import type { ConnectionLabel, Selection } from '../../domain/connections.ts'
import type { DisconnectOutcome, DisconnectRequest } from '../../domain/object-messages.ts'
import type { OwnerReference } from '../../domain/owner.ts'
import { errorFields } from '../../kit/log.ts'
import { fail, ok, type Result } from '../../kit/result.ts'
import { projectAccount, recordRevocation } from '../../storage/connected-accounts.ts'
import { deleteGrantVersions } from '../../storage/credential-versions.ts'
import { commit, type Write } from '../../storage/database.ts'
import { insertAudit } from '../../storage/operator-audit.ts'
import { insertRevocation, type NewRevocation } from '../../storage/revocations.ts'
import type { Deps } from '../deps.ts'
import { revokeBehind } from '../tokens/queued-revocations.ts'
import { tellAccount } from './account-event.ts'

export type DisconnectFailure =
  | { readonly kind: 'account_not_found' }
  | SelectionFailure
  | { readonly kind: 'disconnect_unavailable' }

/** Several connections are meant, and the caller has to say which. */
export type SelectionFailure = {
  readonly kind: 'account_selection_required'
  readonly connections: readonly ConnectionLabel[]
}

/** Ends the connection that is selected, and no other one of the owner. */
export async function disconnect(
  deps: Deps,
  input: Selection &
    Pick<DisconnectRequest, 'movesOn'> & {
      readonly reference: OwnerReference
      readonly slug: string
      /** Which operator does it: the entry reaches D1 with the end itself, however late that is. */
      readonly by?: AuditEntry
    },
): Promise<Result<{ readonly accountId: string }, DisconnectFailure>> {
  const { reference, slug, accountId, plural, by, movesOn } = input
  let outcome: DisconnectOutcome
  try {
    const object = deps.ownerAccounts(reference)
    outcome = await object.disconnect({ v: 1, reference, slug, accountId, plural, by, movesOn })
  } catch (error) {
    deps.log.warn('disconnect_failed', { slug, ...errorFields(error) })
    return fail({ kind: 'disconnect_unavailable' })
  }
  if (outcome.kind === 'unavailable') return fail({ kind: 'disconnect_unavailable' })
  if (outcome.kind === 'not_installed') return fail({ kind: 'account_not_found' })
  if (outcome.kind === 'selection_required') {
    return fail({ kind: 'account_selection_required', connections: outcome.connections })
  }

  const isRemembered = await remember(deps, { reference, slug, by }, outcome)
  const { grant } = outcome
  if (grant !== null && isRemembered) {
    const { environmentId } = reference
    const { grantId, epoch } = grant.credential
    revokeBehind(deps, { environmentId, accountId: grant.accountId, grantId, epoch })
  }
  return ok({ accountId: outcome.accountId })
}

/**
 * D1 follows. When it is silent the object's alarm repeats this; the tombstone already holds.
 *
 * @returns whether D1 knows now
 */
async function remember(
  deps: Deps,
  {
    reference,
    slug,
    by,
  }: {
    readonly reference: OwnerReference
    readonly slug: string
    readonly by: AuditEntry | undefined
  },
  outcome: Extract<DisconnectOutcome, { kind: 'disconnected' }>,
): Promise<boolean> {
  const now = deps.clock()
  const { environmentId } = reference
  const { grant } = outcome
  const told = tellAccount(deps.db, {
    accountId: outcome.accountId,
    environmentId,
    integrationId: reference.integrationId,
    slug,
    owner: reference.owner,
    scopes: outcome.grant?.credential.scopes ?? [],
    state: 'disconnected',
    sequence: outcome.sequence,
    createdAt: outcome.createdAt,
    updatedAt: now,
  })
  const projection = {
    accountId: outcome.accountId,
    environmentId,
    status: 'disconnected',
    preferred: false,
    reason: null,
    sequence: outcome.sequence,
    scopes: outcome.grant?.credential.scopes ?? [],
    grantId: null,
    clientVersionId: outcome.grant?.clientVersionId ?? null,
    objectKeyId: null,
  } as const
  try {
    await commit(deps.db, [
      projectAccount(deps.db, projection, now),
      ...told,
      ...(by === undefined ? [] : [insertAudit(deps.db, by)]),
      ...(grant === null
        ? []
        : queue(deps, { reference, slug, grant, cause: 'disconnected', now })),
    ])
    deps.log.info('account_disconnected', {
      account_id: outcome.accountId,
      environment_id: environmentId,
      slug,
    })
    return true
  } catch (error) {
    deps.log.warn('projection_failed', { account_id: outcome.accountId, ...errorFields(error) })
    return false
  }
}

/** The sealed grant goes to the outbox in the batch that tells of its end: no end without a revocation. */
function queue(deps: Deps, queued: NewRevocation): readonly Write[] {
  const { grant, reference } = queued
  const at = { environmentId: reference.environmentId, accountId: grant.accountId }
  const isKey = grant.authMethod === 'api_key'
  return [
    insertRevocation(deps.db, queued),
    recordRevocation(deps.db, at, isKey ? 'not_supported' : 'pending'),
    ...(isKey ? [deleteGrantVersions(deps.db, { ...at, grantId: grant.credential.grantId })] : []),
  ]
}
