/** Connections as D1 remembers them, many and quickly: rows alone, without an object or a credential. */
import { env } from 'cloudflare:workers'
import { newId } from '../kit/ids.ts'
import { openDatabase } from '../storage/database.ts'
import { connectedAccounts } from '../storage/schema/connected-accounts.ts'

type Row = typeof connectedAccounts.$inferInsert

// D1 binds at most a hundred values a statement.
const ROWS_AT_ONCE = 3

/**
 * @param rows what differs from a connection of `user_<index>` to `strict`; made a second apart, so that
 * the order of ids is that of the list
 * @returns the ids, in that order
 */
export async function insertAccountRows(
  environmentId: string,
  rows: readonly Partial<Row>[],
): Promise<readonly string[]> {
  const db = openDatabase(env.DB)
  const begun = Date.parse('2027-01-01T00:00:00Z')
  const all = rows.map((row, index): Row => {
    const createdAt = begun + index * 1000
    return {
      id: newId('data_installation', createdAt),
      environmentId,
      dataIntegrationId: 'data_integration_1',
      slug: 'strict',
      ownerKind: 'user',
      userId: row.ownerKind === 'organization' ? '' : `user_${index}`,
      organizationId: '',
      state: 'connected',
      grantId: newId('grant', createdAt),
      scopes: [],
      sequence: 1,
      objectKeyId: 'k1',
      createdAt,
      updatedAt: createdAt,
      ...row,
    }
  })
  for (let at = 0; at < all.length; at += ROWS_AT_ONCE) {
    await db.insert(connectedAccounts).values(all.slice(at, at + ROWS_AT_ONCE))
  }
  return all.map(({ id }) => id)
}
