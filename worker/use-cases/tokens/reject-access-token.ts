/**
 * A backend says that its provider refused a token. If it is the current one it is refreshed once,
 * whatever its expiry promised; else the backend gets the one that has replaced it.
 */
import type { RejectOutcome } from '../../domain/object-messages.ts'
import { errorFields } from '../../kit/log.ts'
import { fail, ok, type Result } from '../../kit/result.ts'
import { tokenDigest } from '../../vault/token-digest.ts'
import type { Deps } from '../deps.ts'
import {
  getAccessToken,
  type Vended,
  type VendFailure,
  type VendInput,
} from './get-access-token.ts'

export type RejectFailure =
  | VendFailure
  | { readonly kind: 'rejection_rate_limited'; readonly retryAfterSeconds: number }

/**
 * @param rejected the SHA-256 of the refused access token, lower-case hex
 * @returns what a vend returns, never the refused token as long as another one can be had
 */
export async function rejectAccessToken(
  deps: Deps,
  input: VendInput,
  rejected: string,
): Promise<
  Result<Extract<Vended, { ok: true }>['value'], RejectFailure> & Pick<Vended, 'environmentId'>
> {
  const vended = await getAccessToken(deps, input)
  if (!vended.ok || vended.value.kind !== 'active' || vended.reference === undefined) return vended
  const { token } = vended.value
  if ((await tokenDigest(token.value)) !== rejected) return vended

  const { slug } = input
  let outcome: RejectOutcome
  try {
    const object = deps.ownerAccounts(vended.reference)
    outcome = await object.reject({ v: 1, reference: vended.reference, slug, ...token.position })
  } catch (error) {
    // Not sent twice: the refresh may be under way.
    deps.log.warn('object_unreachable', { slug, ...errorFields(error) })
    return fail({ kind: 'vend_unavailable', code: 'storage_unavailable', retryAfterSeconds: 1 })
  }
  const { environmentId } = vended
  switch (outcome.kind) {
    case 'active':
      return getAccessToken(deps, input)
    case 'needs_reauthorization':
    case 'not_installed':
      return { ...ok({ kind: 'inactive', error: outcome.kind } as const), environmentId }
    case 'selection_required':
      return fail({ kind: 'account_selection_required', connections: outcome.connections })
    case 'rate_limited':
      return fail({
        kind: 'rejection_rate_limited',
        retryAfterSeconds: outcome.retryAfterSeconds,
      })
    case 'unavailable':
      return outcome.code === 'integrity_error'
        ? fail({ kind: 'integrity_error' })
        : fail({
            kind: 'vend_unavailable',
            code: outcome.code,
            retryAfterSeconds: outcome.retryAfterSeconds,
          })
  }
}
