/** Every integration that an owner could connect, with the account that is connected now. */
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
  readonly account: ConnectedAccount | null
}

/**
 * Two reads, however many integrations there are. What is switched off is left out, unless the
 * owner is still connected to it: then it can still be disconnected.
 */
export async function listDataProviders(
  deps: Deps,
  environmentId: string,
  owner: Owner,
): Promise<readonly DataProvider[]> {
  const [rows, accounts] = await Promise.all([
    integrationsOf(deps.db, environmentId),
    accountsOf(deps.db, environmentId, owner),
  ])
  const accountOf = new Map(accounts.map((account) => [account.integrationId, account]))
  return rows.flatMap(({ integration, custom }) => {
    if (integration.ownership !== owner.kind) return []
    const account = accountOf.get(integration.id) ?? null
    const definition = resolveDefinition(deps, integration.slug, custom?.definition)
    if (definition === undefined || (!integration.enabled && account === null)) return []
    return [{ integration, definition, account }]
  })
}
