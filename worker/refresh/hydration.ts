/** What an owner's object takes over from D1: connections that it has never heard of, and nothing else. */
import { withPreference } from '../domain/account-record.ts'
import { preferredOf } from '../domain/connections.ts'
import type { AccountRecord } from '../domain/grant.ts'
import type { AccountRecords } from '../storage/object/account-records.ts'
import type { Whose } from './object-parts.ts'

/** Whether D1 need not be asked: the connection that is named was ever here, or, without a name, any was. */
export const holds = (records: AccountRecords, { accountId }: Whose): boolean =>
  accountId === undefined ? records.all().length > 0 : records.get(accountId) !== undefined

/**
 * Somebody may have installed a grant while D1 was asked, or storage of a day ago was put back: what is
 * here stays as it is, and a slot that is held is not given twice, nor are two chosen. D1 hears of that.
 */
export function addUnknown(records: AccountRecords, found: readonly AccountRecord[]): void {
  for (const record of found) {
    const isSlotHeld = record.role === 'compatibility' && records.compatibility() !== undefined
    if (records.get(record.accountId) !== undefined || isSlotHeld) continue
    const isChosen = record.preferred && preferredOf(records.live()) === undefined
    records.put(withPreference(record, isChosen))
  }
}
