/** Events about a connection, in both families of the contract (contract 3). */
import { and, eq, sql, type SQL } from 'drizzle-orm'
import type { AccountChange, EventName } from '../domain/event.ts'
import type { Database, Write } from './database.ts'
import { connectedAccounts } from './schema/connected-accounts.ts'
import { events } from './schema/events.ts'

type AccountEvent = {
  /** Repeats with its cause. */
  readonly id: string
  readonly environmentId: string
  readonly accountId: string
  readonly change: AccountChange
  readonly data: Readonly<Record<string, unknown>>
  readonly createdAt: number
}

/**
 * Which role the connection has and who it is at the provider is read from its row, as it is at that
 * moment of the batch: the objects of earlier connections do not know.
 */
export function insertAccountEvents(db: Database, event: AccountEvent): readonly Write[] {
  const { id, change } = event
  const data = JSON.stringify(event.data)
  return [
    insertFromRow(
      db,
      event,
      { id, name: `pipes.connected_account.${change}`, data: sql`${data}` },
      eq(connectedAccounts.role, 'compatibility'),
    ),
    insertFromRow(db, event, {
      id: `${id}_connection`,
      name: `pipes.account_connection.${change}`,
      data: sql`json_set(${data},
        '$.connection_role', ${connectedAccounts.role},
        '$.account_identifier', ${connectedAccounts.accountIdentifier},
        '$.account_display_name', ${connectedAccounts.accountDisplayName})`,
    }),
  ]
}

const insertFromRow = (
  db: Database,
  { environmentId, accountId, createdAt }: AccountEvent,
  told: { readonly id: string; readonly name: EventName; readonly data: SQL },
  condition?: SQL,
): Write =>
  db
    .insert(events)
    .select(
      db
        .select({
          id: sql`${told.id}`.as('id'),
          environmentId: sql`${environmentId}`.as('environment_id'),
          name: sql`${told.name}`.as('name'),
          data: told.data.as('data'),
          createdAt: sql`${createdAt}`.as('created_at'),
        })
        .from(connectedAccounts)
        .where(
          and(
            eq(connectedAccounts.environmentId, environmentId),
            eq(connectedAccounts.id, accountId),
            condition,
          ),
        ),
    )
    .onConflictDoNothing()
