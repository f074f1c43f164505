/**
 * Overwrites what SQLite has left in an object's file. A row that is replaced or deleted stays in the
 * file's free space until something else needs it; the platform allows neither `secure_delete` nor
 * `VACUUM`. After a key's rotation nothing of what it wrapped may lie about, so the rows move to fresh
 * pages and everything that was free before is filled with zeros.
 */
import { MAX_CONNECTIONS } from '../../domain/connections.ts'
import { CREATE_ACCOUNTS, HAD_SEVERAL } from './account-records.ts'

/** More than the file of one connection ever has free: two records of the longest tokens, twice. */
const FREE_BYTES = 128 * 1024
/** The same where there were several once, though they may be gone. */
const FREE_BYTES_OF_SEVERAL = (FREE_BYTES * MAX_CONNECTIONS) / 2
/** Below what the platform allows in one row. */
const ROW_BYTES = 512 * 1024
const PAGE_SLACK_BYTES = 64 * 1024

type Row = { readonly account_id: string; readonly status: string; readonly record: string }

/** May be stopped anywhere and repeated: the rows are there at every moment. */
export async function scrubAccounts(storage: DurableObjectStorage): Promise<void> {
  const { sql } = storage
  storage.transactionSync(() => {
    sql.exec('DROP TABLE IF EXISTS filler')
    sql.exec('DROP TABLE IF EXISTS fresh_filler')
    const hasAccounts = isTable(sql, 'accounts')
    const rows = hasAccounts ? sql.exec<Row>('SELECT * FROM accounts').toArray() : []
    const usedBytes = sql.databaseSize
    const freeBytes = isTable(sql, HAD_SEVERAL) ? FREE_BYTES_OF_SEVERAL : FREE_BYTES

    // The first one takes whatever was free, its own first page too, so the second one begins on a new
    // page; that one then takes everything, for it is longer than all that is given up between the two.
    sql.exec('CREATE TABLE filler (zeros BLOB)')
    fill(sql, FILL, freeBytes)
    sql.exec('CREATE TABLE fresh_filler (zeros BLOB)')
    if (hasAccounts) sql.exec('DROP TABLE accounts')
    sql.exec('DROP TABLE filler')
    fill(sql, FILL_FRESH, freeBytes + 2 * usedBytes + PAGE_SLACK_BYTES)

    if (hasAccounts) sql.exec(CREATE_ACCOUNTS)
    for (const { account_id: accountId, status, record } of rows) {
      sql.exec(
        'INSERT INTO accounts (account_id, status, record) VALUES (?, ?, ?)',
        accountId,
        status,
        record,
      )
    }
  })
  // SQLite does not write a page that is freed in the transaction that filled it.
  await storage.sync()
  sql.exec('DROP TABLE IF EXISTS fresh_filler')
}

const FILL = 'INSERT INTO filler VALUES (zeroblob(?))'
const FILL_FRESH = 'INSERT INTO fresh_filler VALUES (zeroblob(?))'

function fill(sql: SqlStorage, insert: typeof FILL | typeof FILL_FRESH, bytes: number): void {
  for (let left = bytes; left > 0; left -= ROW_BYTES) sql.exec(insert, Math.min(left, ROW_BYTES))
}

const isTable = (sql: SqlStorage, name: string): boolean =>
  sql.exec(`SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?`, name).toArray().length >
  0
