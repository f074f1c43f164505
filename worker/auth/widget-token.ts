/**
 * The session of a widget in a browser: a JWT (RFC 7519), HS256 and nothing else, for fifteen minutes unless its environment says otherwise.
 *
 * A JWT because the published React widgets read `exp` and `permissions` out of it, by plain `atob`,
 * which knows no base64url. So the claims are ASCII in which `-` and `_` cannot come out: these two stand
 * for six bits that only `>`, `?`, `~` and DEL produce, and no claim of ours may hold one of them.
 */
import { sign, verify } from 'hono/jwt'
import * as v from 'valibot'
import { minutes, seconds } from '../kit/clock.ts'
import { randomToken } from '../kit/digest.ts'
import type { SigningKeys } from '../kit/digest.ts'
import { decodeBase64Url, encodeBase64Url, fromUtf8, utf8 } from '../kit/encoding.ts'
import type { Random } from '../kit/ids.ts'
import { fail, ok } from '../kit/result.ts'
import type { Result } from '../kit/result.ts'
import { Secret } from '../kit/secret.ts'

export type WidgetClaims = {
  readonly environmentId: string
  /** The key that asked for the session; when it is revoked, the session ends. */
  readonly apiKeyId: string
  readonly userId: string
  readonly organizationId?: string | undefined
  /** What the widget calls it. */
  readonly organizationName?: string | undefined
  /** For instance `widgets:pipes:manage`. */
  readonly permissions: readonly string[]
  /** What the confirmation page calls the user. */
  readonly userLabel?: string | undefined
}

export type WidgetSession = WidgetClaims & {
  readonly tokenId: string
  /** Epoch milliseconds. */
  readonly expiresAt: number
}

export type WidgetTokenFailure =
  | { readonly kind: 'widget_token_invalid' }
  | { readonly kind: 'widget_token_expired' }

const ISSUER = 'pipes'
const LIFETIME_MS = minutes(15)
const MAX_LIFETIME_MS = minutes(60)
const MAX_TOKEN_LENGTH = 8192
const JTI_BYTES = 12
const CLAIM = /^[\w.:-]+$/

const claimsSchema = v.object({
  iss: v.literal(ISSUER),
  sub: v.string(),
  env: v.string(),
  key: v.string(),
  org: v.optional(v.string()),
  olabel: v.optional(v.string()),
  permissions: v.array(v.string()),
  iat: v.number(),
  exp: v.number(),
  jti: v.string(),
  ulabel: v.optional(v.string()),
})

/**
 * Issues a session for a user whom the host's backend has just authenticated.
 *
 * @param now epoch milliseconds
 * @param lifetimeMs 15 minutes unless told, 60 at most
 */
export async function issueWidgetToken(
  signingKeys: SigningKeys,
  claims: WidgetClaims,
  now: number,
  random: Random,
  lifetimeMs: number | undefined = LIFETIME_MS,
): Promise<Secret<string>> {
  const issuedAt = Math.floor(now / seconds(1))
  const lifetime = Math.floor(Math.min(lifetimeMs, MAX_LIFETIME_MS) / seconds(1))
  const payload = {
    iss: ISSUER,
    sub: encodeText(claims.userId),
    env: claims.environmentId,
    key: claims.apiKeyId,
    ...(claims.organizationId === undefined ? {} : { org: encodeText(claims.organizationId) }),
    ...(claims.organizationName === undefined
      ? {}
      : { olabel: encodeText(claims.organizationName) }),
    permissions: [...claims.permissions],
    iat: issuedAt,
    exp: issuedAt + lifetime,
    jti: randomToken(random, JTI_BYTES),
    ...(claims.userLabel === undefined ? {} : { ulabel: encodeText(claims.userLabel) }),
  }
  const texts = [payload.env, payload.key, ...payload.permissions]
  if (!texts.every((text) => CLAIM.test(text))) throw new Error('a claim is not plain ASCII')
  return new Secret(await sign(payload, signingKeys[0], 'HS256'))
}

/**
 * Reads a presented session. Whether its API key, environment and origin still hold is asked elsewhere.
 *
 * @param now epoch milliseconds
 * @returns whose session, or `widget_token_invalid`, or `widget_token_expired` (it was ours)
 */
export async function verifyWidgetToken(
  signingKeys: SigningKeys,
  token: string,
  now: number,
): Promise<Result<WidgetSession, WidgetTokenFailure>> {
  const payload = isCanonical(token) ? await signedPayload(signingKeys, token) : undefined
  const claims = v.safeParse(claimsSchema, payload)
  if (!claims.success) return fail({ kind: 'widget_token_invalid' })
  const session = sessionOf(claims.output)
  if (session === undefined) return fail({ kind: 'widget_token_invalid' })
  return session.expiresAt <= now ? fail({ kind: 'widget_token_expired' }) : ok(session)
}

// One spelling per token: base64url would else allow others for the same signature.
const isCanonical = (token: string): boolean =>
  token.length <= MAX_TOKEN_LENGTH &&
  token.split('.').every((part) => part !== '' && decodeBase64Url(part) !== undefined)

async function signedPayload(signingKeys: SigningKeys, token: string): Promise<unknown> {
  for (const key of signingKeys) {
    try {
      // The times are judged by the caller's clock, below; the library knows only the machine's.
      return await verify(token, key, { alg: 'HS256', exp: false, iat: false, nbf: false })
    } catch {
      // Not under this key, or no JWT at all: the library throws for both.
    }
  }
  return undefined
}

function sessionOf(claims: v.InferOutput<typeof claimsSchema>): WidgetSession | undefined {
  const userId = decodeText(claims.sub)
  const organizationId = claims.org === undefined ? undefined : decodeText(claims.org)
  const organizationName = claims.olabel === undefined ? undefined : decodeText(claims.olabel)
  const userLabel = claims.ulabel === undefined ? undefined : decodeText(claims.ulabel)
  if (userId === undefined) return undefined
  if (claims.org !== undefined && organizationId === undefined) return undefined
  return {
    environmentId: claims.env,
    apiKeyId: claims.key,
    userId,
    organizationId,
    organizationName,
    permissions: claims.permissions,
    userLabel,
    tokenId: claims.jti,
    expiresAt: seconds(claims.exp),
  }
}

const encodeText = (text: string): string => encodeBase64Url(utf8(text))

function decodeText(text: string): string | undefined {
  const bytes = decodeBase64Url(text)
  return bytes === undefined ? undefined : fromUtf8(bytes)
}
