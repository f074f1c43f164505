/** Every integration that an owner could connect, with what is connected now. */
import type { ConnectedAccount, DataIntegration } from '../../domain/integration.ts'
import type { Owner } from '../../domain/owner.ts'
import type { ProviderDefinition } from '../../providers/definition.ts'
import { accountsOf } from '../../storage/connected-accounts.ts'
import { integrationsOf } from '../../storage/data-integrations.ts'
import { resolveDefinition } from '../data-integrations/resolve-client.ts'
import type { Deps } from '../deps.ts'

export type DataProvider = {
  readonly integration: DataIntegration
  readonly definition: ProviderDefinition
  /** The compatibility connection. */
  readonly account: ConnectedAccount | null
  readonly accounts: readonly ConnectedAccount[]
}

/**
 * Two reads, however many integrations there are. What is switched off is left out, unless the
 * owner is still connected to it: then it can still be disconnected.
 *
 * @param options `plural`: with all connections, and not only with the compatibility one
 */
export async function listDataProviders(
  deps: Deps,
  environmentId: string,
  owner: Owner,
  { plural }: { readonly plural: boolean },
): Promise<readonly DataProvider[]> {
  const [rows, all] = await Promise.all([
    integrationsOf(deps.db, environmentId),
    accountsOf(deps.db, environmentId, owner),
  ])
  const known = plural ? all : all.filter(({ role }) => role === 'compatibility')
  const accountsBy = Map.groupBy(known, ({ integrationId }) => integrationId)
  return rows.flatMap(({ integration, custom }) => {
    if (integration.ownership !== owner.kind) return []
    const accounts = accountsBy.get(integration.id) ?? []
    const account = accounts.find(({ role }) => role === 'compatibility') ?? null
    const definition = resolveDefinition(deps, integration.slug, custom?.definition)
    if (definition === undefined || (!integration.enabled && accounts.length === 0)) return []
    return [{ integration, definition, account, accounts }]
  })
}
