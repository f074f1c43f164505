/**
 * What a provider says of itself: its metadata (RFC 8414, OpenID Connect Discovery 1.0), for whoever describes it. It is
 * shown and may be changed; nothing is called because of it before an operator has kept it.
 */
import * as v from 'valibot'
import { seconds } from '../kit/clock.ts'
import { fail, ok, type Result } from '../kit/result.ts'
import { EgressRefused, EgressUnanswered, type Egress } from '../kit/safe-fetch.ts'
import { parseJsonObject } from './member-path.ts'

const DEADLINE_MS = seconds(8)
const MAX_SCOPES = 100
const WELL_KNOWN = '/.well-known/'

const address = v.optional(v.pipe(v.string(), v.maxLength(2048)))
const texts = v.fallback(v.array(v.string()), [])
const metadataShape = v.object({
  issuer: v.pipe(v.string(), v.maxLength(2048)),
  authorization_endpoint: address,
  token_endpoint: address,
  revocation_endpoint: address,
  userinfo_endpoint: address,
  jwks_uri: address,
  scopes_supported: texts,
  token_endpoint_auth_methods_supported: texts,
  code_challenge_methods_supported: texts,
})

export type ServerMetadata = v.InferOutput<typeof metadataShape>

export type DiscoveryFailure =
  | { readonly kind: 'discovery_url_not_allowed'; readonly reason: string }
  | { readonly kind: 'discovery_failed'; readonly reason: string }

/**
 * @param typed an issuer, or the address of its document
 * @returns the first document that is there and is its issuer's own (RFC 8414 §3.3)
 */
export async function discoverServer(
  egress: Egress,
  typed: string,
): Promise<Result<ServerMetadata, DiscoveryFailure>> {
  let last: DiscoveryFailure = { kind: 'discovery_failed', reason: 'not_found' }
  for (const url of addressesOf(typed)) {
    const found = await fetchMetadata(egress, url)
    if (found.ok) {
      const issuer = addressesOf(found.value.issuer)
      if (issuer.includes(url)) {
        const scopes_supported = found.value.scopes_supported.slice(0, MAX_SCOPES)
        return ok({ ...found.value, scopes_supported })
      }
      last = { kind: 'discovery_failed', reason: 'issuer_mismatch' }
    } else {
      if (found.failure.kind === 'discovery_url_not_allowed') return found
      last = found.failure
    }
  }
  return fail(last)
}

/** OpenID Connect puts its name behind the issuer's path, RFC 8414 before it. */
function addressesOf(typed: string): readonly string[] {
  const text = typed.replace(/\/+$/, '')
  if (text.includes(WELL_KNOWN) || !URL.canParse(text)) return [text]
  const { origin, pathname } = new URL(text)
  const path = pathname === '/' ? '' : pathname
  return [
    `${text}${WELL_KNOWN}openid-configuration`,
    `${origin}${WELL_KNOWN}oauth-authorization-server${path}`,
  ]
}

async function fetchMetadata(
  egress: Egress,
  url: string,
): Promise<Result<ServerMetadata, DiscoveryFailure>> {
  const failed = (reason: string) => fail({ kind: 'discovery_failed', reason } as const)
  try {
    const { status, text } = await egress({
      url,
      method: 'GET',
      headers: new Headers({ accept: 'application/json' }),
      signal: AbortSignal.timeout(DEADLINE_MS),
    })
    if (status !== 200) return failed(`status_${status}`)
    const parsed = v.safeParse(metadataShape, parseJsonObject(text))
    return parsed.success ? ok(parsed.output) : failed('no_metadata')
  } catch (error) {
    if (error instanceof EgressRefused) {
      return fail({ kind: 'discovery_url_not_allowed', reason: error.reason })
    }
    if (error instanceof EgressUnanswered) return failed(error.reason)
    throw error
  }
}
