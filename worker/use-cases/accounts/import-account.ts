/** Takes tokens that a product already has as a connection (contract 2.5, §5.4). */
import type { ConnectedAccount } from '../../domain/integration.ts'
import { newId } from '../../kit/ids.ts'
import { fail, type Result } from '../../kit/result.ts'
import { liveAccount } from '../../storage/connected-accounts.ts'
import type { Deps } from '../deps.ts'
import { refusalOfImport, standingOf, type ImportedTokens } from './imported-tokens.ts'
import { placeGrant } from './place-grant.ts'
import {
  logged,
  placeOf,
  sealCandidate,
  type AccountTarget,
  type ImportFailure,
  type TokenChanges,
} from './token-place.ts'

/** @returns `account_exists` when the owner is connected already, of two at once for one of them */
export async function importAccount(
  deps: Deps,
  target: AccountTarget,
  given: TokenChanges,
): Promise<Result<ConnectedAccount, ImportFailure>> {
  const found = await placeOf(deps, target)
  if (!found.ok) return found
  if (found.value.unset !== undefined) return fail(found.value.unset)
  const { slug } = target
  const tokens: ImportedTokens = {
    accessToken: given.accessToken ?? null,
    refreshToken: given.refreshToken ?? null,
    expiresAt: given.expiresAt ?? null,
  }
  const refusal = refusalOfImport(tokens)
  if (refusal !== undefined) return fail(refusal)
  const now = deps.clock()
  const standing = standingOf(tokens, given.state ?? null, now)
  if (!standing.ok) return standing
  const existing = await liveAccount(deps.db, found.value.reference)
  if (existing !== undefined && existing.state !== 'pending') {
    return fail({ kind: 'account_exists', slug })
  }
  const accountId = existing?.id ?? newId('data_installation', now, deps.random)
  const placed = await placeGrant(deps, {
    ...found.value,
    candidate: await sealCandidate(deps, found.value, tokens, {
      accountId,
      scopes: given.scopes ?? [],
      accountIdentifier: null,
      accountDisplayName: null,
    }),
    obtainedAt: now,
    standing: standing.value,
    replaces: 'nothing',
  })
  if (!placed.ok) return fail({ kind: 'account_exists', slug })
  deps.log.info('account_imported', logged(placed.value))
  return placed
}
