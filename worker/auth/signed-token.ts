/**
 * A token that somebody has signed with a private key (RFC 7519), believed from one of a few issuers: for the audience that
 * was registered with it, within its time, by one of the issuer's keys. The library checks the signature;
 * what the claims must say is checked here, by the caller's clock.
 */
import { decode, verify } from 'hono/jwt'
import * as v from 'valibot'
import { seconds } from '../kit/clock.ts'
import { decodeBase64Url } from '../kit/encoding.ts'
import { fail, ok, type Result } from '../kit/result.ts'
import type { Secret } from '../kit/secret.ts'
import type { SignatureAlgorithm, WantedKey } from './verification-keys.ts'

/** Who is believed: `iss` must equal the one, and `aud` hold the other. */
export type TokenIssuer = { readonly issuer: string; readonly audience: string }

export type TokenRefusal = {
  readonly kind: 'token_refused'
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
}

/** What the search for keys has answered, as it is. */
export type KeysFailed<Failure> = { readonly kind: 'keys_failed'; readonly failure: Failure }

export type FindKeys<Issuer, Failure> = (
  issuer: Issuer,
  wanted: WantedKey,
) => Promise<Result<readonly CryptoKey[], Failure>>

const MAX_LENGTH = 16_384
/** Clocks differ. */
const LEEWAY_MS = seconds(60)
/** RFC 9068 §2.1 has access tokens say so; other kinds (logout, events) vouch for nobody. */
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

export type Claims = v.InferOutput<typeof claimsShape>

/**
 * @param algorithms what a token may be signed with
 * @param now epoch milliseconds
 * @param findKeys asked only for a token that could be good
 */
export async function verifySignedToken<Issuer extends TokenIssuer, Failure>(
  token: Secret,
  issuers: readonly Issuer[],
  algorithms: readonly SignatureAlgorithm[],
  now: number,
  findKeys: FindKeys<Issuer, Failure>,
): Promise<
  Result<{ readonly claims: Claims; readonly issuer: Issuer }, TokenRefusal | KeysFailed<Failure>>
> {
  const text = token.reveal()
  const read = readToken(text)
  if (read === undefined) return refused('malformed')
  const { header, claims } = read
  const alg = algorithms.find((one) => one === header.alg)
  if (alg === undefined) return refused('algorithm')
  // RFC 7515 §4.1.11: whoever does not know what is critical must refuse.
  if (header.crit !== undefined || !isType(header.typ)) return refused('header')

  const issuer = issuerOf(claims, issuers)
  if (!issuer.ok) return issuer
  const timely = checkTimes(claims, now)
  if (!timely.ok) return timely
  const keys = await findKeys(issuer.value, { alg, kid: header.kid })
  if (!keys.ok) return fail({ kind: 'keys_failed', failure: keys.failure })
  if (keys.value.length === 0) return refused('key_unknown')
  if (!(await isSigned(text, keys.value, alg, header.typ))) return refused('signature')
  return ok({ claims, issuer: issuer.value })
}

const refused = (reason: TokenRefusal['reason']) => fail({ kind: 'token_refused', reason } as const)

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

function issuerOf<Issuer extends TokenIssuer>(
  { iss, aud }: Claims,
  issuers: readonly Issuer[],
): Result<Issuer, TokenRefusal> {
  const named = issuers.filter(({ issuer }) => issuer === iss)
  if (named.length === 0) return refused('issuer')
  const audiences = [aud].flat()
  const meant = named.find(({ audience }) => audiences.includes(audience))
  return meant === undefined ? refused('audience') : ok(meant)
}

function checkTimes(claims: Claims, now: number): Result<null, TokenRefusal> {
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
