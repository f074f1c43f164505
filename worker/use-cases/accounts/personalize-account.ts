/** What the owner of a connection says of it: which of several is used, and what it is called. */
import type { ConnectedAccount } from '../../domain/integration.ts'
import type { OwnerReference } from '../../domain/owner.ts'
import type { PreferOutcome } from '../../domain/object-messages.ts'
import { errorFields } from '../../kit/log.ts'
import { fail, ok, type Result } from '../../kit/result.ts'
import { nameAccount } from '../../storage/account-labels.ts'
import { commit } from '../../storage/database.ts'
import type { Deps } from '../deps.ts'

export type PersonalChanges = {
  /** Null, or nothing: as the provider calls it. */
  readonly nickname?: string | null | undefined
  /** It is vended to whoever names none. */
  readonly preferred?: true | undefined
}

export type PersonalFailure =
  | { readonly kind: 'account_not_found' }
  | { readonly kind: 'account_unavailable'; readonly retryAfterSeconds: number }

/** Blanks, and signs that take no room: there is no name to be seen. */
const SHOWS_NOTHING = /^[\p{Cf}\p{Z}]*$/u

/** The object decides which one is used, and can say no: it is asked first. A name is D1's alone. */
export async function personalizeAccount(
  deps: Deps,
  environmentKind: OwnerReference['environmentKind'],
  account: ConnectedAccount,
  { nickname: wanted, preferred }: PersonalChanges,
): Promise<Result<ConnectedAccount, PersonalFailure>> {
  const { environmentId, id: accountId } = account
  const nickname = SHOWS_NOTHING.test(wanted ?? '-') ? null : wanted
  if (preferred === true) {
    const outcome = await prefer(deps, environmentKind, account)
    if (outcome.kind === 'not_installed') return fail({ kind: 'account_not_found' })
    if (outcome.kind === 'unavailable') {
      return fail({ kind: 'account_unavailable', retryAfterSeconds: 5 })
    }
  }
  const now = deps.clock()
  if (nickname !== undefined) {
    await commit(deps.db, [nameAccount(deps.db, { environmentId, accountId }, nickname, now)])
  }
  deps.log.info('account_personalized', { account_id: accountId, environment_id: environmentId })
  return ok({
    ...account,
    nickname: nickname === undefined ? account.nickname : nickname,
    preferred: preferred ?? account.preferred,
    updatedAt: now,
  })
}

async function prefer(
  deps: Deps,
  environmentKind: OwnerReference['environmentKind'],
  { environmentId, integrationId, owner, slug, id: accountId }: ConnectedAccount,
): Promise<PreferOutcome> {
  const reference = { environmentId, environmentKind, integrationId, owner }
  try {
    return await deps.ownerAccounts(reference).prefer({ v: 1, reference, slug, accountId })
  } catch (error) {
    deps.log.warn('prefer_failed', { account_id: accountId, ...errorFields(error) })
    return { kind: 'unavailable' }
  }
}
