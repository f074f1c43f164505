/** Changes the tokens, scopes or state of a connection (contract 2.5). */
import type { AuditEntry } from '../../domain/audit.ts'
import type { Replaces } from '../../domain/object-messages.ts'
import type { ConnectedAccount } from '../../domain/integration.ts'
import { fail, ok, type Result } from '../../kit/result.ts'
import { accountById } from '../../storage/connected-accounts.ts'
import { openTokens } from '../../vault/credential-vault.ts'
import type { Deps } from '../deps.ts'
import { standingOf, type ImportedTokens } from './imported-tokens.ts'
import { placeGrant, type NewGrant } from './place-grant.ts'
import { BY_OAUTH } from './proof.ts'
import {
  logged,
  placeOf,
  sealCandidate,
  type AccountTarget,
  type ImportFailure,
  type Place,
  type TokenChanges,
} from './token-place.ts'

/** How often a change is made anew because a refresh was faster. */
const MAX_TRIES = 3

/**
 * Changes what is named. The tokens that stay are sealed anew under a new grant, and only if no refresh
 * has replaced them meanwhile.
 *
 * @param by the operator who does it, for the audit
 * @returns `account_changed` when one has, each time
 */
export async function updateAccount(
  deps: Deps,
  target: AccountTarget,
  changes: TokenChanges,
  by?: AuditEntry,
): Promise<Result<ConnectedAccount, ImportFailure>> {
  const found = await placeOf(deps, target)
  if (!found.ok) return found
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const planned = await planUpdate(deps, found.value, target, changes)
    if (!planned.ok) return planned
    const placed = await placeGrant(deps, { ...planned.value, by })
    if (placed.ok) {
      deps.log.info('account_updated', logged(placed.value))
      return placed
    }
  }
  return fail({ kind: 'account_changed' })
}

async function planUpdate(
  deps: Deps,
  place: Place,
  target: AccountTarget,
  changes: TokenChanges,
): Promise<Result<NewGrant, ImportFailure>> {
  const { reference, slug } = place
  const meant = { accountId: target.accountId }
  const read = await deps.ownerAccounts(reference).read({ v: 1, reference, slug, ...meant })
  if (read.kind === 'unavailable') {
    return fail({ kind: 'account_unavailable', retryAfterSeconds: read.retryAfterSeconds })
  }
  if (read.kind === 'not_installed') return fail({ kind: 'account_not_found' })
  const { credential, accountId } = read
  const { environmentId } = reference
  const account = await accountById(deps.db, environmentId, accountId)
  const isMeant = target.accountId === undefined || accountId === target.accountId
  if (account === undefined || !isMeant) return fail({ kind: 'account_not_found' })
  if (account.authMethod !== 'oauth') {
    return fail({
      kind: 'auth_method_mismatch',
      slug,
      wanted: 'oauth',
      existing: account.authMethod,
    })
  }
  const { grantId, epoch } = credential
  const at = { environmentId, accountId, grantId, epoch }
  const opened = await openTokens(deps.keyring, at, credential)
  if (!opened.ok) return fail({ kind: 'account_unavailable', retryAfterSeconds: 60 })
  const { expiresAt } = credential
  const tokens = merged({ ...opened.value, expiresAt }, changes)
  if (changes.expiresAt != null && tokens.accessToken === null) {
    return fail({ kind: 'tokens_refused', reason: 'expires_at_without_access_token' })
  }
  const now = deps.clock()
  // Scopes alone never reconnect.
  const isRestated = touchesTokens(changes) || changes.state != null
  const standing = isRestated ? standingOf(tokens, changes.state ?? null, now) : ok(read.standing)
  if (!standing.ok) return standing
  const keepsRefreshToken = changes.refreshToken === undefined
  if (!keepsRefreshToken && place.unset !== undefined) return fail(place.unset)
  const replaces: Replaces = { grantId, epoch, keepsRefreshToken }
  const candidate = await sealCandidate(deps, place, tokens, {
    accountId,
    scopes: changes.scopes ?? credential.scopes,
    accountIdentifier: account.accountIdentifier,
    accountDisplayName: account.accountDisplayName,
  })
  return ok({
    ...place,
    // The refresh token belongs to the client that it was given to.
    clientVersionId: keepsRefreshToken ? account.clientVersionId : place.clientVersionId,
    candidate: {
      ...candidate,
      metadata: { ...credential.metadata },
      refreshExpiresAt: keepsRefreshToken ? credential.refreshExpiresAt : null,
    },
    proof: { ...BY_OAUTH, config: account.config },
    obtainedAt: changes.accessToken === undefined ? credential.obtainedAt : now,
    intent: 'reauthorize',
    standing: standing.value,
    replaces,
  })
}

const touchesTokens = ({ accessToken, refreshToken, expiresAt }: TokenChanges): boolean =>
  [accessToken, refreshToken, expiresAt].some((member) => member !== undefined)

/** A new access token without a time does not expire: the old one's time says nothing of it. */
function merged(before: ImportedTokens, changes: TokenChanges): ImportedTokens {
  const { accessToken, refreshToken, expiresAt } = changes
  const keptExpiry = accessToken === undefined ? before.expiresAt : null
  return {
    accessToken: accessToken === undefined ? before.accessToken : accessToken,
    refreshToken: refreshToken === undefined ? before.refreshToken : refreshToken,
    expiresAt: expiresAt === undefined ? keptExpiry : expiresAt,
  }
}
