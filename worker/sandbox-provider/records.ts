/**
 * What the sandbox provider of one environment keeps, in its object's own SQLite: accounts, grants,
 * and the SHA-256 of every code and token. Bounded: nothing outlives a week without use, and the
 * oldest goes where there would be too much. There is no table before the first write, so an address
 * that somebody guessed costs nothing.
 */
import type { Behaviour, Call, ScriptedFault } from './behaviour.ts'

export type Account = {
  readonly name: string
  /** For grants to come; each grant has its own copy. */
  readonly behaviour: Behaviour
  /** Blocked by an administrator: nothing of it is alive until it is restored. */
  readonly isBlocked: boolean
  readonly faults: readonly ScriptedFault[]
  /** Calls so far; `reuse`: refresh tokens that came again. */
  readonly calls: Readonly<Record<Call | 'reuse', number>>
}

export type Grant = {
  readonly id: string
  readonly account: string
  readonly behaviour: Behaviour
  readonly scopes: readonly string[]
  /** Why it is over; null while it lives. */
  readonly endedBy: 'user' | 'client' | 'token_reuse' | 'code_reuse' | null
}

export type Token = {
  readonly digest: string
  readonly kind: 'code' | 'access' | 'refresh'
  readonly grantId: string
  readonly scopes: readonly string[]
  /** Epoch milliseconds. */
  readonly expiresAt: number
  /** When it was used first, for what is good once. */
  readonly spentAt: number | null
  /** Of a code: what its exchange must repeat or prove (RFC 6749 §4.1.3, RFC 7636 §4.6). */
  readonly redirectUri?: string
  readonly codeChallenge?: string
}

export const IDLE_MS = 7 * 86_400_000
const MAX_ACCOUNTS = 500
const MAX_GRANTS = 1000
// Spent refresh tokens are kept to be recognised; who refreshes every second must not fill the storage.
const MAX_TOKENS_OF_A_GRANT = 100

const TABLES = [
  'CREATE TABLE IF NOT EXISTS accounts (name TEXT PRIMARY KEY, touched_at INTEGER NOT NULL, record TEXT NOT NULL)',
  'CREATE TABLE IF NOT EXISTS grants (id TEXT PRIMARY KEY, account TEXT NOT NULL, touched_at INTEGER NOT NULL, record TEXT NOT NULL)',
  'CREATE TABLE IF NOT EXISTS tokens (digest TEXT PRIMARY KEY, grant_id TEXT NOT NULL, touched_at INTEGER NOT NULL, record TEXT NOT NULL)',
  'CREATE INDEX IF NOT EXISTS grants_by_account ON grants (account)',
  'CREATE INDEX IF NOT EXISTS tokens_by_grant ON tokens (grant_id)',
]

type Row = { readonly record: string }

export type Records = ReturnType<typeof openRecords>

export function openRecords(sql: SqlStorage) {
  let hasTables =
    sql.exec(`SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'tokens'`).toArray()
      .length > 0

  const read = <T>(query: string, key: string): T[] =>
    hasTables
      ? sql
          .exec<Row>(query, key)
          .toArray()
          .map(({ record }) => JSON.parse(record) as T)
      : []
  const write = (query: string, ...values: readonly (string | number)[]): void => {
    if (!hasTables) for (const table of TABLES) sql.exec(table)
    hasTables = true
    sql.exec(query, ...values)
  }

  const putGrant = (grant: Grant, now: number): void =>
    write(
      'INSERT OR REPLACE INTO grants (id, account, touched_at, record) VALUES (?, ?, ?, ?)',
      grant.id,
      grant.account,
      now,
      JSON.stringify(grant),
    )

  return {
    account: (name: string): Account | undefined =>
      read<Account>('SELECT record FROM accounts WHERE name = ?', name)[0],
    putAccount: (account: Account, now: number): void =>
      write(
        'INSERT OR REPLACE INTO accounts (name, touched_at, record) VALUES (?, ?, ?)',
        account.name,
        now,
        JSON.stringify(account),
      ),

    grant: (id: string): Grant | undefined =>
      read<Grant>('SELECT record FROM grants WHERE id = ?', id)[0],
    grantsOf: (account: string): Grant[] =>
      read<Grant>('SELECT record FROM grants WHERE account = ? ORDER BY touched_at', account),
    putGrant,

    token: (digest: string): Token | undefined =>
      read<Token>('SELECT record FROM tokens WHERE digest = ?', digest)[0],
    putToken(token: Token, now: number): void {
      write(
        'INSERT OR REPLACE INTO tokens (digest, grant_id, touched_at, record) VALUES (?, ?, ?, ?)',
        token.digest,
        token.grantId,
        now,
        JSON.stringify(token),
      )
      sql.exec(
        'DELETE FROM tokens WHERE grant_id = ? AND digest NOT IN (SELECT digest FROM tokens WHERE grant_id = ? ORDER BY touched_at DESC, rowid DESC LIMIT ?)',
        token.grantId,
        token.grantId,
        MAX_TOKENS_OF_A_GRANT,
      )
    },
    deleteToken: (digest: string): void => write('DELETE FROM tokens WHERE digest = ?', digest),

    /** Forgets what nobody has used for a week, and the oldest beyond the bounds. */
    prune(now: number): void {
      if (!hasTables) return
      const before = now - IDLE_MS
      sql.exec('DELETE FROM accounts WHERE touched_at < ?', before)
      sql.exec('DELETE FROM grants WHERE touched_at < ?', before)
      sql.exec(
        'DELETE FROM accounts WHERE name NOT IN (SELECT name FROM accounts ORDER BY touched_at DESC LIMIT ?)',
        MAX_ACCOUNTS,
      )
      sql.exec(
        'DELETE FROM grants WHERE id NOT IN (SELECT id FROM grants ORDER BY touched_at DESC LIMIT ?)',
        MAX_GRANTS,
      )
      sql.exec('DELETE FROM tokens WHERE grant_id NOT IN (SELECT id FROM grants)')
    },
    isEmpty: (): boolean =>
      !hasTables ||
      sql.exec('SELECT 1 FROM accounts UNION ALL SELECT 1 FROM grants LIMIT 1').toArray().length ===
        0,
  }
}
