/**
 * Deletes an integration with all its accounts. Its row goes first, in the batch that queues the rest:
 * from then on nothing connects, vends or refreshes, and its slug is free for another one. Then each
 * account is disconnected, by a job that goes on until it is done.
 */
import type { Environment } from '../../domain/environment.ts'
import type { IntegrationRoot } from '../../domain/integration.ts'
import { minutes } from '../../kit/clock.ts'
import { fail, ok, type Result } from '../../kit/result.ts'
import { closeTroublesOf } from '../../storage/client-troubles.ts'
import { freezeDefinition } from '../../storage/client-versions.ts'
import { openAttemptsOf } from '../../storage/connect-attempts.ts'
import {
  deleteIntegrationRow,
  deleteUnusedProvider,
  demandUnchanged,
  integrationBySlug,
  isUnchanged,
} from '../../storage/data-integrations.ts'
import { deleteOverridesOf } from '../../storage/organization-overrides.ts'
import { startDisconnectJob } from '../accounts/disconnect-many.ts'
import { endAttempt } from '../connect/end-attempt.ts'
import type { Deps } from '../deps.ts'
import { revokeCandidate } from '../tokens/revoke-grant.ts'
import { forgetCopy } from './integration-copy.ts'
import { resolveDefinition } from './resolve-client.ts'

// A connection that was being finished when the row went is still to be found.
const LATE_CONNECTIONS_MS = minutes(5)

export async function deleteIntegration(
  // What goes along goes with the row: each account has a batch of its own.
  { alongside = [], ...deps }: Deps,
  environment: Environment,
  { slug, ownership }: IntegrationRoot,
  unchangedSince?: number,
): Promise<
  Result<null, { kind: 'integration_not_found'; slug: string } | { kind: 'changed_meanwhile' }>
> {
  const row = await integrationBySlug(deps.db, environment.id, slug, ownership)
  if (row === undefined) return fail({ kind: 'integration_not_found', slug })
  const { integration } = row
  if ((unchangedSince ?? integration.updatedAt) !== integration.updatedAt) {
    return fail({ kind: 'changed_meanwhile' })
  }
  // KV is told before D1: with D1 silent it is the copy that counts.
  await forgetCopy(deps, row)
  const definition = resolveDefinition(deps, slug, row.custom?.definition)
  const at = { environmentId: environment.id, integrationId: integration.id }
  const writes = [
    ...(unchangedSince === undefined ? [] : [demandUnchanged(deps.db, integration)]),
    // What is given back later goes to the provider as it is now, with the client that it knows.
    ...(definition === undefined ? [] : [freezeDefinition(deps.db, at, definition)]),
    deleteIntegrationRow(deps.db, environment.id, integration.id),
    closeTroublesOf(deps.db, at),
    deleteOverridesOf(deps.db, at),
    deleteUnusedProvider(deps.db, environment.id, slug),
    ...alongside,
  ]
  try {
    const until = deps.clock() + LATE_CONNECTIONS_MS
    const selector = { integrationId: integration.id }
    await startDisconnectJob(deps, environment, selector, { until, writes })
  } catch (error) {
    if (unchangedSince === undefined || (await isUnchanged(deps.db, integration))) throw error
    const now = await integrationBySlug(deps.db, environment.id, slug, ownership)
    return now === undefined
      ? fail({ kind: 'integration_not_found', slug })
      : fail({ kind: 'changed_meanwhile' })
  }
  for (const attempt of await openAttemptsOf(deps.db, environment.id, integration.id)) {
    const ending = { status: 'failed', code: 'configuration_changed' } as const
    if (await endAttempt(deps, attempt, ending)) await revokeCandidate(deps, attempt)
  }
  // Whoever read the row while it was there may have written a copy since.
  await forgetCopy(deps, row)
  deps.log.info('integration_deleted', { environment_id: environment.id, slug })
  return ok(null)
}
