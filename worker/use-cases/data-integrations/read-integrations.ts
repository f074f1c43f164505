import type { IntegrationRoot } from '../../domain/integration.ts'
import { fail, ok, type Result } from '../../kit/result.ts'
import { clientVersionById } from '../../storage/client-versions.ts'
import { troublesOf, type ClientTrouble } from '../../storage/client-troubles.ts'
import {
  integrationBySlug,
  listIntegrations as integrationsOnPage,
  type IntegrationFilter,
} from '../../storage/data-integrations.ts'
import type { Page, PageFound } from '../../storage/page.ts'
import type { Deps } from '../deps.ts'
import type { IntegrationView } from './integration-input.ts'

/** One integration with its client's id and last four characters; never its secret. */
export async function readIntegration(
  deps: Deps,
  environmentId: string,
  { slug, ownership }: IntegrationRoot,
): Promise<Result<IntegrationView, { kind: 'integration_not_found'; slug: string }>> {
  const row = await integrationBySlug(deps.db, environmentId, slug, ownership)
  if (row === undefined) return fail({ kind: 'integration_not_found', slug })
  const { id, clientVersionId } = row.integration
  const [client, troubles] = await Promise.all([
    clientVersionId === null
      ? undefined
      : clientVersionById(deps.db, environmentId, clientVersionId),
    troublesOf(deps.db, environmentId),
  ])
  return ok({ ...row, client: client ?? null, troubles: ofIntegration(troubles, id) })
}

/** A page of integrations: two reads, however many there are. */
export async function listIntegrations(
  deps: Deps,
  environmentId: string,
  filter: IntegrationFilter,
  page: Page,
): Promise<PageFound<IntegrationView>> {
  const [found, troubles] = await Promise.all([
    integrationsOnPage(deps.db, environmentId, filter, page),
    troublesOf(deps.db, environmentId),
  ])
  const rows = found.rows.map((row) => ({
    ...row,
    troubles: ofIntegration(troubles, row.integration.id),
  }))
  return { ...found, rows }
}

const ofIntegration = (troubles: readonly ClientTrouble[], id: string): readonly ClientTrouble[] =>
  troubles.filter(({ dataIntegrationId }) => dataIntegrationId === id)
