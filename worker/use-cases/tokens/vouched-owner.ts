/** Whose connection a user's signed token opens, where the environment believes it. */
import { verifyUserToken, type UserTokenRefused } from '../../auth/user-token.ts'
import type { Environment } from '../../domain/environment.ts'
import { organizationOwner, userOwner, type Owner } from '../../domain/owner.ts'
import { fail, ok, type Result } from '../../kit/result.ts'
import type { Secret } from '../../kit/secret.ts'
import type { Deps } from '../deps.ts'
import type { KeysUnavailable } from './issuer-keys.ts'

export type Voucher = {
  readonly subjectToken: Secret
  readonly connectionOwner: Owner['kind']
  /** Must be the one that the token names, if the request names one at all. */
  readonly organizationId: string | null
}

/** Why a user's token is not believed here, or not for this. */
export type VouchFailure =
  | UserTokenRefused
  | KeysUnavailable
  | { readonly kind: 'user_tokens_not_accepted' }
  | { readonly kind: 'organization_mismatch' }
  | { readonly kind: 'organization_not_in_token' }

export async function vouchedOwner(
  deps: Deps,
  environment: Environment,
  { subjectToken, connectionOwner, organizationId }: Voucher,
): Promise<Result<Owner, VouchFailure>> {
  const issuers = environment.settings.userTokenIssuers ?? []
  if (issuers.length === 0) return fail({ kind: 'user_tokens_not_accepted' })
  const request = {
    environmentId: environment.id,
    egress: deps.egressFor(environment.kind),
    waitUntil: deps.waitUntil,
  }
  const user = await verifyUserToken(subjectToken, issuers, deps.clock(), (issuer, wanted) =>
    deps.issuerKeys(request, issuer, wanted),
  )
  if (!user.ok) return user
  const { userId, organizationId: said } = user.value
  if (organizationId !== null && organizationId !== said) {
    return fail({ kind: 'organization_mismatch' })
  }
  if (connectionOwner === 'user') return ok(userOwner(userId, said))
  // Whose member the user is, the token says and nobody else.
  return said === null ? fail({ kind: 'organization_not_in_token' }) : ok(organizationOwner(said))
}
