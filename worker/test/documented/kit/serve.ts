/**
 * A documented server that answers: consent page, token endpoint, revocation, and the call that names the
 * account. What it complains of is kept, so that a request which is answered and yet wrong is found.
 */
import type { Answer, Documented, Issued } from './documented.ts'
import { Grants, type Clock, type Grant } from './grants.ts'
import { basicOf, checkHeaders, checkParams, readBody } from './reading.ts'
import type { Params } from './reading.ts'
import { atConsent, type Consent } from './serve-consent.ts'
import { atAccount, atRevocation } from './serve-tokens.ts'

export type Client = {
  readonly id: string
  readonly secret: string
  readonly redirectUri: string
}

type Code = { readonly grant: Grant; readonly challenge: string | undefined; isSpent: boolean }

export type Serving = {
  readonly documented: Documented
  readonly clock: Clock
  readonly grants: Grants
  readonly complaints: string[]
  readonly client: Client
  /** The next requests at the token endpoint, or at the revocation, meet these. */
  readonly next: { token: Answer[]; revocation: Answer[] }
  /** Which of the documented accounts answers. */
  accountVariant: number
  readonly codes: Map<string, Code>
  readonly hits: { token: number; revocation: number; account: number }
}

export type Served = Serving & {
  /** Where the browser ends up. */
  readonly consent: (authorizationUrl: string, consent?: Consent) => URL
  readonly answer: (request: Request) => Promise<Answer>
  readonly fetch: (request: Request) => Promise<Response>
}

export function serve(documented: Documented, client: Client, clock: Clock): Served {
  const serving: Serving = {
    documented,
    clock,
    client,
    grants: new Grants(clock, documented.life),
    complaints: [],
    next: { token: [], revocation: [] },
    accountVariant: 0,
    codes: new Map(),
    hits: { token: 0, revocation: 0, account: 0 },
  }
  return Object.assign(serving, {
    consent: (url: string, consent: Consent = {}) => atConsent(serving, new URL(url), consent),
    answer: (request: Request) => answerTo(serving, request),
    fetch: async (request: Request) => toResponse(await answerTo(serving, request)),
  })
}

const toResponse = ({ status, body, headers }: Answer): Response => {
  const isEmpty = body === undefined || status === 204
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const type = typeof body === 'string' ? 'text/plain' : 'application/json'
  return new Response(isEmpty ? null : text, {
    status,
    headers: { ...(isEmpty ? {} : { 'content-type': type }), ...headers },
  })
}

const isAt = (url: URL, address: string | undefined): boolean =>
  address !== undefined && new URL(address).href === url.href

async function answerTo(serving: Serving, request: Request): Promise<Answer> {
  const { token, revoke, account } = serving.documented
  const { hits } = serving
  const url = new URL(request.url)
  if (request.method === 'POST' && (isAt(url, token.at) || isAt(url, token.refreshAt))) {
    hits.token += 1
    return atToken(serving, request, url)
  }
  if (isAt(url, revoke?.at.replace('{client_id}', serving.client.id))) {
    hits.revocation += 1
    return atRevocation(serving, request)
  }
  if (isAt(url, account?.at)) {
    hits.account += 1
    return atAccount(serving, request)
  }
  serving.complaints.push(`nothing is at ${request.method} ${url.href}`)
  return { status: 404, body: 'not found' }
}

async function atToken(serving: Serving, request: Request, url: URL): Promise<Answer> {
  const { documented, complaints, client } = serving
  const { token, failures } = documented
  const params = await readBody(request, token.body, complaints)
  checkHeaders('token endpoint', request.headers, token.headers ?? {}, complaints)
  const planned = serving.next.token.shift()
  if (planned !== undefined) return planned
  const grantType = params.get('grant_type') ?? ''
  const isCode = grantType === 'authorization_code'
  const endpoint = isCode ? token.at : (token.refreshAt ?? token.at)
  if (!isAt(url, endpoint)) complaints.push(`${grantType} is not answered at ${url.href}`)

  const idName = token.clientId ?? 'client_id'
  const basic = basicOf(request.headers)
  const [id, secret] =
    token.client === 'basic'
      ? (basic ?? ['', ''])
      : [params.get(idName) ?? '', params.get('client_secret') ?? '']
  if (token.client === 'body' && basic !== undefined) complaints.push('Basic is not documented')
  const credentials = token.client === 'body' ? [idName, 'client_secret'] : []
  if (id !== client.id || secret !== client.secret) return failures.client

  switch (grantType) {
    case 'authorization_code':
      return exchanged(serving, params, credentials)
    case 'refresh_token':
      return refreshed(serving, params, credentials)
    case token.renews?.grantType:
      return renewed(serving, params, credentials)
    case 'client_credentials': {
      if (token.clientCredentials !== true) break
      checkParams('token endpoint', params, { grant_type: grantType }, credentials, complaints)
      const grant = serving.grants.begin('the client', [], [])
      return issue(serving, grant, undefined, 'client')
    }
  }
  complaints.push(`the grant type ${grantType} is not documented`)
  return { status: 400, body: { error: 'unsupported_grant_type' } }
}

async function exchanged(
  serving: Serving,
  params: Params,
  credentials: readonly string[],
): Promise<Answer> {
  const { documented, complaints, client, codes, grants } = serving
  const { token, authorize, life } = documented
  const wanted = {
    grant_type: 'authorization_code',
    redirect_uri: client.redirectUri,
    ...token.wantsWithCode,
  }
  const allowed = ['code', ...credentials]
  const hasPkce = authorize.pkce === 'offered'
  checkParams(
    'code exchange',
    params,
    wanted,
    hasPkce ? [...allowed, 'code_verifier'] : allowed,
    complaints,
  )
  const code = codes.get(params.get('code') ?? '')
  if (code === undefined || code.isSpent) return documented.failures.code
  code.isSpent = true
  if (hasPkce && (await s256(params.get('code_verifier') ?? '')) !== code.challenge) {
    complaints.push('the verifier does not fit the challenge')
    return documented.failures.code
  }
  const { grant } = code
  const { scopes } = authorize
  const isOffline =
    scopes === 'no parameter' ||
    scopes.offline === undefined ||
    grant.scopes.includes(scopes.offline)
  if (life.refresh !== 'none' && isOffline) grant.refresh = grants.fresh('refresh')
  return issue(serving, grant, grant.refresh, 'code')
}

function refreshed(serving: Serving, params: Params, credentials: readonly string[]): Answer {
  const { documented, complaints, grants } = serving
  const wanted = { grant_type: 'refresh_token', ...documented.token.wantsWithRefresh }
  checkParams('refresh', params, wanted, ['refresh_token', ...credentials], complaints)
  const sent = params.get('refresh_token') ?? ''
  const grant = grants.ofRefresh(sent)
  if (grant === undefined || !grants.accepts(sent)) return documented.failures.grant
  return issue(serving, grant, grants.spend(grant, sent), 'refresh')
}

/** A token that lives is exchanged for one that lives longer. */
function renewed(serving: Serving, params: Params, credentials: readonly string[]): Answer {
  const { documented, complaints, grants } = serving
  const { grantType = '', param = '' } = documented.token.renews ?? {}
  checkParams('renewal', params, { grant_type: grantType }, [param, ...credentials], complaints)
  const sent = params.get(param) ?? ''
  const grant = grants.ofAccess(sent)
  if (grant === undefined || !grants.isLive(sent)) return documented.failures.grant
  return issue(serving, grant, undefined, 'refresh')
}

function issue(
  serving: Serving,
  grant: Grant,
  refresh: string | undefined,
  kind: Issued['grant'],
): Answer {
  const issued: Issued = {
    access: serving.grants.issueAccess(grant),
    ...(refresh === undefined ? {} : { refresh }),
    scopes: grant.listed,
    grant: kind,
    at: serving.clock.now,
  }
  return { status: 200, body: serving.documented.token.answer(issued) }
}

async function s256(verifier: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))
  return btoa(String.fromCharCode(...new Uint8Array(digest)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')
}
