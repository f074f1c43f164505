/** An operator asks for a refresh now: the object does it as for a backend whose provider refused the token. */
import type { Environment } from '../../domain/environment.ts'
import type { ConnectedAccount } from '../../domain/integration.ts'
import type { RejectOutcome } from '../../domain/object-messages.ts'
import { errorFields } from '../../kit/log.ts'
import type { Deps } from '../deps.ts'

/** Why nothing was refreshed; null when it was. */
export type RefreshResult = {
  readonly code:
    | null
    | 'not_connected'
    | 'no_refresh_token'
    | 'needs_reauthorization'
    | 'rate_limited'
    | 'storage_unavailable'
    | Extract<RejectOutcome, { kind: 'unavailable' }>['code']
  readonly retryAfterSeconds: number | null
}

export async function refreshAccount(
  deps: Deps,
  environment: Environment,
  { id: accountId, integrationId, owner, slug }: ConnectedAccount,
): Promise<RefreshResult> {
  const reference = {
    environmentId: environment.id,
    environmentKind: environment.kind,
    integrationId,
    owner,
  }
  const meant = { v: 1, reference, slug, accountId } as const
  try {
    const read = await deps.ownerAccounts(reference).read(meant)
    if (read.kind === 'unavailable') return notYet('storage_unavailable', read.retryAfterSeconds)
    if (read.kind === 'not_installed') return refusal('not_connected')
    if (read.standing.status !== 'connected') return refusal('needs_reauthorization')
    const { grantId, epoch, sealedRefresh } = read.credential
    // The object would take it for a token that is refused, and its user would have to come.
    if (sealedRefresh === null) return refusal('no_refresh_token')
    return resultOf(await deps.ownerAccounts(reference).reject({ ...meant, grantId, epoch }))
  } catch (error) {
    deps.log.warn('object_unreachable', { slug, ...errorFields(error) })
    return notYet('storage_unavailable', 1)
  }
}

function resultOf(outcome: RejectOutcome): RefreshResult {
  switch (outcome.kind) {
    case 'active':
      return { code: null, retryAfterSeconds: null }
    case 'needs_reauthorization':
      return refusal('needs_reauthorization')
    case 'rate_limited':
      return notYet('rate_limited', outcome.retryAfterSeconds)
    case 'unavailable':
      return notYet(outcome.code, outcome.retryAfterSeconds)
    case 'not_installed':
    case 'selection_required':
      return refusal('not_connected')
  }
}

const refusal = (code: RefreshResult['code']): RefreshResult => ({ code, retryAfterSeconds: null })

const notYet = (code: RefreshResult['code'], retryAfterSeconds: number): RefreshResult => ({
  code,
  retryAfterSeconds,
})
