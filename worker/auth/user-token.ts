/**
 * A signed token of the product's user (RFC 7519), as an environment believes it: from one of its
 * issuers, for the audience that was registered with it, within its time, by one of the issuer's keys.
 * The library checks the signature; what the claims must say is checked here, by the caller's clock.
 */
import { decode, verify } from 'hono/jwt'
import * as v from 'valibot'
import type { UserTokenIssuer } from '../domain/environment.ts'
import { isExternalId } from '../domain/external-id.ts'
import { seconds } from '../kit/clock.ts'
import { decodeBase64Url } from '../kit/encoding.ts'
import { fail, ok, type Result } from '../kit/result.ts'
import type { Secret } from '../kit/secret.ts'
import {
  SIGNATURE_ALGORITHMS,
  type SignatureAlgorithm,
  type WantedKey,
} from './verification-keys.ts'

export type VouchedUser = { readonly userId: string; readonly organizationId: string | null }

export type UserTokenRefused = {
  readonly kind: 'user_token_refused'
  readonly reason:
    | 'malformed'
    | 'algorithm'
    | 'header'
    | 'issuer'
    | 'audience'
    | 'times'
    | 'expired'
    | 'not_yet_valid'
    | 'key_unknown'
    | 'signature'
    | 'user_claim'
    | 'organization_claim'
  /** Which claim is missing or wrong. */
  readonly claim?: string
}

export type FindKeys<Failure> = (
  issuer: UserTokenIssuer,
  wanted: WantedKey,
) => Promise<Result<readonly CryptoKey[], Failure>>

const MAX_LENGTH = 16_384
/** Clocks differ. */
const LEEWAY_MS = seconds(60)
/** RFC 9068 §2.1 has access tokens say so; other kinds (logout, events) are not a user's. */
const TYPES = ['jwt', 'at+jwt']

const headerShape = v.object({
  alg: v.string(),
  kid: v.optional(v.string()),
  typ: v.optional(v.string()),
  crit: v.optional(v.unknown()),
})
const time = v.optional(v.pipe(v.number(), v.finite()))
const claimsShape = v.looseObject({
  iss: v.string(),
  aud: v.union([v.string(), v.array(v.string())]),
})
const timesShape = v.object({ exp: v.pipe(v.number(), v.finite()), nbf: time, iat: time })

type Claims = v.InferOutput<typeof claimsShape>

/**
 * @param now epoch milliseconds
 * @param findKeys asked only for a token that could be good
 */
export async function verifyUserToken<Failure>(
  token: Secret,
  issuers: readonly UserTokenIssuer[],
  now: number,
  findKeys: FindKeys<Failure>,
): Promise<Result<VouchedUser, UserTokenRefused | Failure>> {
  const text = token.reveal()
  const read = readToken(text)
  if (read === undefined) return refused('malformed')
  const { header, claims } = read
  const alg = SIGNATURE_ALGORITHMS.find((one) => one === header.alg)
  if (alg === undefined) return refused('algorithm')
  // RFC 7515 §4.1.11: whoever does not know what is critical must refuse.
  if (header.crit !== undefined || !isType(header.typ)) return refused('header')

  const issuer = issuerOf(claims, issuers)
  if (!issuer.ok) return issuer
  const timely = checkTimes(claims, now)
  if (!timely.ok) return timely
  const keys = await findKeys(issuer.value, { alg, kid: header.kid })
  if (!keys.ok) return keys
  if (keys.value.length === 0) return refused('key_unknown')
  if (!(await isSigned(text, keys.value, alg, header.typ))) return refused('signature')
  return userOf(claims, issuer.value)
}

const refused = (reason: UserTokenRefused['reason'], claim?: string) =>
  fail({ kind: 'user_token_refused', reason, ...(claim === undefined ? {} : { claim }) } as const)

function readToken(text: string) {
  const parts = text.split('.')
  // One spelling per token: base64url would else allow others for the same signature.
  const isCanonical = parts.every((part) => part !== '' && decodeBase64Url(part) !== undefined)
  if (text.length > MAX_LENGTH || parts.length !== 3 || !isCanonical) return undefined
  try {
    const { header, payload } = decode(text)
    return { header: v.parse(headerShape, header), claims: v.parse(claimsShape, payload) }
  } catch {
    // No JSON, or none of this shape.
    return undefined
  }
}

const isType = (typ = 'JWT'): boolean =>
  TYPES.includes(typ.toLowerCase().replace(/^application\//, ''))

function issuerOf(
  { iss, aud }: Claims,
  issuers: readonly UserTokenIssuer[],
): Result<UserTokenIssuer, UserTokenRefused> {
  const named = issuers.filter(({ issuer }) => issuer === iss)
  if (named.length === 0) return refused('issuer')
  const audiences = [aud].flat()
  const meant = named.find(({ audience }) => audiences.includes(audience))
  return meant === undefined ? refused('audience') : ok(meant)
}

function checkTimes(claims: Claims, now: number): Result<null, UserTokenRefused> {
  const times = v.safeParse(timesShape, claims)
  if (!times.success) return refused('times')
  const { exp, nbf = 0, iat = 0 } = times.output
  if (seconds(exp) + LEEWAY_MS <= now) return refused('expired')
  if (seconds(Math.max(nbf, iat)) - LEEWAY_MS > now) return refused('not_yet_valid')
  return ok(null)
}

async function isSigned(
  text: string,
  keys: readonly CryptoKey[],
  alg: SignatureAlgorithm,
  typ: string | undefined,
): Promise<boolean> {
  const options = {
    alg,
    exp: false,
    iat: false,
    nbf: false,
    ...(typ === undefined ? {} : { typ: TYPES }),
  }
  for (const key of keys) {
    try {
      await verify(text, key, options)
      return true
    } catch {
      // Not by this key, or a header that the library refuses.
    }
  }
  return false
}

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
