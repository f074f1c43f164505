/** One owner's account of one integration, with the integration it belongs to. */
import { selectConnection, type Selection } from '../../domain/connections.ts'
import type { Environment } from '../../domain/environment.ts'
import type { ConnectedAccount } from '../../domain/integration.ts'
import type { Owner, OwnerReference } from '../../domain/owner.ts'
import { fail, ok, type Result } from '../../kit/result.ts'
import { connectionsOf } from '../../storage/connected-accounts.ts'
import { integrationBySlug } from '../../storage/data-integrations.ts'
import type { Deps } from '../deps.ts'
import type { SelectionFailure } from './disconnect.ts'

export type AccountFailure =
  | { readonly kind: 'integration_not_found'; readonly slug: string }
  | { readonly kind: 'account_not_found' }
  | SelectionFailure

/** Where an owner's object is, by slug. */
export async function referenceBySlug(
  deps: Deps,
  environment: Environment,
  slug: string,
  owner: Owner,
): Promise<Result<OwnerReference, Exclude<AccountFailure, SelectionFailure>>> {
  const row = await integrationBySlug(deps.db, environment.id, slug, owner.kind)
  if (row === undefined) return fail({ kind: 'integration_not_found', slug })
  return ok({
    environmentId: environment.id,
    environmentKind: environment.kind,
    integrationId: row.integration.id,
    owner,
  })
}

export async function getAccount(
  deps: Deps,
  environment: Environment,
  slug: string,
  of: Selection & { readonly owner: Owner },
): Promise<Result<ConnectedAccount, AccountFailure>> {
  const reference = await referenceBySlug(deps, environment, slug, of.owner)
  if (!reference.ok) return reference
  const found = selectConnection(await connectionsOf(deps.db, reference.value), ({ id }) => id, of)
  switch (found.kind) {
    case 'one':
      return ok(found.connection)
    case 'none':
      return fail({ kind: 'account_not_found' })
    case 'several':
      return fail({ kind: 'account_selection_required', connections: found.connections })
  }
}
