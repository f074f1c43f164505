/**
 * Brings a token endpoint's answer into the form of RFC 6749 §5.1 and §5.2, before the strict library
 * reads it. Only known members pass, each checked, so nothing else a provider sends travels further.
 */
import type { EgressAnswer } from '../kit/safe-fetch.ts'
import type { OAuthProvider, TokenResponseShape } from '../providers/definition.ts'
import { claimsOf } from './id-token.ts'
import { isJsonObject, memberAt, metadataIn, parseJsonObject, textAt } from './member-path.ts'
import type { JsonObject } from './member-path.ts'
import type { TokenGrant } from './token-failure.ts'

/** What the library is shown of a success; it lets the members of ours through. */
export type NormalisedToken = {
  readonly access_token: string
  readonly token_type: string
  readonly expires_in?: number
  readonly refresh_token?: string
  readonly refresh_token_expires_in?: number
  readonly scope?: string
  /** Epoch milliseconds, from providers that name times. */
  readonly pipes_expires_at?: number
  readonly pipes_refresh_expires_at?: number
  readonly pipes_metadata: Readonly<Record<string, string>>
}

const MAX_TOKEN_LENGTH = 16 * 1024
const MAX_SCOPE_LENGTH = 16 * 1024
const MAX_LIFETIME_SECONDS = 10 * 365 * 86_400

// A token of these types needs a key or a signature that nobody here has. Any other word is a
// provider's own name for a bearer token: Slack says `bot` and `user`, others say nothing at all.
const BOUND_TOKEN_TYPES: ReadonlySet<string> = new Set(['mac', 'dpop', 'pop']) // allow-module-state: a constant

/** @returns a Response that is conform, or one that the library refuses with the status kept. */
export function normaliseTokenAnswer(
  definition: OAuthProvider,
  grant: TokenGrant,
  answer: EgressAnswer,
): Response {
  const { response } = definition.oauth
  const body = parseJsonObject(answer.text) ?? parseForm(answer)
  if (body === undefined) return refusal(answer)

  const token = tokenIn(body, response, grant)
  if (token !== undefined && answer.status >= 200 && answer.status < 300)
    return Response.json(token)

  const code = errorCodeIn(body, response)
  if (code === undefined) return refusal(answer)
  const error = Object.hasOwn(response.errorMap, code) ? response.errorMap[code] : code
  return Response.json(
    { error, provider_code: code },
    { status: answer.status >= 300 ? libraryStatus(answer.status) : 400 },
  )
}

/** Some answer in forms, as GitHub does unless asked for JSON. */
function parseForm(answer: EgressAnswer): JsonObject | undefined {
  const type = answer.headers.get('content-type') ?? ''
  const looksLikeForm = /^[\w.~%+-]+=[^<>{}\s]*$/.test(answer.text.slice(0, 256 * 1024))
  if (!looksLikeForm || !/x-www-form-urlencoded|text\/plain/i.test(type)) return undefined
  return Object.fromEntries(new URLSearchParams(answer.text))
}

/** Without a code only status and challenge say anything; a body that we could not read says nothing. */
function refusal(answer: EgressAnswer): Response {
  const challenge = answer.headers.get('www-authenticate')
  return new Response(null, {
    status: libraryStatus(answer.status),
    headers: challenge === null ? {} : { 'www-authenticate': challenge },
  })
}

/** A Response may not carry every number that servers send (LinkedIn: 999); what we classify by is kept apart. */
const libraryStatus = (status: number): number => (status >= 200 && status <= 599 ? status : 599)

function errorCodeIn(body: JsonObject, response: TokenResponseShape): string | undefined {
  const code = textAt(body, response.errorPath)
  return code === undefined || code === '' ? undefined : code.slice(0, 200)
}

function tokenIn(
  body: JsonObject,
  response: TokenResponseShape,
  grant: TokenGrant,
): NormalisedToken | undefined {
  if (saysNo(body, response)) return undefined
  const holder = tokenHolder(body, response, grant)
  const accessToken = tokenText(holder?.['access_token'])
  if (holder === undefined || accessToken === undefined) return undefined

  const member = (name: string): unknown => memberAt(holder, response.members?.[name] ?? name)
  const expiresIn = lifetime(member('expires_in'))
  const refreshToken = tokenText(member('refresh_token'))
  const refreshExpiresIn = lifetime(member('refresh_token_expires_in'))
  const scope = scopeText(member('scope'), response.scopeSeparator)
  const expiresAt = response.expiresAt && timeOf(memberAt(holder, response.expiresAt))
  const refreshExpiresAt =
    response.refreshExpiresAt && timeOf(memberAt(holder, response.refreshExpiresAt))
  return {
    access_token: accessToken,
    token_type: tokenType(holder['token_type']),
    ...(expiresIn === undefined ? {} : { expires_in: expiresIn }),
    ...(refreshToken === undefined ? {} : { refresh_token: refreshToken }),
    ...(refreshExpiresIn === undefined ? {} : { refresh_token_expires_in: refreshExpiresIn }),
    ...(scope === undefined ? {} : { scope }),
    ...(expiresAt ? { pipes_expires_at: expiresAt } : {}),
    ...(refreshExpiresAt ? { pipes_refresh_expires_at: refreshExpiresAt } : {}),
    pipes_metadata: {
      ...(response.claims && metadataIn(claimsOf(holder['id_token']), response.claims)),
      ...metadataIn(body, response.keep),
    },
  }
}

/**
 * Where the tokens are. On an exchange nothing but the named member will do: a token beside it is
 * somebody else's (Slack's bot). A refresh is answered for the very token we sent, wherever it stands.
 */
function tokenHolder(
  body: JsonObject,
  { root, rootOptional }: TokenResponseShape,
  grant: TokenGrant,
): JsonObject | undefined {
  if (root === undefined) return body
  const member = memberAt(body, root)
  if (isJsonObject(member) && tokenText(member['access_token']) !== undefined) return member
  return grant === 'refresh' || rootOptional === true ? body : undefined
}

/** Whether a member says that this is a failure, whatever the status. */
export function saysNo(body: JsonObject, { okPath, okValue }: TokenResponseShape): boolean {
  if (okPath === undefined) return false
  return okValue === undefined ? memberAt(body, okPath) === false : textAt(body, okPath) !== okValue
}

/** RFC 6749 Appendix A.12, A.17, without the space: what can stand in a header. */
const tokenText = (value: unknown): string | undefined =>
  typeof value === 'string' && value.length <= MAX_TOKEN_LENGTH && /^[\x21-\x7e]+$/.test(value)
    ? value
    : undefined

const tokenType = (value: unknown): string =>
  typeof value === 'string' && BOUND_TOKEN_TYPES.has(value.toLowerCase())
    ? 'sender_constrained'
    : 'bearer'

/** Seconds, as a number or as digits. Anything else is unknown; the token's own API call will tell. */
function lifetime(value: unknown): number | undefined {
  const isDigits = typeof value === 'string' && /^\d{1,10}$/.test(value)
  const seconds = Math.floor(typeof value === 'number' || isDigits ? Number(value) : Number.NaN)
  return seconds >= 1 && seconds <= MAX_LIFETIME_SECONDS ? seconds : undefined
}

/** A time as epoch milliseconds: seconds as a number or in digits, or a date with its zone. */
function timeOf(value: unknown): number | undefined {
  const isSeconds = typeof value === 'number' || /^\d{1,12}(?:\.\d+)?$/.test(String(value))
  const time = isSeconds
    ? Math.floor(Number(value) * 1000)
    : typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:?\d\d)$/.test(value)
      ? Date.parse(value)
      : Number.NaN
  return Number.isSafeInteger(time) && time > 0 ? time : undefined
}

/** Granted scopes joined by spaces; an empty text means "none", and is not the same as no text. */
function scopeText(value: unknown, separator: string): string | undefined {
  const parts = Array.isArray(value) ? value : [value]
  if (!parts.every((part) => typeof part === 'string')) return undefined
  return parts
    .flatMap((part) => part.split(separator))
    .flatMap((part) => part.split(/\s+/))
    .filter((scope) => /^[\x21\x23-\x5b\x5d-\x7e]+$/.test(scope))
    .join(' ')
    .slice(0, MAX_SCOPE_LENGTH)
}
