/** Where a connection that begins with a secret comes to lie, and whether it may. */
import type { AuthMethod, ConnectedAccount, DataIntegration } from '../../domain/integration.ts'
import type { IntegrationDisabled } from '../../domain/organization-override.ts'
import type { OwnerReference } from '../../domain/owner.ts'
import { newId } from '../../kit/ids.ts'
import { fail, ok, type Result } from '../../kit/result.ts'
import type { ConfigFailure } from '../../providers/config-fields.ts'
import type { ProviderDefinition } from '../../providers/definition.ts'
import { compatibilityAccount, connectionsOf } from '../../storage/connected-accounts.ts'
import { integrationBySlug } from '../../storage/data-integrations.ts'
import type { AuthMethodMismatch } from '../data-integrations/integration-methods.ts'
import type { Deps } from '../deps.ts'
import { addOnce, type ChosenIds, type OnceFailure } from '../idempotency/add-once.ts'
import type { Addition } from './import-account.ts'
import { effectiveIntegration } from '../organizations/effective-integration.ts'
import type { NewGrant, PlaceFailure } from './place-grant.ts'
import type { AccountTarget } from './token-place.ts'

export type SecretFailure =
  | OnceFailure
  | AuthMethodMismatch
  | ConfigFailure
  | { readonly kind: 'integration_not_found'; readonly slug: string }
  | IntegrationDisabled
  | { readonly kind: 'account_not_found' }
  | { readonly kind: 'account_changed' }
  | { readonly kind: 'too_many_connections' }
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
  /** One more connection beside those that the owner has. */
  readonly addition?: Addition | undefined
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
  { environment, slug, owner, accountId, mustExist, mayBeDisabled, addition }: SecretTarget,
  method: AuthMethod,
): Promise<Result<SecretPlace, SecretFailure>> {
  const row = await integrationBySlug(deps.db, environment.id, slug, owner.kind)
  const effective =
    row === undefined ? undefined : await effectiveIntegration(deps, row, owner.organizationId)
  if (effective === undefined) return fail({ kind: 'integration_not_found', slug })
  const { integration, definition } = effective
  const { ownership, disabledBy } = integration
  if (disabledBy !== null && mayBeDisabled !== true) {
    return fail({ kind: 'integration_disabled', slug, ownership, disabledBy })
  }
  if (!integration.authMethods.includes(method)) {
    return fail({ kind: 'auth_method_mismatch', slug, wanted: method })
  }
  const reference: OwnerReference = {
    environmentId: environment.id,
    environmentKind: environment.kind,
    integrationId: integration.id,
    owner,
  }
  const existing =
    addition === undefined ? await connectionMeant(deps, reference, accountId) : undefined
  const isNamed = mustExist || accountId !== undefined
  if (isNamed && existing === undefined) return fail({ kind: 'account_not_found' })
  // Another kind of secret is another connection: it is disconnected first (contract §5.11).
  if (existing !== undefined && existing.authMethod !== method) {
    const { authMethod } = existing
    return fail({ kind: 'auth_method_mismatch', slug, wanted: method, existing: authMethod })
  }
  return ok({ reference, integration, definition, existing })
}

/** Exactly the one that is named; else what is in the compatibility slot. */
async function connectionMeant(
  deps: Deps,
  reference: OwnerReference,
  accountId: string | undefined,
): Promise<ConnectedAccount | undefined> {
  if (accountId !== undefined) {
    return (await connectionsOf(deps.db, reference)).find(({ id }) => id === accountId)
  }
  const found = await compatibilityAccount(deps.db, reference)
  return found?.state === 'pending' ? undefined : found
}

/** Which connection the new secret is for, as its object has to know it. */
export const intentOf = ({ accountId, addition }: SecretTarget): NewGrant['intent'] => {
  if (addition !== undefined) return 'add'
  return accountId === undefined ? undefined : 'reauthorize'
}

/**
 * Makes the connection, under the ids of the one that is there, or under new ones; once for an
 * `Idempotency-Key`.
 */
export const placeOnce = (
  deps: Deps,
  { addition }: SecretTarget,
  { reference, existing }: SecretPlace,
  make: (ids: PlaceIds) => Promise<Result<ConnectedAccount, SecretFailure>>,
): Promise<Result<ConnectedAccount, SecretFailure>> =>
  addition === undefined
    ? make({ accountId: existing?.id ?? newId('data_installation', deps.clock(), deps.random) })
    : addOnce(deps, reference.environmentId, addition.once, make)

/** The grant's id only where a repeated request has to find it again. */
export type PlaceIds = Pick<ChosenIds, 'accountId'> & Partial<ChosenIds>

export const notPlaced = ({ kind }: PlaceFailure): SecretFailure =>
  kind === 'account_not_found' || kind === 'too_many_connections'
    ? { kind }
    : { kind: 'account_changed' }
