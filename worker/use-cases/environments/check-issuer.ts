/**
 * Whether an issuer of user tokens could be believed: its keys are fetched as they would be for a token. Where
 * they lie, the issuer says itself (OpenID Connect Discovery 1.0), unless the operator does.
 */
import { SIGNATURE_ALGORITHMS, verificationKeys } from '../../auth/verification-keys.ts'
import type { Environment } from '../../domain/environment.ts'
import { fail, ok, type Result } from '../../kit/result.ts'
import { discoverServer } from '../../oauth/discovery.ts'
import { fetchKeySet, type PublicJwk } from '../../oauth/key-set.ts'
import type { Deps } from '../deps.ts'

export type IssuerCheck = {
  readonly issuer: string
  readonly jwksUri: string
  /** Those that can verify a token. */
  readonly keys: readonly { readonly kid: string | null; readonly algorithms: readonly string[] }[]
}

export type IssuerCheckFailure =
  | { readonly kind: 'issuer_not_found'; readonly reason: string }
  | { readonly kind: 'issuer_keys_unreadable'; readonly reason: string; readonly jwksUri: string }
  | { readonly kind: 'check_rate_limited'; readonly retryAfterSeconds: number }

/** @param asked.jwksUri null: the issuer is asked where its keys are */
export async function checkIssuer(
  deps: Deps,
  environment: Environment,
  asked: { readonly issuer: string; readonly jwksUri: string | null },
): Promise<Result<IssuerCheck, IssuerCheckFailure>> {
  const admitted = deps.checkLimit(`issuer:${environment.id}`, deps.clock())
  if (!admitted.ok) {
    const { retryAfterSeconds } = admitted.failure
    return fail({ kind: 'check_rate_limited', retryAfterSeconds })
  }
  const egress = deps.egressFor(environment.kind)
  let { jwksUri } = asked
  if (jwksUri === null) {
    const server = await discoverServer(egress, asked.issuer)
    if (!server.ok) return fail({ kind: 'issuer_not_found', reason: server.failure.reason })
    jwksUri = server.value.jwks_uri ?? null
    if (jwksUri === null) return fail({ kind: 'issuer_not_found', reason: 'no_jwks_uri' })
  }
  const fetched = await fetchKeySet(egress, jwksUri)
  const reason = fetched.ok ? 'no_usable_key' : fetched.failure.reason
  const keys = fetched.ok ? await usableKeys(fetched.value) : []
  if (keys.length === 0) return fail({ kind: 'issuer_keys_unreadable', reason, jwksUri })
  return ok({ issuer: asked.issuer, jwksUri, keys })
}

/** Each key by itself, for what it could verify. */
async function usableKeys(jwks: readonly PublicJwk[]): Promise<IssuerCheck['keys']> {
  const tried = await Promise.all(
    jwks.map(async (jwk) => {
      const find = verificationKeys([jwk])
      const found = await Promise.all(
        SIGNATURE_ALGORITHMS.map(async (alg) =>
          (await find({ alg, kid: jwk.kid })).length > 0 ? [alg] : [],
        ),
      )
      return { kid: jwk.kid ?? null, algorithms: found.flat() }
    }),
  )
  return tried.filter(({ algorithms }) => algorithms.length > 0)
}
