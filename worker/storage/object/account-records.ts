/**
 * The records of one owner's object: in memory for reading, in its own SQLite for keeping. An
 * object creates no table before its first credential, so that guessed names cost nothing.
 */
import type { AccountRecord } from '../../domain/grant.ts'

export type AccountRecords = {
  all(): readonly AccountRecord[]
  get(accountId: string): AccountRecord | undefined
  put(record: AccountRecord): void
  /** Whether a record was written by a newer version of this code. */
  hasUnknownVersion(): boolean
}

export function openAccountRecords(sql: SqlStorage): AccountRecords {
  const records = new Map<string, AccountRecord>()
  let hasTable =
    sql.exec(`SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'accounts'`).toArray()
      .length > 0
  let hasUnknown = false

  if (hasTable) {
    for (const row of sql.exec<{ record: string }>('SELECT record FROM accounts')) {
      const record = JSON.parse(row.record) as AccountRecord
      if (record.version === 1) records.set(record.accountId, record)
      else hasUnknown = true
    }
  }

  return {
    all: () => [...records.values()],
    get: (accountId) => records.get(accountId),
    hasUnknownVersion: () => hasUnknown,
    put(record) {
      if (!hasTable) {
        sql.exec(
          'CREATE TABLE accounts (account_id TEXT PRIMARY KEY, status TEXT NOT NULL, record TEXT NOT NULL)',
        )
        hasTable = true
      }
      // Storage first: what memory shows must never be more than what is written.
      sql.exec(
        'INSERT OR REPLACE INTO accounts (account_id, status, record) VALUES (?, ?, ?)',
        record.accountId,
        record.status,
        JSON.stringify(record),
      )
      records.set(record.accountId, record)
    },
  }
}
