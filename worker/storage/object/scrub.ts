/**
 * Overwrites what SQLite has left in an object's file. A row that is replaced or deleted stays in the
 * file's free space until something else needs it; the platform allows neither `secure_delete` nor
 * `VACUUM`. After a key's rotation nothing of what it wrapped may lie about, so the rows move to fresh
 * pages and everything that was free before is filled with zeros.
 */
import { CREATE_ACCOUNTS } from './account-records.ts'

/** More than an object's file ever has free: two records of the longest tokens, twice. */
const FREE_BYTES = 128 * 1024
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

    // The first one takes whatever was free, its own first page too, so the second one begins on a new
    // page; that one then takes everything, for it is longer than all that is given up between the two.
    sql.exec('CREATE TABLE filler (zeros BLOB)')
    sql.exec('INSERT INTO filler VALUES (zeroblob(?))', FREE_BYTES)
    sql.exec('CREATE TABLE fresh_filler (zeros BLOB)')
    if (hasAccounts) sql.exec('DROP TABLE accounts')
    sql.exec('DROP TABLE filler')
    const longer = FREE_BYTES + 2 * usedBytes + PAGE_SLACK_BYTES
    sql.exec('INSERT INTO fresh_filler VALUES (zeroblob(?))', longer)

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

const isTable = (sql: SqlStorage, name: string): boolean =>
  sql.exec(`SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?`, name).toArray().length >
  0
