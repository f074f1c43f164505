/**
 * Ends tokens at the provider (RFC 7009, and the providers that do it their own way). Best effort: a
 * disconnect does not wait for it to succeed, so every outcome is a value that can be reported. The
 * library is left out here, because half of the providers revoke in no shape it knows and the answer is
 * only a status.
 */
import type { AuthorizationServer } from 'oauth4webapi'
import { EgressRefused, EgressUnanswered } from '../kit/safe-fetch.ts'
import type { Egress, EgressAnswer, EgressRequest } from '../kit/safe-fetch.ts'
import type { Secret } from '../kit/secret.ts'
import type { OAuthProvider, Revocation, StringRecord } from '../providers/definition.ts'
import { clientAuthentication } from './client-authentication.ts'
import type { OAuthClient } from './client-authentication.ts'
import { parseJsonObject, textAt } from './member-path.ts'
import { renamed } from './renamed.ts'
import { signed } from './signed-revocation.ts'
import { saysNo } from './token-answer.ts'

export type RevocableTokens = {
  readonly accessToken?: Secret | undefined
  readonly refreshToken?: Secret | undefined
  /** Whose they are at the provider, where that is known. */
  readonly account?: string | undefined
  /** Epoch milliseconds, for requests that are signed. */
  readonly now: number
}

export type RevocationOutcome =
  | { readonly outcome: 'revoked' }
  | {
      readonly outcome: 'not_supported'
      readonly reason: 'no_endpoint' | 'no_token' | 'no_account'
    }
  | { readonly outcome: 'failed'; readonly reason: string }

// The token was dead already: what was asked for holds.
const ALREADY_GONE: ReadonlySet<string> = new Set([
  // allow-module-state: a constant
  'invalid_token',
  'token_revoked',
  'token_expired',
  'invalid_grant',
])

/** Revokes what the provider takes: one token where one ends the grant, else each. Never throws for the network. */
export async function revokeToken(
  egress: Egress,
  definition: OAuthProvider,
  client: OAuthClient,
  tokens: RevocableTokens,
  signal?: AbortSignal,
): Promise<RevocationOutcome> {
  const { revocation } = definition.oauth
  if (revocation === undefined) return { outcome: 'not_supported', reason: 'no_endpoint' }

  const byKind = { access: tokens.accessToken, refresh: tokens.refreshToken }
  const held = revocation.tokens
    .map((kind) => byKind[kind])
    .filter((token): token is Secret => token !== undefined)
    // What renews itself is access and refresh token in one.
    .filter((token, at, all) => all.findIndex((one) => one.reveal() === token.reveal()) === at)
  const isOne = revocation.grantWide || revocation.tokenless === true
  const sent = isOne ? held.slice(0, 1) : held
  if (sent.length === 0) return { outcome: 'not_supported', reason: 'no_token' }
  const more = membersOf(revocation, tokens.account)
  if (more === undefined) return { outcome: 'not_supported', reason: 'no_account' }

  const outcomes: RevocationOutcome[] = []
  for (const token of sent) {
    outcomes.push(
      await outcomeOf(definition, async () => {
        const told = { token, more, now: tokens.now }
        const request = await revocationRequest(egress, definition, revocation, client, told)
        return egress({ ...request, ...(signal && { signal }) })
      }),
    )
  }
  return outcomes.find(({ outcome }) => outcome === 'failed') ?? { outcome: 'revoked' }
}

/** Undefined: it would name the account, which nobody knows. */
function membersOf(
  { params = {} }: Revocation,
  account: string | undefined,
): StringRecord | undefined {
  const isNamed = Object.values(params).some((value) => value.includes('{account}'))
  if (isNamed && account === undefined) return undefined
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      value.replaceAll('{account}', () => account ?? ''),
    ]),
  )
}

async function revocationRequest(
  egress: Egress,
  definition: OAuthProvider,
  revocation: Revocation,
  client: OAuthClient,
  {
    token,
    more,
    now,
  }: { readonly token: Secret; readonly more: StringRecord; readonly now: number },
): Promise<EgressRequest> {
  const { auth } = revocation
  const headers = new Headers(revocation.headers)
  const params = new URLSearchParams(more)
  const isBearer = auth === 'bearer'
  if (isBearer || revocation.withBearer === true)
    headers.set('authorization', `Bearer ${token.reveal()}`)
  if (!isBearer && revocation.tokenless !== true) params.set(revocation.tokenParam, token.reveal())
  switch (auth) {
    case 'none':
    case 'bearer':
      break
    case 'client_header':
      params.set('client_id', client.clientId)
      headers.set('authorization', `${revocation.scheme} ${client.clientSecret?.reveal()}`)
      break
    case 'signed':
      await signed(egress, revocation, client, params, now)
      break
    case 'basic':
    case 'client_post':
    case 'client_id':
      await authenticate(definition, auth, client, params, headers)
  }
  headers.set('accept', 'application/json')
  const request = {
    url: revocation.url.replaceAll('{client_id}', encodeURIComponent(client.clientId)),
    method: revocation.method,
    headers,
  }
  // Where the bearer says all there is no body, nor a type of one: Dropbox refuses a form.
  if (params.size === 0) return request
  const named = renamed(params, revocation.rename ?? definition.oauth.rename)
  if (revocation.method === 'GET') return { ...request, url: withQuery(request.url, named) }
  const isJson = revocation.format === 'json'
  headers.set('content-type', isJson ? 'application/json' : 'application/x-www-form-urlencoded')
  return { ...request, body: isJson ? JSON.stringify(Object.fromEntries(named)) : named.toString() }
}

function withQuery(address: string, params: URLSearchParams): string {
  const url = new URL(address)
  for (const [name, value] of params) url.searchParams.set(name, value)
  return url.href
}

async function authenticate(
  definition: OAuthProvider,
  auth: 'basic' | 'client_post' | 'client_id',
  client: OAuthClient,
  params: URLSearchParams,
  headers: Headers,
): Promise<void> {
  const spelling =
    definition.oauth.token.clientAuthentication === 'basic_rfc6749' ? 'basic_rfc6749' : 'basic_raw'
  const method = { basic: spelling, client_post: 'post', client_id: 'none' } as const
  const strategy = clientAuthentication(method[auth], client)
  const server: AuthorizationServer = { issuer: definition.oauth.token.url }
  await strategy(server, { client_id: client.clientId }, params, headers)
}

async function outcomeOf(
  definition: OAuthProvider,
  ask: () => Promise<EgressAnswer>,
): Promise<RevocationOutcome> {
  try {
    return readAnswer(definition, await ask())
  } catch (error) {
    if (error instanceof EgressRefused || error instanceof EgressUnanswered) {
      return { outcome: 'failed', reason: error.reason }
    }
    // A secret with a line's end in it, which no header takes, or an empty one that nothing can be signed with.
    if (!(error instanceof TypeError || error instanceof DOMException)) throw error
    return { outcome: 'failed', reason: 'unusable_client_secret' }
  }
}

function readAnswer(
  { oauth: { response } }: OAuthProvider,
  answer: EgressAnswer,
): RevocationOutcome {
  const body = parseJsonObject(answer.text)
  const code = body === undefined ? undefined : textAt(body, response.errorPath)
  if (code !== undefined && ALREADY_GONE.has(code)) return { outcome: 'revoked' }
  const isRefused = body !== undefined && saysNo(body, response)
  if (answer.status >= 200 && answer.status < 300 && !isRefused) return { outcome: 'revoked' }
  const told = code?.replaceAll(/[^A-Za-z0-9_.-]/g, '_').slice(0, 64)
  return { outcome: 'failed', reason: told ?? `http_${answer.status}` }
}
