/**
 * A second answer to one refresh token (security.md F22): an exchange was given up for dead, the old
 * token was sent once more, and then both answers came. The first to arrive is the current one; the other
 * is kept, because the provider may have ended the first by giving the second. Pure.
 */
import type { AccountRecord } from './grant.ts'
import type { CommitRequest } from './object-messages.ts'

/** Whether an answer is of the current epoch, and yet is not the current credential. */
export function isSpare(record: AccountRecord, { credential }: CommitRequest): boolean {
  const current = record.credential
  return (
    current !== null &&
    record.status === 'connected' &&
    // Any client can be asked again; only a refresh token is spent.
    record.authMethod === 'oauth' &&
    credential.sealedRefresh !== null &&
    credential.grantId === current.grantId &&
    credential.epoch === current.epoch &&
    // An IV never comes twice: one text is one sealing, and so one answer that was told twice.
    credential.sealedRefresh !== current.sealedRefresh
  )
}

/** Keeps what it takes to try it once, and nothing that could be vended. */
export const withSpare = (
  record: AccountRecord,
  { credential: { sealedRefresh, wrappedKey } }: CommitRequest,
): AccountRecord =>
  sealedRefresh === null ? record : { ...record, spare: { sealedRefresh, wrappedKey } }
