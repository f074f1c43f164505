/** Takes tokens that a product already has as a connection (contract 2.5, §5.4). */
import type { Standing } from '../../domain/object-messages.ts'
import type { ConnectedAccount } from '../../domain/integration.ts'
import { newId } from '../../kit/ids.ts'
import { fail, type Result } from '../../kit/result.ts'
import { compatibilityAccount } from '../../storage/connected-accounts.ts'
import type { Deps } from '../deps.ts'
import { addOnce, type ChosenIds, type RepeatableRequest } from '../idempotency/add-once.ts'
import { refusalOfImport, standingOf, type ImportedTokens } from './imported-tokens.ts'
import { placeGrant, type NewGrant } from './place-grant.ts'
import {
  logged,
  placeOf,
  sealCandidate,
  type AccountTarget,
  type ImportFailure,
  type Place,
  type TokenChanges,
} from './token-place.ts'

/** How an import is meant that adds a connection beside those that the owner has. */
export type Addition = {
  /** Null: a request that is sent again adds another one. */
  readonly once: RepeatableRequest | null
}

/**
 * @param addition absent: the owner must have no compatibility connection, and gets one
 * @returns `account_exists` when there is one already, of two at once for one of them
 */
export async function importAccount(
  deps: Deps,
  target: AccountTarget,
  given: TokenChanges,
  addition?: Addition,
): Promise<Result<ConnectedAccount, ImportFailure>> {
  const found = await placeOf(deps, target)
  if (!found.ok) return found
  if (found.value.unset !== undefined) return fail(found.value.unset)
  const tokens: ImportedTokens = {
    accessToken: given.accessToken ?? null,
    refreshToken: given.refreshToken ?? null,
    expiresAt: given.expiresAt ?? null,
  }
  const refusal = refusalOfImport(tokens)
  if (refusal !== undefined) return fail(refusal)
  const standing = standingOf(tokens, given.state ?? null, deps.clock())
  if (!standing.ok) return standing
  const imported = {
    place: found.value,
    tokens,
    scopes: given.scopes ?? [],
    standing: standing.value,
  }

  if (addition !== undefined) {
    const { environmentId } = found.value.reference
    return addOnce(deps, environmentId, addition.once, (ids) =>
      placeImport(deps, imported, { ...ids, intent: 'add' }),
    )
  }
  const existing = await compatibilityAccount(deps.db, found.value.reference)
  if (existing !== undefined && existing.state !== 'pending') {
    return fail({ kind: 'account_exists', slug: target.slug })
  }
  const accountId = existing?.id ?? newId('data_installation', deps.clock(), deps.random)
  return placeImport(deps, imported, { accountId })
}

type Import = {
  readonly place: Place
  readonly tokens: ImportedTokens
  readonly scopes: readonly string[]
  readonly standing: Standing
}

async function placeImport(
  deps: Deps,
  { place: where, tokens, scopes, standing }: Import,
  as: Pick<NewGrant, 'intent'> & Pick<ChosenIds, 'accountId'> & Partial<ChosenIds>,
): Promise<Result<ConnectedAccount, ImportFailure>> {
  const { intent, ...ids } = as
  const obtainedAt = deps.clock()
  const candidate = await sealCandidate(deps, where, tokens, {
    ...ids,
    scopes,
    accountIdentifier: null,
    accountDisplayName: null,
  })
  const placed = await placeGrant(deps, {
    ...where,
    candidate,
    obtainedAt,
    intent,
    standing,
    replaces: 'nothing',
  })
  if (placed.ok) {
    deps.log.info('account_imported', logged(placed.value))
    return placed
  }
  if (placed.failure.kind === 'too_many_connections') return fail({ kind: 'too_many_connections' })
  return fail(
    intent === 'add' ? { kind: 'account_changed' } : { kind: 'account_exists', slug: where.slug },
  )
}
