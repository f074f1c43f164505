/** The sandbox provider as tests drive it: connect through its consent page, script it, ask what is alive. */
import { env } from 'cloudflare:workers'
import { vi } from 'vitest'
import { userOwner, type OwnerReference } from '../domain/owner.ts'
import { randomToken, sha256Base64Url } from '../kit/digest.ts'
import { systemRandom } from '../kit/ids.ts'
import { sandboxProviderPort } from '../runtime/sandbox-provider.ts'
import { testKeyring } from './builders.ts'
import { begin, complete, open, watch, type AttemptBody, type Begun } from './connect-steps.ts'
import { seedEnvironment, type Harness } from './harness.ts'
import { sendRaw } from './http-laws.ts'
import { expectJson } from './wire.ts'

export const ADA = 'ada@example.com'

export type Consent = {
  readonly account?: string
  readonly scopes?: readonly string[]
  readonly behaviour?: Record<string, unknown>
  readonly faults?: readonly Record<string, unknown>[]
}

export type Sandbox = Awaited<ReturnType<typeof setUpSandbox>>

/** A sandbox environment with the built-in provider switched on. */
export async function setUpSandbox() {
  const h = await seedEnvironment()
  const integration = await expectJson<{ id: string; redirect_uri: string }>(
    await h.api('POST', '/data-integrations', {
      provider: 'sandbox',
      enabled: true,
      credentials: { type: 'shared' },
    }),
    201,
  )
  const user = 'user_1'
  const reference: OwnerReference = {
    environmentId: h.environment.id,
    environmentKind: 'sandbox',
    integrationId: integration.id,
    owner: userOwner(user),
  }
  const at = `/sandbox-provider/accounts/${encodeURIComponent(ADA)}`
  return {
    h,
    integration,
    reference,
    client: await sandboxProviderPort(env, testKeyring()).clientOf(h.environment.id),
    vend: () => h.vend({ slug: 'sandbox', userId: user }),
    /** The account over the operator's API. */
    account: async (): Promise<SandboxAccount> => expectJson(await h.api('GET', at), 200),
    script: async (body: Record<string, unknown>): Promise<SandboxAccount> =>
      expectJson(await h.api('POST', `${at}/script`, body), 200),
    revoke: async (by: 'user' | 'admin'): Promise<SandboxAccount> =>
      expectJson(await h.api('POST', `${at}/revoke`, { by }), 200),
    restore: async (): Promise<SandboxAccount> =>
      expectJson(await h.api('POST', `${at}/restore`), 200),
  }
}

export type SandboxAccount = {
  readonly blocked: boolean
  readonly behaviour: Record<string, unknown>
  readonly faults: readonly unknown[]
  readonly calls: Record<'exchange' | 'refresh' | 'userinfo' | 'revocation' | 'reuse', number>
  readonly grants: readonly { scopes: readonly string[]; ended_by: string | null }[]
}

/** What the consent page sends. */
export const decide = (url: string, body: Record<string, unknown>): Promise<Response> =>
  sendRaw(url.slice(new URL(url).origin.length), {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify(body),
  })

export const allowing = (consent: Consent = {}): Record<string, unknown> => ({
  decision: 'allow',
  account: ADA,
  scopes: ['profile', 'files:read', 'files:write'],
  ...consent,
})

/** The whole way of a connection; gives the attempt as its page sees it at the end. */
export async function connectSandbox(
  h: Harness,
  consent: Consent | 'deny' = {},
  user = 'user_1',
): Promise<AttemptBody & { readonly begun: Begun }> {
  const begun = await begin(h, { slug: 'sandbox' }, 'popup', user)
  const { location } = await expectJson<{ location: string }>(await open(begun), 200)
  const body = consent === 'deny' ? { decision: 'deny' } : allowing(consent)
  const decided = await expectJson<{ location: string }>(await decide(location, body), 200)
  await begun.browser.send(decided.location)
  const seen = await watch(h, begun)
  if (seen.status !== 'pending') return { ...seen, begun }
  await expectJson(await complete(h, begun), 200)
  return { ...(await watch(h, begun)), begun }
}

/** From here on the clock of everything is so much later. */
export function advance(seconds: number): void {
  const now = Date.now() + seconds * 1000
  const startedAt = performance.now()
  vi.spyOn(Date, 'now').mockImplementation(() => Math.floor(now + performance.now() - startedAt))
}

/** An authorization request of a client of its own making, whose every parameter a test may change. */
export async function authorizationUrl(
  { h, integration }: Pick<Sandbox, 'h' | 'integration'>,
  changes: Record<string, string | undefined> = {},
): Promise<{ readonly url: string; readonly verifier: string }> {
  const verifier = randomToken(systemRandom)
  const params: Record<string, string | undefined> = {
    response_type: 'code',
    client_id: h.environment.id,
    redirect_uri: integration.redirect_uri,
    scope: 'profile files:read files:write',
    state: 'state-1',
    code_challenge: await sha256Base64Url(verifier),
    code_challenge_method: 'S256',
    ...changes,
  }
  const named = Object.entries(params).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  )
  const query = new URLSearchParams(named as [string, string][]).toString()
  return { url: `${env.PUBLIC_URL}/sandbox-provider/authorize?${query}`, verifier }
}

export type TokenBody = {
  readonly error?: string
  readonly access_token?: string
  readonly refresh_token?: string
  readonly expires_in?: number
  readonly scope?: string
}

/** A request to a form endpoint, with the environment's client unless other parameters say otherwise. */
export const post = (
  path: 'token' | 'revoke',
  { client }: Pick<Sandbox, 'client'>,
  params: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Response> =>
  sendRaw(`/sandbox-provider/${path}`, {
    method: 'POST',
    headers,
    body: new URLSearchParams({
      client_id: client.clientId,
      client_secret: client.clientSecret ?? '',
      ...params,
    }),
  })

/** A code that nobody has exchanged. */
export async function obtainCode(sandbox: Sandbox, consent: Consent = {}) {
  const { url, verifier } = await authorizationUrl(sandbox)
  const { location } = await expectJson<{ location: string }>(
    await decide(url, allowing(consent)),
    200,
  )
  const code = new URL(location).searchParams.get('code') ?? ''
  return {
    grant_type: 'authorization_code',
    code,
    redirect_uri: sandbox.integration.redirect_uri,
    code_verifier: verifier,
  }
}

/** Tokens of a client of the test's own. */
export const obtainTokens = async (
  sandbox: Sandbox,
  consent: Consent = {},
): Promise<Required<TokenBody>> =>
  expectJson(await post('token', sandbox, await obtainCode(sandbox, consent)), 200)

export const refresh = async (
  sandbox: Sandbox,
  refreshToken: string,
  more: Record<string, string> = {},
): Promise<TokenBody & { readonly status: number }> => {
  const params = { grant_type: 'refresh_token', refresh_token: refreshToken, ...more }
  const response = await post('token', sandbox, params)
  return { status: response.status, ...(await response.json<TokenBody>()) }
}

/** Whether the provider's API takes an access token, and whose it is. */
export async function lookAt(token: string | undefined): Promise<string> {
  const response = await sendRaw('/sandbox-provider/api', {
    headers: { authorization: `Bearer ${token}` },
  })
  const body = await response.json<{ account?: string }>()
  return response.status === 200 ? (body.account ?? '') : `${response.status}`
}
