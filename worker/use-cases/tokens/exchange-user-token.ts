/**
 * Vends to a caller who holds a signed token of the user (RFC 8693). The vending is the usual one: all
 * that differs is how it is known whose connection is meant.
 */
import type { Environment } from '../../domain/environment.ts'
import { fail, ok, type Result } from '../../kit/result.ts'
import type { Deps } from '../deps.ts'
import { admitKey } from './admit-key.ts'
import {
  getAccessToken,
  type AccessToken,
  type VendFailure,
  type VendInput,
} from './get-access-token.ts'
import { vouchedOwner, type Voucher, type VouchFailure } from './vouched-owner.ts'

export type ExchangeInput = Pick<VendInput, 'presentedKey' | 'keyId' | 'slug' | 'accountId'> &
  Voucher & {
    /** All of these, or no token; whatever was granted unless told. */
    readonly scopes: readonly string[] | null
  }

export type ExchangeFailure =
  | VendFailure
  | VouchFailure
  | { readonly kind: 'not_installed'; readonly slug: string }
  | { readonly kind: 'needs_reauthorization'; readonly slug: string }
  | { readonly kind: 'scope_not_granted'; readonly missing: readonly string[] }

export type Exchanged = Result<AccessToken, ExchangeFailure> & {
  readonly environmentId?: string | undefined
}

const SCOPE = 'tokens:exchange'

export async function exchangeUserToken(deps: Deps, input: ExchangeInput): Promise<Exchanged> {
  const environment = await admittedEnvironment(deps, input)
  if (!environment.ok) return environment
  const environmentId = environment.value.id
  const owner = await vouchedOwner(deps, environment.value, input)
  if (!owner.ok) return { ...owner, environmentId }

  const { presentedKey, keyId, slug, accountId, scopes } = input
  const vended = await getAccessToken(deps, {
    presentedKey,
    keyId,
    slug,
    accountId,
    plural: false,
    owner: owner.value,
    wants: 'access_token',
    requestedScopes: scopes,
    scope: SCOPE,
    isCounted: true,
  })
  if (!vended.ok) return { ...vended, environmentId }
  if (vended.value.kind === 'inactive') {
    return { ...fail({ kind: vended.value.error, slug }), environmentId }
  }
  const { token } = vended.value
  const missing = scopes === null ? [] : token.missingScopes
  return missing.length === 0
    ? { ...ok(token), environmentId }
    : { ...fail({ kind: 'scope_not_granted', missing }), environmentId }
}

/**
 * Whose issuers are to be believed. Of a fresh snapshot, or asked for now: whom an environment believed
 * half a minute ago says nothing about whom it believes.
 */
async function admittedEnvironment(
  deps: Deps,
  { presentedKey, keyId, slug, connectionOwner }: ExchangeInput,
): Promise<Result<Environment, VendFailure>> {
  const at = { keyId, slug, ownership: connectionOwner, organizationId: null }
  const known = deps.vendChecks.peek(at)
  const { key, integration } =
    known?.isFresh === true ? known.check : await deps.vendChecks.load(at, deps.waitUntil)
  const admitted = await admitKey(deps, { presentedKey, scope: SCOPE }, key)
  if (!admitted.ok) return admitted
  return integration === null
    ? fail({ kind: 'integration_not_found', slug })
    : ok(admitted.value.environment)
}
