/**
 * What is known of a connection's past, in one round: what its tables keep anyway, each read by its key. No sealed
 * column is among them.
 */
import { and, desc, eq, gte, lt } from 'drizzle-orm'
import type { ConnectedAccount } from '../domain/integration.ts'
import { eventIdOf } from '../domain/event.ts'
import type { Database } from './database.ts'
import { connectAttempts } from './schema/connect-attempts.ts'
import { credentialVersions } from './schema/connected-accounts.ts'
import { refreshFailures } from './schema/counters.ts'
import { events } from './schema/events.ts'
import { revocations } from './schema/revocations.ts'

const MAX_ROWS = 100

export type AccountPast = Awaited<ReturnType<typeof readPast>>

export async function readPast(
  db: Database,
  { id: accountId, environmentId, integrationId, owner }: ConnectedAccount,
) {
  const prefix = eventIdOf(accountId, 0).replace(/0$/, '')
  const [told, refreshes, failures, givenBack, attempts] = await db.batch([
    db
      .select({ id: events.id, name: events.name, at: events.createdAt })
      .from(events)
      .where(
        and(
          eq(events.environmentId, environmentId),
          gte(events.id, prefix),
          lt(events.id, `${prefix}\u{10ffff}`),
        ),
      )
      // Two of each change, one for each family.
      .limit(2 * MAX_ROWS),
    db
      .select({
        grantId: credentialVersions.grantId,
        epoch: credentialVersions.epoch,
        at: credentialVersions.createdAt,
      })
      .from(credentialVersions)
      .where(
        and(
          eq(credentialVersions.environmentId, environmentId),
          eq(credentialVersions.accountId, accountId),
        ),
      )
      .limit(MAX_ROWS),
    db
      .select({
        at: refreshFailures.at,
        class: refreshFailures.class,
        code: refreshFailures.code,
      })
      .from(refreshFailures)
      .where(
        and(
          eq(refreshFailures.environmentId, environmentId),
          eq(refreshFailures.accountId, accountId),
        ),
      )
      .orderBy(desc(refreshFailures.at))
      .limit(MAX_ROWS),
    db
      .select({
        grantId: revocations.grantId,
        epoch: revocations.epoch,
        cause: revocations.cause,
        outcome: revocations.outcome,
        at: revocations.updatedAt,
      })
      .from(revocations)
      .where(
        and(eq(revocations.environmentId, environmentId), eq(revocations.accountId, accountId)),
      )
      .limit(MAX_ROWS),
    db
      .select({
        id: connectAttempts.id,
        status: connectAttempts.status,
        code: connectAttempts.failureCode,
        startedAt: connectAttempts.createdAt,
        endedAt: connectAttempts.updatedAt,
      })
      .from(connectAttempts)
      .where(
        and(
          eq(connectAttempts.environmentId, environmentId),
          eq(connectAttempts.dataIntegrationId, integrationId),
          eq(connectAttempts.userId, owner.userId),
          eq(connectAttempts.organizationId, owner.organizationId ?? ''),
        ),
      )
      .limit(MAX_ROWS),
  ])
  return { told, refreshes, failures, givenBack, attempts }
}
