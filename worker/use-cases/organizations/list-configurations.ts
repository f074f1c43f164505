/** What an organization could set over each integration, and what it has set. */
import type { DataIntegration } from '../../domain/integration.ts'
import type { OrganizationOverride } from '../../domain/organization-override.ts'
import type { ProviderDefinition } from '../../providers/definition.ts'
import type { ClientVersion } from '../../storage/client-versions.ts'
import { integrationsOf } from '../../storage/data-integrations.ts'
import { overridesOf } from '../../storage/organization-overrides.ts'
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

/** Two reads, however many integrations there are; the oldest integration first. */
export async function listConfigurations(
  deps: Deps,
  environmentId: string,
  organizationId: string,
  ownership: DataIntegration['ownership'],
): Promise<readonly OrganizationConfiguration[]> {
  const [rows, overrides] = await Promise.all([
    integrationsOf(deps.db, environmentId),
    overridesOf(deps.db, environmentId, organizationId),
  ])
  return rows.flatMap(({ integration, custom }) => {
    const definition = resolveDefinition(deps, integration.slug, custom?.definition)
    if (integration.ownership !== ownership || definition === undefined) return []
    const { override, client } = overrides.get(integration.id) ?? { override: null, client: null }
    return [{ organizationId, integration, definition, override, client }]
  })
}
