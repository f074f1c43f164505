/** One owner's account of one integration, with the integration it belongs to. */
import type { Environment } from '../../domain/environment.ts'
import type { ConnectedAccount } from '../../domain/integration.ts'
import type { Owner, OwnerReference } from '../../domain/owner.ts'
import { fail, ok, type Result } from '../../kit/result.ts'
import { liveAccount } from '../../storage/connected-accounts.ts'
import { integrationBySlug } from '../../storage/data-integrations.ts'
import type { Deps } from '../deps.ts'

export type AccountFailure =
  | { readonly kind: 'integration_not_found'; readonly slug: string }
  | { readonly kind: 'account_not_found' }

/** Where an owner's object is, by slug. */
export async function referenceBySlug(
  deps: Deps,
  environment: Environment,
  slug: string,
  owner: Owner,
): Promise<Result<OwnerReference, AccountFailure>> {
  const row = await integrationBySlug(deps.db, environment.id, slug, owner.kind)
  if (row === undefined) return fail({ kind: 'integration_not_found', slug })
  return ok({
    environmentId: environment.id,
    environmentKind: environment.kind,
    integrationId: row.integration.id,
    owner,
  })
}

/** @param of `accountId`: only if the owner's account is this one */
export async function getAccount(
  deps: Deps,
  environment: Environment,
  slug: string,
  of: { readonly owner: Owner; readonly accountId?: string | undefined },
): Promise<Result<ConnectedAccount, AccountFailure>> {
  const reference = await referenceBySlug(deps, environment, slug, of.owner)
  if (!reference.ok) return reference
  const account = await liveAccount(deps.db, reference.value)
  const isMeant = of.accountId === undefined || account?.id === of.accountId
  return account === undefined || account.state === 'pending' || !isMeant
    ? fail({ kind: 'account_not_found' })
    : ok(account)
}
