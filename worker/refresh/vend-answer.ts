/** The answers of an owner's object, made from its record. The refresh token stays behind. */
import { waitFor } from '../domain/account-record.ts'
import type { AccountRecord, VendOutcome } from '../domain/grant.ts'

export const isAlive = (record: AccountRecord, now: number): boolean =>
  record.credential?.expiresAt == null || record.credential.expiresAt > now

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
  return { kind: 'active', accountId: record.accountId, credential }
}
