/** The answers of an owner's object, made from its record. The refresh token stays behind. */
import { waitFor } from '../domain/account-record.ts'
import {
  selectConnection,
  selectForUse,
  type Selected,
  type Selection,
} from '../domain/connections.ts'
import type { AccountRecord } from '../domain/grant.ts'
import type { ReadOutcome, SelectionRequired, VendOutcome } from '../domain/object-messages.ts'
import type { AccountRecords } from '../storage/object/account-records.ts'

export const selected = (records: AccountRecords, selection: Selection): Selected<AccountRecord> =>
  selectConnection(records.live(), ({ accountId }) => accountId, selection)

export const selectedForUse = (
  records: AccountRecords,
  selection: Selection,
): Selected<AccountRecord> => selectForUse(records.live(), ({ accountId }) => accountId, selection)

const oneOf = (found: Selected<AccountRecord>): AccountRecord | undefined =>
  found.kind === 'one' ? found.connection : undefined

/** The one connection that is meant, if there is one and only one. */
export const meantOf = (records: AccountRecords, selection: Selection): AccountRecord | undefined =>
  oneOf(selected(records, selection))

/** The same for whoever wants to use it. */
export const usedOf = (records: AccountRecords, selection: Selection): AccountRecord | undefined =>
  oneOf(selectedForUse(records, selection))

export const selectionRequired = (connections: readonly AccountRecord[]): SelectionRequired => ({
  kind: 'selection_required',
  connections: connections.map((record) => ({
    id: record.accountId,
    accountIdentifier: record.accountIdentifier ?? null,
    accountDisplayName: record.accountDisplayName ?? null,
  })),
})

/** Whether a record that can be vended has another credential than it had. */
export const isNewer = (record: AccountRecord, before: AccountRecord): boolean =>
  record.status === 'connected' &&
  record.credential !== null &&
  (record.credential.grantId !== before.credential?.grantId ||
    record.credential.epoch !== before.credential.epoch)

export const unavailable = (
  code: Extract<VendOutcome, { kind: 'unavailable' }>['code'],
  retryAfterSeconds: number,
): VendOutcome => ({ kind: 'unavailable', code, retryAfterSeconds })

/** Why there is no token yet, and when to ask again. */
export function waiting(record: AccountRecord, now: number): VendOutcome {
  const { code, retryAfterSeconds } = waitFor(record, now)
  return unavailable(code, retryAfterSeconds)
}

export function active(record: AccountRecord): VendOutcome {
  if (record.credential === null) return { kind: 'not_installed' }
  const { sealedRefresh: _, ...credential } = record.credential
  const { accountId, authMethod, config } = record
  return { kind: 'active', accountId, credential, authMethod, config }
}

/** What the owner has, for a caller who means to replace it. */
export function readOf(record: AccountRecord | undefined): ReadOutcome {
  if (record?.credential == null || record.status === 'disconnected') {
    return { kind: 'not_installed' }
  }
  const { accountId, status, reason, sequence, credential, lease } = record
  return lease === null
    ? { kind: 'found', accountId, standing: { status, reason }, sequence, credential }
    : { kind: 'unavailable', retryAfterSeconds: 5 }
}
