/**
 * A signed token of the product's user (RFC 7519), as an environment believes it: from one of its
 * issuers, and with the claims that the issuer's registration names.
 */
import type { UserTokenIssuer } from '../domain/environment.ts'
import { isExternalId } from '../domain/external-id.ts'
import { fail, ok, type Result } from '../kit/result.ts'
import type { Secret } from '../kit/secret.ts'
import { verifySignedToken, type Claims, type FindKeys, type TokenRefusal } from './signed-token.ts'
import { SIGNATURE_ALGORITHMS } from './verification-keys.ts'

export type VouchedUser = { readonly userId: string; readonly organizationId: string | null }

export type UserTokenRefused = {
  readonly kind: 'user_token_refused'
  readonly reason: TokenRefusal['reason'] | 'user_claim' | 'organization_claim'
  /** Which claim is missing or wrong. */
  readonly claim?: string
}

/**
 * @param now epoch milliseconds
 * @param findKeys asked only for a token that could be good
 */
export async function verifyUserToken<Failure>(
  token: Secret,
  issuers: readonly UserTokenIssuer[],
  now: number,
  findKeys: FindKeys<UserTokenIssuer, Failure>,
): Promise<Result<VouchedUser, UserTokenRefused | Failure>> {
  const verified = await verifySignedToken(token, issuers, SIGNATURE_ALGORITHMS, now, findKeys)
  if (verified.ok) return userOf(verified.value.claims, verified.value.issuer)
  const { failure } = verified
  return failure.kind === 'token_refused' ? refused(failure.reason) : fail(failure.failure)
}

const refused = (reason: UserTokenRefused['reason'], claim?: string) =>
  fail({ kind: 'user_token_refused', reason, ...(claim === undefined ? {} : { claim }) } as const)

function userOf(
  claims: Claims,
  { userClaim = 'sub', organizationClaim }: UserTokenIssuer,
): Result<VouchedUser, UserTokenRefused> {
  const userId = claimOf(claims, userClaim)
  if (!isExternalId(userId)) return refused('user_claim', userClaim)
  const organizationId =
    organizationClaim === undefined ? null : (claimOf(claims, organizationClaim) ?? null)
  if (organizationId === null || isExternalId(organizationId)) return ok({ userId, organizationId })
  return refused('organization_claim', organizationClaim)
}

/** A claim's name may be anything, `__proto__` and an address with dots among it. */
const claimOf = (claims: Claims, name: string): unknown =>
  Object.hasOwn(claims, name) ? claims[name] : undefined
