/** The public keys of somebody who signs tokens: a JWK Set (RFC 7517 §5), fetched and read. */
import * as v from 'valibot'
import { seconds } from '../kit/clock.ts'
import { fail, ok, type Result } from '../kit/result.ts'
import { EgressRefused, EgressUnanswered, type Egress } from '../kit/safe-fetch.ts'
import { parseJsonObject } from './member-path.ts'

const MAX_KEYS = 100
/** Its host stands between a caller and their token, so it has less time than a provider. */
export const KEY_SET_DEADLINE_MS = seconds(5)

/** What a signature is checked with; members of a private key are dropped here already. */
const publicJwkShape = v.object({
  kty: v.picklist(['RSA', 'EC', 'OKP']),
  kid: v.optional(v.string()),
  alg: v.optional(v.string()),
  use: v.optional(v.string()),
  key_ops: v.optional(v.array(v.string())),
  n: v.optional(v.string()),
  e: v.optional(v.string()),
  crv: v.optional(v.string()),
  x: v.optional(v.string()),
  y: v.optional(v.string()),
})

export type PublicJwk = v.InferOutput<typeof publicJwkShape>

/** A word for the log. */
export type KeySetFailure = { readonly kind: 'key_set_unreadable'; readonly reason: string }

/** @returns the keys of kinds that we know; never throws */
export async function fetchKeySet(
  egress: Egress,
  jwksUri: string,
): Promise<Result<readonly PublicJwk[], KeySetFailure>> {
  const unreadable = (reason: string) => fail({ kind: 'key_set_unreadable', reason } as const)
  try {
    const { status, text } = await egress({
      url: jwksUri,
      method: 'GET',
      headers: new Headers({ accept: 'application/jwk-set+json, application/json' }),
      signal: AbortSignal.timeout(KEY_SET_DEADLINE_MS),
    })
    if (status !== 200) return unreadable(`status_${status}`)
    const keys = parseJsonObject(text)?.['keys']
    if (!Array.isArray(keys)) return unreadable('no_keys')
    if (keys.length > MAX_KEYS) return unreadable('too_many_keys')
    return ok(
      keys.flatMap((key) => {
        const parsed = v.safeParse(publicJwkShape, key)
        return parsed.success ? [parsed.output] : []
      }),
    )
  } catch (error) {
    const isKnown = error instanceof EgressRefused || error instanceof EgressUnanswered
    return unreadable(isKnown ? error.reason : 'unexpected')
  }
}
