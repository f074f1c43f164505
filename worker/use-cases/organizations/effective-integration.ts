/** An integration as an owner meets it: with what the owner's organization has set over it. */
import { integrationFor, type EffectiveIntegration } from '../../domain/organization-override.ts'
import type { ProviderDefinition } from '../../providers/definition.ts'
import type { IntegrationRow } from '../../storage/data-integrations.ts'
import { overrideOf } from '../../storage/organization-overrides.ts'
import { resolveDefinition } from '../data-integrations/resolve-client.ts'
import type { Deps } from '../deps.ts'

export type Effective = {
  readonly integration: EffectiveIntegration
  readonly definition: ProviderDefinition
}

/**
 * @param organizationId null: of an owner without one
 * @returns undefined where this deployment does not know the provider any more
 */
export async function effectiveIntegration(
  deps: Deps,
  { integration, custom }: IntegrationRow,
  organizationId: string | null,
): Promise<Effective | undefined> {
  const { environmentId, id: integrationId, slug } = integration
  const definition = resolveDefinition(deps, slug, custom?.definition)
  if (definition === undefined) return undefined
  const override =
    organizationId === null
      ? null
      : await overrideOf(deps.db, { environmentId, integrationId, organizationId })
  const defaultScopes = definition.oauth?.scopes.default ?? []
  return { integration: integrationFor(integration, override, defaultScopes), definition }
}
