/**
 * Makes a grant the owner's connection. The account's row comes first, then the owner's object, then
 * the record of what it has decided; each step can be repeated, and the event's id repeats with it.
 */
import type { AuditEntry } from '../../domain/audit.ts'
import type { ReplacedGrant } from '../../domain/grant.ts'
import type {
  InstallIntent,
  InstallOutcome,
  InstallRefusal,
  Replaces,
  Standing,
} from '../../domain/object-messages.ts'
import type { ConnectedAccount } from '../../domain/integration.ts'
import type { OwnerReference } from '../../domain/owner.ts'
import { fail, ok, type Result } from '../../kit/result.ts'
import type { Candidate } from '../../storage/connect-attempts.ts'
import { accountById, connectAccount } from '../../storage/connected-accounts.ts'
import { claimCompatibility } from '../../storage/connection-slots.ts'
import { deleteGrantVersions } from '../../storage/credential-versions.ts'
import { commit, StorageSilent, type Write } from '../../storage/database.ts'
import { insertAudit } from '../../storage/operator-audit.ts'
import { recordObservation } from '../../storage/observations.ts'
import { insertRevocation } from '../../storage/revocations.ts'
import { keyIdOf } from '../../vault/envelope.ts'
import type { Deps } from '../deps.ts'
import { revokeBehind } from '../tokens/queued-revocations.ts'
import { tellAccount } from './account-event.ts'
import { credentialOfCandidate } from './candidate-credential.ts'
import { BY_OAUTH, type Proof } from './proof.ts'
import { accountOf, escrow, forget, pendingRow, reserve, type Reserved } from './reserve-account.ts'

export type NewGrant = {
  readonly reference: OwnerReference
  readonly slug: string
  readonly clientVersionId: string | null
  readonly candidate: Candidate
  /** Epoch milliseconds. */
  readonly obtainedAt: number
  /** How it proves itself, and what was set for it alone. An OAuth connection without config unless told. */
  readonly proof?: Proof
  /** One more connection, or exactly the one that the candidate names; else the compatibility one. */
  readonly intent?: InstallIntent | undefined
  /** The provider has said whose account it is: one that is connected already is renewed, not added. */
  readonly isIdentified?: boolean
  /** Connected unless told. */
  readonly standing?: Standing
  /** What the owner must have for it to be taken; whatever the owner has unless told. */
  readonly replaces?: Replaces
  /** Which operator does it: the entry reaches D1 with what the object decides, however late that is. */
  readonly by?: AuditEntry | undefined
  /** What is written with the record of the connection. */
  readonly writes?: (account: ConnectedAccount) => readonly Write[]
}

export type PlaceFailure = {
  readonly kind: Exclude<InstallRefusal['kind'], 'elsewhere'>
  /** The account that it was about. */
  readonly accountId: string
}

type Installed = Extract<InstallOutcome, { kind: 'installed' }>

const MAX_RACES = 3

/**
 * @returns `superseded` when the connection has had a newer grant since, or this one before; `conflict`
 * when the owner does not have what the grant was to replace. Nothing of the grant is left then.
 * @throws StorageSilent when the owner's object cannot read D1; to be repeated
 */
export async function placeGrant(
  deps: Deps,
  given: NewGrant,
): Promise<Result<ConnectedAccount, PlaceFailure>> {
  const { reference } = given
  let grant = given
  let held: string | undefined
  for (let race = 0; race < MAX_RACES; race += 1) {
    const reserved = await reserve(deps, grant, held)
    if (reserved === undefined) {
      return fail({ kind: 'superseded', accountId: grant.candidate.accountId })
    }
    const { candidate } = reserved
    const outcome = await install(deps, grant, reserved)
    if (outcome.kind === 'installed') return ok(await record(deps, grant, reserved, outcome))
    if (outcome.kind === 'unavailable') throw new StorageSilent('an object could not read D1')
    await forget(deps, reference, candidate)
    // To one more there is no such answer: an object of an older version gave it.
    if (outcome.kind === 'conflict' && grant.intent === 'add') {
      throw new StorageSilent('an object cannot hold several connections yet')
    }
    if (outcome.kind !== 'elsewhere') {
      return fail({ kind: outcome.kind, accountId: candidate.accountId })
    }
    // What was to be added renews the connection of that account: there is no twin of it.
    held = outcome.accountId
    grant = { ...grant, intent: grant.intent === undefined ? undefined : 'reauthorize' }
  }
  throw new Error('a grant found no place')
}

const install = (
  deps: Deps,
  grant: NewGrant,
  { candidate, previous }: Reserved,
): Promise<InstallOutcome> =>
  deps.ownerAccounts(grant.reference).install({
    v: 1,
    reference: grant.reference,
    slug: grant.slug,
    accountId: candidate.accountId,
    credential: credentialOfCandidate(candidate, grant.obtainedAt),
    clientVersionId: grant.clientVersionId,
    knownSequence: previous?.sequence ?? 0,
    rules: candidate.rules ?? null,
    authMethod: (grant.proof ?? BY_OAUTH).authMethod,
    config: (grant.proof ?? BY_OAUTH).config,
    standing: grant.standing,
    // An object of an older version would end the connection that it has: this it takes as a no.
    replaces: grant.replaces ?? (grant.intent === 'add' ? 'nothing' : undefined),
    intent: grant.intent,
    accountIdentifier: candidate.accountIdentifier,
    accountDisplayName: candidate.accountDisplayName,
    isIdentified: grant.isIdentified,
    by: grant.by,
  })

/** Records what the owner's object has decided. */
async function record(
  deps: Deps,
  grant: NewGrant,
  reserved: Reserved,
  installed: Installed,
): Promise<ConnectedAccount> {
  const { reference } = grant
  const { candidate, previous, createdAt } = reserved
  const at = { environmentId: reference.environmentId, accountId: candidate.accountId }
  if (installed.isRepeat === true) {
    // The object has told D1 itself, of what may have changed since, too.
    const known = await accountById(deps.db, at.environmentId, at.accountId)
    if (known === undefined) throw new Error('a connection without a row')
    await commit(deps.db, grant.writes?.(known) ?? [])
    return known
  }
  const { sequence, role = 'compatibility' } = installed
  const known = accountOf(deps, grant, candidate, { role, createdAt, sequence }, previous)
  const account = { ...known, preferred: installed.preferred ?? known.preferred }
  const keyId = keyIdOf(candidate.wrappedKey) ?? ''
  await commit(deps.db, [
    // Somebody may have taken them back: the same request, sent twice and refused once.
    ...(grant.intent === 'add'
      ? [pendingRow(deps, grant, reserved), escrow(deps, grant, candidate)]
      : []),
    ...(role === 'compatibility' && reserved.role !== role
      ? [
          claimCompatibility(
            deps.db,
            reference,
            { accountId: account.id, sequence, ifPending: false },
            account.updatedAt,
          ),
        ]
      : []),
    connectAccount(deps.db, account, keyId, account.updatedAt),
    ...eventWrites(deps, grant, account, previous),
    ...(grant.writes?.(account) ?? []),
    ...(grant.by === undefined ? [] : [insertAudit(deps.db, grant.by)]),
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
  return account
}

/** To connect, anew too, is an event; to change what is connected is one if its state changes. */
function eventWrites(
  deps: Deps,
  { replaces }: NewGrant,
  account: ReturnType<typeof accountOf>,
  previous: ConnectedAccount | undefined,
): readonly Write[] {
  const isAmended = replaces !== undefined && replaces !== 'nothing'
  if (isAmended && previous?.state === account.state) return []
  return tellAccount(deps.db, { ...account, accountId: account.id })
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
