/**
 * Vends to a caller who holds a signed token of the user (RFC 8693). The vending is the usual one: all
 * that differs is how it is known whose connection is meant.
 */
import { fail, ok, type Result } from '../../kit/result.ts'
import type { Deps } from '../deps.ts'
import {
  getAccessToken,
  type AccessToken,
  type VendFailure,
  type VendInput,
} from './get-access-token.ts'
import { vouchedOwner, type Voucher } from './vouched-owner.ts'

export type ExchangeInput = Pick<VendInput, 'presentedKey' | 'keyId' | 'slug' | 'accountId'> &
  Voucher & {
    /** All of these, or no token; whatever was granted unless told. */
    readonly scopes: readonly string[] | null
  }

export type ExchangeFailure =
  | VendFailure
  | { readonly kind: 'not_installed'; readonly slug: string }
  | { readonly kind: 'needs_reauthorization'; readonly slug: string }
  | { readonly kind: 'scope_not_granted'; readonly missing: readonly string[] }

export type Exchanged = Result<AccessToken, ExchangeFailure> & {
  readonly environmentId?: string | undefined
}

export async function exchangeUserToken(deps: Deps, input: ExchangeInput): Promise<Exchanged> {
  const { presentedKey, keyId, slug, accountId, scopes } = input
  const vended = await getAccessToken(deps, {
    presentedKey,
    keyId,
    slug,
    accountId,
    scope: 'tokens:exchange',
    requestedScopes: scopes,
    owner: {
      kind: input.connectionOwner,
      ownerIn: (environment) => vouchedOwner(deps, environment, input),
    },
  })
  if (!vended.ok) return vended
  const { environmentId } = vended
  if (vended.value.kind === 'inactive') {
    return { ...fail({ kind: vended.value.error, slug }), environmentId }
  }
  const { token } = vended.value
  const missing = scopes === null ? [] : token.missingScopes
  return missing.length === 0
    ? { ...ok(token), environmentId }
    : { ...fail({ kind: 'scope_not_granted', missing }), environmentId }
}
