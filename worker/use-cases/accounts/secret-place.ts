/** Where a connection that begins with a secret comes to lie, and whether it may. */
import type { AuthMethod, ConnectedAccount, DataIntegration } from '../../domain/integration.ts'
import type { OwnerReference } from '../../domain/owner.ts'
import { fail, ok, type Result } from '../../kit/result.ts'
import type { ConfigFailure } from '../../providers/config-fields.ts'
import type { ProviderDefinition } from '../../providers/definition.ts'
import { liveAccount } from '../../storage/connected-accounts.ts'
import { integrationBySlug } from '../../storage/data-integrations.ts'
import type { AuthMethodMismatch } from '../data-integrations/integration-methods.ts'
import { resolveDefinition } from '../data-integrations/resolve-client.ts'
import type { Deps } from '../deps.ts'
import type { AccountTarget } from './token-place.ts'

export type SecretFailure =
  | AuthMethodMismatch
  | ConfigFailure
  | { readonly kind: 'integration_not_found'; readonly slug: string }
  | { readonly kind: 'integration_disabled'; readonly slug: string }
  | { readonly kind: 'account_not_found' }
  | { readonly kind: 'account_changed' }
  | {
      readonly kind: 'client_credentials_refused'
      readonly slug: string
      readonly code: string
    }
  | {
      readonly kind: 'provider_unanswering'
      readonly slug: string
      readonly retryAfterSeconds: number
    }

export type SecretTarget = AccountTarget & {
  /** Only over a connection that is there already. */
  readonly mustExist: boolean
  readonly mayBeDisabled?: boolean
  readonly accountIdentifier?: string | null | undefined
  readonly accountDisplayName?: string | null | undefined
}

export type SecretPlace = {
  readonly reference: OwnerReference
  readonly integration: DataIntegration
  readonly definition: ProviderDefinition
  readonly existing: ConnectedAccount | undefined
}

/** @returns the place, or why this owner cannot connect there in this way; writes and sends nothing */
export async function secretPlace(
  deps: Deps,
  { environment, slug, owner, accountId, mustExist, mayBeDisabled }: SecretTarget,
  method: AuthMethod,
): Promise<Result<SecretPlace, SecretFailure>> {
  const row = await integrationBySlug(deps.db, environment.id, slug, owner.kind)
  const definition =
    row === undefined ? undefined : resolveDefinition(deps, slug, row.custom?.definition)
  if (row === undefined || definition === undefined) {
    return fail({ kind: 'integration_not_found', slug })
  }
  const { integration } = row
  if (!integration.enabled && mayBeDisabled !== true)
    return fail({ kind: 'integration_disabled', slug })
  if (!integration.authMethods.includes(method)) {
    return fail({ kind: 'auth_method_mismatch', slug, wanted: method })
  }
  const reference: OwnerReference = {
    environmentId: environment.id,
    environmentKind: environment.kind,
    integrationId: integration.id,
    owner,
  }
  const found = await liveAccount(deps.db, reference)
  const existing = found?.state === 'pending' ? undefined : found
  const isMeant = accountId === undefined || existing?.id === accountId
  if (!isMeant || (mustExist && existing === undefined)) return fail({ kind: 'account_not_found' })
  // Another kind of secret is another connection: it is disconnected first (contract §5.11).
  if (existing !== undefined && existing.authMethod !== method) {
    const { authMethod } = existing
    return fail({ kind: 'auth_method_mismatch', slug, wanted: method, existing: authMethod })
  }
  return ok({ reference, integration, definition, existing })
}
