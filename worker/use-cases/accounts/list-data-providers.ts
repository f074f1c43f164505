/** Every integration that an owner could connect, with what is connected now. */
import type { ConnectedAccount } from '../../domain/integration.ts'
import {
  clientUnset,
  integrationFor,
  type EffectiveIntegration,
} from '../../domain/organization-override.ts'
import type { Owner } from '../../domain/owner.ts'
import type { ProviderDefinition } from '../../providers/definition.ts'
import { accountsOf } from '../../storage/connected-accounts.ts'
import { integrationsOf } from '../../storage/data-integrations.ts'
import { overridesOf } from '../../storage/organization-overrides.ts'
import { resolveDefinition } from '../data-integrations/resolve-client.ts'
import type { Deps } from '../deps.ts'

export type DataProvider = {
  readonly integration: EffectiveIntegration
  readonly definition: ProviderDefinition
  /** Switched on, and with what it takes to connect. */
  readonly isOffered: boolean
  /** The compatibility connection. */
  readonly account: ConnectedAccount | null
  readonly accounts: readonly ConnectedAccount[]
}

/**
 * A few reads, however many integrations there are, each as the owner's organization has it. What is
 * switched off, or waits for the organization's OAuth client, is left out, unless the owner is still
 * connected to it: then it can still be disconnected.
 *
 * @param options `plural`: with all connections, and not only with the compatibility one
 */
export async function listDataProviders(
  deps: Deps,
  environmentId: string,
  owner: Owner,
  { plural }: { readonly plural: boolean },
): Promise<readonly DataProvider[]> {
  const { organizationId } = owner
  const [rows, all, overrides] = await Promise.all([
    integrationsOf(deps.db, environmentId),
    accountsOf(deps.db, environmentId, owner),
    organizationId === null ? undefined : overridesOf(deps.db, environmentId, organizationId),
  ])
  const known = plural ? all : all.filter(({ role }) => role === 'compatibility')
  const accountsBy = Map.groupBy(known, ({ integrationId }) => integrationId)
  return rows.flatMap(({ integration: row, custom }) => {
    if (row.ownership !== owner.kind) return []
    const accounts = accountsBy.get(row.id) ?? []
    const account = accounts.find(({ role }) => role === 'compatibility') ?? null
    const definition = resolveDefinition(deps, row.slug, custom?.definition)
    if (definition === undefined) return []
    const override = overrides?.get(row.id)?.override ?? null
    const integration = integrationFor(row, override, definition.oauth?.scopes.default ?? [])
    const isOffered = integration.enabled && clientUnset(integration, organizationId) === undefined
    return isOffered || accounts.length > 0
      ? [{ integration, definition, isOffered, account, accounts }]
      : []
  })
}
