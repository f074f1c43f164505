/** What a connection is called by its owner, and how it looks: both go with it, and with the account that it is of. */
import { and, eq, sql, type SQL } from 'drizzle-orm'
import type { ConnectedAccount } from '../domain/integration.ts'
import type { Database, Write } from './database.ts'
import { connectedAccounts, IS_VISIBLE } from './schema/connected-accounts.ts'

/** What a column holds, as long as the row goes on with the same account at the provider. */
export const ifSameAccount = (
  { accountIdentifier }: Pick<ConnectedAccount, 'accountIdentifier'>,
  column: typeof connectedAccounts.nickname | typeof connectedAccounts.pictureId,
): SQL =>
  sql`CASE WHEN ${connectedAccounts.accountIdentifier} IS ${accountIdentifier} THEN ${column} END`

/** @param nickname null: as the provider calls it */
export const nameAccount = (
  db: Database,
  at: { readonly environmentId: string; readonly accountId: string },
  nickname: string | null,
  now: number,
): Write =>
  db
    .update(connectedAccounts)
    .set({ nickname, updatedAt: now })
    .where(
      and(
        eq(connectedAccounts.environmentId, at.environmentId),
        eq(connectedAccounts.id, at.accountId),
        IS_VISIBLE,
      ),
    )
