import type { IntegrationRoot } from '../../domain/integration.ts'
import { fail, ok, type Result } from '../../kit/result.ts'
import { clientVersionById } from '../../storage/client-versions.ts'
import { troublesOf, type ClientTrouble } from '../../storage/client-troubles.ts'
import {
  integrationBySlug,
  integrationsOf,
  type IntegrationRow,
} from '../../storage/data-integrations.ts'
import type { Deps } from '../deps.ts'
import type { IntegrationView } from './write-integration.ts'

/** One integration with its client's id and last four characters; never its secret. */
export async function readIntegration(
  deps: Deps,
  environmentId: string,
  { slug, ownership }: IntegrationRoot,
): Promise<Result<IntegrationView, { kind: 'integration_not_found'; slug: string }>> {
  const row = await integrationBySlug(deps.db, environmentId, slug, ownership)
  return row === undefined
    ? fail({ kind: 'integration_not_found', slug })
    : ok(await withClient(deps, row, await troublesOf(deps.db, environmentId)))
}

/** All integrations with the deployment's OAuth clients, or all others; the oldest first. */
export async function listIntegrations(
  deps: Deps,
  environmentId: string,
  credentials: 'shared' | 'other',
): Promise<readonly IntegrationView[]> {
  const [rows, troubles] = await Promise.all([
    integrationsOf(deps.db, environmentId),
    troublesOf(deps.db, environmentId),
  ])
  const matching = rows.filter(
    ({ integration }) => (integration.credentialsType === 'shared') === (credentials === 'shared'),
  )
  return Promise.all(matching.map((row) => withClient(deps, row, troubles)))
}

async function withClient(
  deps: Deps,
  row: IntegrationRow,
  troubles: readonly ClientTrouble[],
): Promise<IntegrationView> {
  const { clientVersionId, environmentId, id } = row.integration
  const client =
    clientVersionId === null
      ? undefined
      : await clientVersionById(deps.db, environmentId, clientVersionId)
  return {
    ...row,
    client: client ?? null,
    troubles: troubles.filter(({ dataIntegrationId }) => dataIntegrationId === id),
  }
}
