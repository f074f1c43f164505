/**
 * Deletes an integration with all its accounts. It is switched off first, so that nothing connects
 * or vends any more; then each account is disconnected; a second call goes on where one stopped.
 */
import { closeTroublesOf } from '../../storage/client-troubles.ts'
import type { Environment } from '../../domain/environment.ts'
import { fail, ok, type Result } from '../../kit/result.ts'
import { freezeDefinition } from '../../storage/client-versions.ts'
import { openAttemptsOf } from '../../storage/connect-attempts.ts'
import { accountsOfIntegration, projectAccount } from '../../storage/connected-accounts.ts'
import {
  deleteCustomProvider,
  deleteIntegrationRow,
  integrationBySlug,
  switchOffIntegration,
} from '../../storage/data-integrations.ts'
import { commit } from '../../storage/database.ts'
import { disconnect } from '../accounts/disconnect.ts'
import { endAttempt } from '../connect/end-attempt.ts'
import type { Deps } from '../deps.ts'
import { revokeCandidate } from '../tokens/revoke-grant.ts'
import { resolveDefinition } from './resolve-client.ts'
import { forgetCopy } from './integration-copy.ts'

const PAGE = 20

export async function deleteIntegration(
  deps: Deps,
  environment: Environment,
  slug: string,
): Promise<
  Result<null, { kind: 'integration_not_found'; slug: string } | { kind: 'disconnect_unavailable' }>
> {
  const row = await integrationBySlug(deps.db, environment.id, slug)
  if (row === undefined) return fail({ kind: 'integration_not_found', slug })
  const { integration } = row
  // KV is told before D1: with D1 silent it is the copy that counts.
  await forgetCopy(deps, row)
  const definition = resolveDefinition(deps, slug, row.custom?.definition)
  const at = { environmentId: environment.id, integrationId: integration.id }
  await commit(deps.db, [
    switchOffIntegration(deps.db, environment.id, integration.id, deps.clock()),
    // What is given back later goes to the provider as it is now, with the client that it knows.
    ...(definition === undefined ? [] : [freezeDefinition(deps.db, at, definition)]),
  ])

  for (;;) {
    const accounts = await accountsOfIntegration(deps.db, environment.id, integration.id, PAGE)
    if (accounts.length === 0) break
    for (const account of accounts) {
      const reference = {
        environmentId: environment.id,
        environmentKind: environment.kind,
        integrationId: integration.id,
        owner: account.owner,
      }
      const outcome = await disconnect(deps, { reference, slug, accountId: account.id })
      if (outcome.ok) continue
      if (outcome.failure.kind === 'disconnect_unavailable') return fail(outcome.failure)
      await forgetRow(deps, environment.id, account.id, account.sequence)
    }
  }
  for (const attempt of await openAttemptsOf(deps.db, environment.id, integration.id)) {
    const ending = { status: 'failed', code: 'configuration_changed' } as const
    if (await endAttempt(deps, attempt, ending)) await revokeCandidate(deps, attempt)
  }
  await commit(deps.db, [
    deleteIntegrationRow(deps.db, environment.id, integration.id),
    closeTroublesOf(deps.db, at),
    ...(integration.isCustomProvider ? [deleteCustomProvider(deps.db, environment.id, slug)] : []),
  ])
  // Whoever read the row while it was there may have written a copy since.
  await forgetCopy(deps, row)
  deps.log.info('integration_deleted', { environment_id: environment.id, slug })
  return ok(null)
}

/** A row whose object knows nothing of it: a connection that was never finished. */
async function forgetRow(
  deps: Deps,
  environmentId: string,
  accountId: string,
  sequence: number,
): Promise<void> {
  const projection = {
    accountId,
    environmentId,
    status: 'disconnected',
    reason: null,
    sequence: sequence + 1,
    scopes: [],
    grantId: null,
    clientVersionId: null,
    objectKeyId: null,
  } as const
  await commit(deps.db, [projectAccount(deps.db, projection, deps.clock())])
}
