import { fail, ok, type Result } from '../../kit/result.ts'
import { clientVersionById } from '../../storage/client-versions.ts'
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
  slug: string,
): Promise<Result<IntegrationView, { kind: 'integration_not_found'; slug: string }>> {
  const row = await integrationBySlug(deps.db, environmentId, slug)
  return row === undefined
    ? fail({ kind: 'integration_not_found', slug })
    : ok(await withClient(deps, row))
}

/** All integrations whose credentials are of a type, the oldest first. */
export async function listIntegrations(
  deps: Deps,
  environmentId: string,
  credentialsType: 'shared' | 'custom',
): Promise<readonly IntegrationView[]> {
  const rows = await integrationsOf(deps.db, environmentId)
  const matching = rows.filter(({ integration }) => integration.credentialsType === credentialsType)
  return Promise.all(matching.map((row) => withClient(deps, row)))
}

async function withClient(deps: Deps, row: IntegrationRow): Promise<IntegrationView> {
  const { clientVersionId, environmentId } = row.integration
  const client =
    clientVersionId === null
      ? undefined
      : await clientVersionById(deps.db, environmentId, clientVersionId)
  return { ...row, client: client ?? null }
}
