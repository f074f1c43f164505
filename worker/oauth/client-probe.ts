/**
 * Asks a provider about a client before any user is sent there: a code that nobody issued at the token
 * endpoint, and the authorization endpoint without a user. Nothing can come of either (RFC 6749 §5.2, §4.1.2.1).
 */
import type { Egress } from '../kit/safe-fetch.ts'
import { secret } from '../kit/secret.ts'
import type { OAuthProvider } from '../providers/definition.ts'
import { buildAuthorizationUrl, type AuthorizationRequest } from './authorization-url.ts'
import type { OAuthClient } from './client-authentication.ts'
import { createPkcePair } from './pkce.ts'
import { exchangeCode } from './token-client.ts'

export type TokenEvidence = {
  /** Null: no answer came. */
  readonly status: number | null
  /** The canonical code, where the provider gave one. */
  readonly error: string | null
}

export type AuthorizationEvidence = TokenEvidence & {
  /** Back to the redirect URI; on to some other page; a page at once; refused; or no answer. */
  readonly outcome: 'returned' | 'elsewhere' | 'page' | 'refused' | 'silent'
}

export async function probeTokenEndpoint(
  egress: Egress,
  definition: OAuthProvider,
  client: OAuthClient,
  at: { readonly redirectUri: string; readonly now: number; readonly signal: AbortSignal },
): Promise<TokenEvidence> {
  const { codeVerifier } = await createPkcePair()
  const code = secret(`check-${crypto.randomUUID()}`)
  const answered = await exchangeCode(egress, definition, client, { ...at, code, codeVerifier })
  if (answered.ok) return { status: 200, error: null }
  const { providerStatus, error } = answered.failure
  return { status: providerStatus ?? null, error: error ?? null }
}

export async function probeAuthorizationEndpoint(
  egress: Egress,
  definition: OAuthProvider,
  request: Pick<AuthorizationRequest, 'clientId' | 'redirectUri' | 'scopes'>,
  signal: AbortSignal,
): Promise<AuthorizationEvidence> {
  const { codeChallenge } = await createPkcePair()
  const state = `check-${crypto.randomUUID()}`
  const { href } = buildAuthorizationUrl(definition, { ...request, state, codeChallenge })
  const headers = new Headers({ accept: 'text/html' })
  const answer = await egress({ url: href, method: 'GET', headers, signal }).catch(() => undefined)
  if (answer === undefined) return { status: null, error: null, outcome: 'silent' }
  const { status } = answer
  if (status >= 400) return { status, error: null, outcome: 'refused' }
  if (status < 300) return { status, error: null, outcome: 'page' }
  const location = URL.parse(answer.headers.get('location') ?? '', href)
  const error = location === null ? null : errorIn(location)
  const isReturned = location?.href.startsWith(request.redirectUri) === true
  return { status, error, outcome: isReturned ? 'returned' : 'elsewhere' }
}

/** Only what looks like a code: everything else is the provider's own business. */
function errorIn({ searchParams, hash }: URL): string | null {
  const said = searchParams.get('error') ?? new URLSearchParams(hash.slice(1)).get('error')
  return said !== null && /^[a-z_]{1,64}$/.test(said) ? said : null
}
