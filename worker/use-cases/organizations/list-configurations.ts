/** What an organization could set over each integration, and what it has set. */
import type { DataIntegration } from '../../domain/integration.ts'
import type { OrganizationOverride } from '../../domain/organization-override.ts'
import type { ProviderDefinition } from '../../providers/definition.ts'
import type { ClientVersion } from '../../storage/client-versions.ts'
import { listIntegrations } from '../../storage/data-integrations.ts'
import { overridesOf } from '../../storage/organization-overrides.ts'
import type { Page, PageFound } from '../../storage/page.ts'
import { resolveDefinition } from '../data-integrations/resolve-client.ts'
import type { Deps } from '../deps.ts'

export type OrganizationConfiguration = {
  readonly organizationId: string
  /** As the developer has it. */
  readonly integration: DataIntegration
  readonly definition: ProviderDefinition
  /** Null: the organization has set nothing. */
  readonly override: OrganizationOverride | null
  /** The organization's own OAuth client. */
  readonly client: ClientVersion | null
}

/** A page of integrations of one root, whosever credentials they use: two reads, however many there are. */
export async function listConfigurations(
  deps: Deps,
  of: {
    readonly environmentId: string
    readonly organizationId: string
    readonly ownership: DataIntegration['ownership']
  },
  page: Page,
): Promise<PageFound<OrganizationConfiguration>> {
  const { environmentId, organizationId, ownership } = of
  const [found, overrides] = await Promise.all([
    listIntegrations(deps.db, environmentId, { ownership, credentialsType: 'any' }, page),
    overridesOf(deps.db, environmentId, organizationId),
  ])
  const rows = found.rows.flatMap(({ integration, custom }) => {
    const definition = resolveDefinition(deps, integration.slug, custom?.definition)
    if (definition === undefined) return []
    const { override, client } = overrides.get(integration.id) ?? { override: null, client: null }
    return [{ organizationId, integration, definition, override, client }]
  })
  return { ...found, rows }
}
