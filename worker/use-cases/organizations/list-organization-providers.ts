/** Every integration of one root as an organization's administrators meet it. */
import type { ConnectedAccount, DataIntegration } from '../../domain/integration.ts'
import { integrationFor, type EffectiveIntegration } from '../../domain/organization-override.ts'
import { organizationOwner } from '../../domain/owner.ts'
import { accountsOf } from '../../storage/connected-accounts.ts'
import { integrationsOf } from '../../storage/data-integrations.ts'
import { overridesOf } from '../../storage/organization-overrides.ts'
import { resolveDefinition } from '../data-integrations/resolve-client.ts'
import type { Deps } from '../deps.ts'
import type { OrganizationConfiguration } from './list-configurations.ts'

export type OrganizationProvider = OrganizationConfiguration & {
  /** With what the organization has set over it. */
  readonly effective: EffectiveIntegration
  /** What the organization shares, the compatibility connection first; not what its members own. */
  readonly accounts: readonly ConnectedAccount[]
}

/**
 * Three reads, however many there are. What the developer has switched off is left out, unless the
 * organization is still connected to it: then it can still be disconnected.
 */
export async function listOrganizationProviders(
  deps: Deps,
  of: {
    readonly environmentId: string
    readonly organizationId: string
    readonly ownership: DataIntegration['ownership']
  },
): Promise<readonly OrganizationProvider[]> {
  const { environmentId, organizationId, ownership } = of
  const [rows, overrides, known] = await Promise.all([
    integrationsOf(deps.db, environmentId),
    overridesOf(deps.db, environmentId, organizationId),
    ownership === 'organization'
      ? accountsOf(deps.db, environmentId, organizationOwner(organizationId))
      : [],
  ])
  const accountsBy = Map.groupBy(known, ({ integrationId }) => integrationId)
  return rows.flatMap(({ integration, custom }) => {
    if (integration.ownership !== ownership) return []
    const definition = resolveDefinition(deps, integration.slug, custom?.definition)
    if (definition === undefined) return []
    const accounts = (accountsBy.get(integration.id) ?? []).toSorted(
      (a, b) => Number(isCompatibility(b)) - Number(isCompatibility(a)),
    )
    if (!integration.enabled && accounts.length === 0) return []
    const { override, client } = overrides.get(integration.id) ?? { override: null, client: null }
    const defaultScopes = definition.oauth?.scopes.default ?? []
    const effective = integrationFor(integration, override, defaultScopes)
    return [{ organizationId, integration, definition, override, client, effective, accounts }]
  })
}

const isCompatibility = ({ role }: ConnectedAccount): boolean => role === 'compatibility'
