/**
 * The records of one owner's object: in memory for reading, in its own SQLite for keeping. An
 * object creates no table before its first credential, so that guessed names cost nothing.
 */
import { LATER_CREDENTIAL_MEMBERS } from '../../domain/account-record.ts'
import { preferredOf } from '../../domain/connections.ts'
import type { AccountRecord } from '../../domain/grant.ts'

export type AccountRecords = {
  all(): readonly AccountRecord[]
  get(accountId: string): AccountRecord | undefined
  /** The owner's connections: those that were not disconnected. */
  live(): readonly AccountRecord[]
  /** The one that callers mean who know of only one. */
  compatibility(): AccountRecord | undefined
  /** The one that is vended to them: what the owner chose, else the compatibility one. */
  usual(): AccountRecord | undefined
  put(record: AccountRecord): void
  remove(accountId: string): void
  /** Whether a record was written by a newer version of this code. */
  hasUnknownVersion(): boolean
}

export const CREATE_ACCOUNTS =
  'CREATE TABLE accounts (account_id TEXT PRIMARY KEY, status TEXT NOT NULL, record TEXT NOT NULL)'

/** An empty table that says that there were several connections here once: their file grew (`scrub.ts`). */
export const HAD_SEVERAL = 'had_several'
const NOTE_SEVERAL = 'CREATE TABLE IF NOT EXISTS had_several (at INTEGER)'

export function openAccountRecords(sql: SqlStorage): AccountRecords {
  const records = new Map<string, AccountRecord>()
  // Looked up with every vend, so it is found when something changes.
  let compatibility: AccountRecord | undefined
  let usual: AccountRecord | undefined
  const find = (): void => {
    const found = live()
    compatibility = found.find(({ role }) => role === 'compatibility')
    usual = preferredOf(found) ?? compatibility
  }
  const live = (): AccountRecord[] =>
    [...records.values()].filter(({ status }) => status !== 'disconnected')
  let hasTable =
    sql.exec(`SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'accounts'`).toArray()
      .length > 0
  let hasUnknown = false

  if (hasTable) {
    for (const row of sql.exec<{ record: string }>('SELECT record FROM accounts')) {
      const record = readRecord(row.record)
      if (record !== undefined) records.set(record.accountId, record)
      else hasUnknown = true
    }
    find()
  }

  return {
    all: () => [...records.values()],
    live,
    compatibility: () => compatibility,
    usual: () => usual,
    remove(accountId) {
      sql.exec('DELETE FROM accounts WHERE account_id = ?', accountId)
      records.delete(accountId)
      find()
      if (records.size > 0 || hasUnknown) return
      sql.exec('DROP TABLE accounts')
      hasTable = false
    },
    get: (accountId) => records.get(accountId),
    hasUnknownVersion: () => hasUnknown,
    put(record) {
      if (!hasTable) {
        sql.exec(CREATE_ACCOUNTS)
        hasTable = true
      }
      if (record.version === 2) sql.exec(NOTE_SEVERAL)
      // Storage first: what memory shows must never be more than what is written.
      sql.exec(
        'INSERT OR REPLACE INTO accounts (account_id, status, record) VALUES (?, ?, ?)',
        record.accountId,
        record.status,
        JSON.stringify(record),
      )
      records.set(record.accountId, record)
      find()
    },
  }
}

/**
 * Members that records of earlier code lack. They stay version 1: that code may read them again. It must
 * not read an object with connections beside the first one: those are version 2, and it says 503.
 */
const LATER_MEMBERS = {
  role: 'compatibility',
  preferred: false,
  authMethod: 'oauth',
  config: {},
  spare: null,
  rules: null,
  lastUsedAt: null,
  rejectedAt: null,
  revoking: null,
  endedAt: null,
} as const

/** @returns undefined for a record of a newer version */
function readRecord(text: string): AccountRecord | undefined {
  const stored = JSON.parse(text) as Omit<AccountRecord, 'version'> & { readonly version: number }
  const { credential, lastFailure, version } = stored
  if (version !== 1 && version !== 2) return undefined
  return {
    ...LATER_MEMBERS,
    ...stored,
    version,
    grantedAt: stored.grantedAt ?? credential?.obtainedAt ?? stored.createdAt,
    credential: credential === null ? null : { ...LATER_CREDENTIAL_MEMBERS, ...credential },
    lastFailure: lastFailure === null ? null : { ...UNDATED, ...lastFailure },
  }
}

const UNDATED = { at: 0 } as const
