/**
 * A server for a provider that nobody has read the documentation of: it expects what our own page says and
 * answers in the shapes that the page names. So it proves that the engine can speak every page, not that
 * the page is right; that is what `documented/` is for.
 */
import type { OAuthDefinition, OAuthProvider } from '../providers/definition.ts'
import type { Answer } from './documented/kit/documented.ts'
import { basicOf } from './documented/kit/reading.ts'
import type { Client } from './documented/kit/serve.ts'

type Json = Record<string, unknown>

export class ScriptedProvider {
  readonly complaints: string[] = []
  readonly hits = { token: 0, revocation: 0, account: 0 }
  readonly #oauth: OAuthDefinition
  readonly #client: Client
  #isEnded = false
  #count = 0

  constructor({ oauth }: OAuthProvider, client: Client) {
    this.#oauth = oauth
    this.#client = client
  }

  /** Every token that it gave is worth nothing from now on. */
  endGrants(): void {
    this.#isEnded = true
  }

  consent(address: string, refuses: boolean): URL {
    const oauth = this.#oauth
    const url = new URL(address)
    const query = oauth.authorizationFragment === undefined ? url.search : url.hash.split('?')[1]
    const given = new URLSearchParams(query)
    const names = oauth.authorizationRename ?? oauth.rename ?? {}
    const param = (name: string): string | null => given.get(names[name] ?? name)
    const omits = oauth.authorizationOmits ?? []
    if (!omits.includes('client_id') && param('client_id') !== this.#client.id)
      this.complaints.push('another client')
    const expected = oauth.redirectName ?? this.#client.redirectUri
    if (!omits.includes('redirect_uri') && param('redirect_uri') !== expected)
      this.complaints.push('another redirect_uri')
    const back = new URL(this.#client.redirectUri)
    back.searchParams.set('state', param('state') ?? '')
    if (oauth.issuer !== undefined) back.searchParams.set('iss', oauth.issuer)
    if (refuses) {
      back.searchParams.set('error', oauth.denials?.[0] ?? 'access_denied')
      return back
    }
    const { callback } = oauth
    back.searchParams.set(callback?.code ?? oauth.rename?.['code'] ?? 'code', 'code-1')
    for (const name of [...(callback?.keep ?? []), ...(callback?.echo ?? [])])
      back.searchParams.set(name, 'word')
    if (callback?.scope !== undefined) back.searchParams.set(callback.scope, param('scope') ?? '')
    this.#isEnded = false
    return back
  }

  async answer(request: Request): Promise<Answer> {
    const oauth = this.#oauth
    const url = new URL(request.url)
    const isAt = (address: string | undefined): boolean =>
      address !== undefined &&
      new URL(address).origin + new URL(address).pathname === url.origin + url.pathname
    const { revocation } = oauth
    const isRevocation = isAt(revocation?.url.replace('{client_id}', this.#client.id))
    // Some take a token back by DELETE where they gave it.
    if (isAt(revocation?.nonceUrl))
      return { status: 200, body: { ...this.#verdict(true), body: { nonce: 'nonce-1' } } }
    const text = await request.clone().text()
    const named = Object.entries(revocation?.params ?? {}).every(
      ([name, value]) => value.includes('{') || new URLSearchParams(text).get(name) === value,
    )
    if (isRevocation && named && request.method === revocation?.method) {
      this.hits.revocation += 1
      return { status: 200, body: this.#verdict(true) }
    }
    if ([oauth.token.url, oauth.token.refreshUrl, oauth.upgrade?.url].some(isAt)) {
      this.hits.token += 1
      await this.#checkClient(request, url)
      return this.#isEnded ? this.#refusal() : { status: 200, body: this.#tokens() }
    }
    this.hits.account += 1
    return { status: 200, body: this.#account() }
  }

  async #checkClient(request: Request, url: URL): Promise<void> {
    const { token, rename, refresh } = this.#oauth
    const isBare = refresh.by?.kind === 'access_token' && refresh.by.bare === true
    if (token.clientAuthentication === 'none' || isBare || request.method === 'GET') return
    const text = await request.text()
    const body: Json =
      token.bodyFormat === 'json'
        ? (JSON.parse(text) as Json)
        : Object.fromEntries(new URLSearchParams(text))
    const [id, secret] =
      token.clientAuthentication === 'post'
        ? [
            body[rename?.['client_id'] ?? 'client_id'],
            body[rename?.['client_secret'] ?? 'client_secret'],
          ]
        : (basicOf(request.headers) ?? [])
    if (id !== this.#client.id || secret !== this.#client.secret)
      this.complaints.push(`not our client at ${url.pathname}`)
  }

  #tokens(): Json {
    const { response } = this.#oauth
    const nameOf = (member: string): string => response.members?.[member] ?? member
    this.#count += 1
    const tokens: Json = {}
    put(tokens, 'access_token', `access-${this.#count}`)
    put(tokens, nameOf('refresh_token'), `refresh-${this.#count}`)
    const claims = Object.fromEntries((response.claims ?? []).map((name) => [name, 'ada']))
    if (response.claims !== undefined)
      tokens['id_token'] = `e30.${btoa(JSON.stringify(claims))}.c2ln`
    if (response.expiresAt === undefined) put(tokens, nameOf('expires_in'), 3600)
    else put(tokens, response.expiresAt, Math.floor(Date.now() / 1000) + 3600)
    const body = this.#verdict(true)
    if (response.root === undefined) Object.assign(body, tokens)
    else put(body, response.root, tokens)
    for (const path of response.keep) put(body, path, 'kept')
    return body
  }

  #refusal(): Answer {
    const { errorMap, errorPath } = this.#oauth.response
    const [code = 'invalid_grant'] =
      Object.entries(errorMap).find(([, means]) => means === 'invalid_grant') ?? []
    const body: Json = {}
    put(body, errorPath, code)
    return { status: 400, body: { ...this.#verdict(false), ...body } }
  }

  #verdict(isGood: boolean): Json {
    const { okPath, okValue } = this.#oauth.response
    const body: Json = {}
    if (okPath !== undefined)
      put(body, okPath, isGood ? (okValue ?? true) : ((okValue && 'no') ?? false))
    return body
  }

  #account(): Json {
    const body: Json = {}
    const { idPaths = [], labelPaths = [] } = this.#oauth.userinfo ?? {}
    for (const path of [...idPaths, ...labelPaths].flatMap((one) => one.split('/')))
      if (!path.startsWith('token:')) put(body, path, 'ada')
    return body
  }
}

/** Sets the member at a path, unless something is there. */
function put(body: Json, path: string, value: unknown): void {
  const [first = '', ...rest] = path.split('.')
  if (rest.length === 0) {
    body[first] ??= value
    return
  }
  const inner = (body[first] ??= /^\d$/.test(rest[0] ?? '') ? [] : {})
  put(inner as Json, rest.join('.'), value)
}
