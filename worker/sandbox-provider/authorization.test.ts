/** The sandbox provider as a strict OAuth 2.0 server, up to the first token: RFC 6749, 7636, 9207. */
import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { begin, open } from '../test/connect-steps.ts'
import { expectJson } from '../test/wire.ts'
import {
  ADA,
  advance,
  allowing,
  authorizationUrl,
  decide,
  lookAt,
  obtainCode,
  obtainTokens,
  post,
  refresh,
  setUpSandbox,
  type Sandbox,
  type TokenBody,
} from '../test/sandbox-provider.ts'
import { sendRaw } from '../test/http-laws.ts'

const get = (url: string): Promise<Response> => sendRaw(url.slice(new URL(url).origin.length))

const exchange = async (
  sandbox: Sandbox,
  params: Record<string, string>,
): Promise<TokenBody & { readonly status: number }> => {
  const response = await post('token', sandbox, params)
  return { status: response.status, ...(await response.json<TokenBody>()) }
}

describe('authorize', () => {
  test.for<[string, Record<string, string | undefined>]>([
    ['no client', { client_id: undefined }],
    ['an unknown client', { client_id: 'environment_00000000000000000000000000' }],
    ['no redirect_uri', { redirect_uri: undefined }],
    ['another host', { redirect_uri: 'https://evil.example/callback' }],
  ])('shows %s on a page, and sends nobody anywhere', async ([, changes]) => {
    const { url } = await authorizationUrl(await setUpSandbox(), changes)
    const response = await get(url)
    expect(response.status).toBe(400)
    expect(response.headers.get('location')).toBeNull()
    expect((await decide(url, allowing())).status).toBe(400)
  })

  test('takes what an organization shares through that integration’s own redirect_uri', async () => {
    const sandbox = await setUpSandbox()
    const { h, integration } = sandbox
    const root = { provider: 'sandbox', ownership: 'organization', enabled: true }
    const credentials = { type: 'shared' }
    const shared = await expectJson<{ redirect_uri: string }>(
      await h.api('POST', '/data-integrations', { ...root, credentials }),
      201,
    )
    const statusOf = async (redirect_uri: string) =>
      (await get((await authorizationUrl(sandbox, { redirect_uri })).url)).status
    const begun = await begin(h, { slug: 'sandbox' }, 'rest_confirmation', 'user_1', 'org_1')
    const { location } = await expectJson<{ location: string }>(await open(begun), 200)
    const decided = await expectJson<{ location: string }>(await decide(location, allowing()), 200)
    await begun.browser.send(decided.location)
    const owner = { organization_id: 'org_1', connection_owner: 'organization' }
    const vended = await h.vend({ slug: 'sandbox', userId: 'user_2' }, {}, owner)
    expect(vended.body.active).toBe(true)

    expect(await statusOf(`${shared.redirect_uri}/`)).toBe(400)
    await h.api('PUT', '/data-integrations/sandbox/organization', { enabled: false })
    expect(await statusOf(shared.redirect_uri)).toBe(400)
    expect(await statusOf(integration.redirect_uri)).toBe(200)
  })

  test('takes no redirect_uri but exactly its own', async () => {
    const sandbox = await setUpSandbox()
    const own = sandbox.integration.redirect_uri
    for (const redirect_uri of [
      `${own}/`,
      `${own}?x=1`,
      own.replace('http:', 'https:'),
      own.slice(0, -1),
    ]) {
      const { url } = await authorizationUrl(sandbox, { redirect_uri })
      expect([redirect_uri, (await get(url)).status]).toEqual([redirect_uri, 400])
    }
    const { url } = await authorizationUrl(sandbox)
    const twice = `${url}&redirect_uri=${encodeURIComponent(own)}`
    expect((await get(twice)).status).toBe(400)
    expect((await get(url)).status).toBe(200)
  })

  test.for<[string, Record<string, string | undefined>, string]>([
    ['no response_type', { response_type: undefined }, 'unsupported_response_type'],
    ['another response_type', { response_type: 'token' }, 'unsupported_response_type'],
    ['no code_challenge', { code_challenge: undefined }, 'invalid_request'],
    ['a plain challenge', { code_challenge_method: 'plain' }, 'invalid_request'],
    ['no method', { code_challenge_method: undefined }, 'invalid_request'],
    ['a short challenge', { code_challenge: 'short' }, 'invalid_request'],
    ['an unknown scope', { scope: 'profile admin' }, 'invalid_scope'],
    ['no scope', { scope: undefined }, 'invalid_scope'],
  ])('tells the app of %s', async ([, changes, error]) => {
    const sandbox = await setUpSandbox()
    const { url } = await authorizationUrl(sandbox, changes)
    const response = await get(url)
    expect(response.status).toBe(303)
    const location = new URL(response.headers.get('location') ?? '')
    expect(location.origin + location.pathname).toBe(sandbox.integration.redirect_uri)
    expect(Object.fromEntries(location.searchParams)).toMatchObject({
      error,
      state: 'state-1',
      iss: `${env.PUBLIC_URL}/sandbox-provider`,
    })
    expect((await decide(url, allowing())).status).toBe(400)
  })

  test('tells the app of a parameter that comes twice', async () => {
    const { url } = await authorizationUrl(await setUpSandbox())
    const response = await get(`${url}&scope=profile`)
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toContain('error=invalid_request')
  })

  test('an integration that is switched off asks nobody', async () => {
    const sandbox = await setUpSandbox()
    await expectJson(
      await sandbox.h.api('PUT', '/data-integrations/sandbox', { enabled: false }),
      200,
    )
    expect((await get((await authorizationUrl(sandbox)).url)).status).toBe(400)
  })

  test('only its own page may answer', async () => {
    const { url } = await authorizationUrl(await setUpSandbox())
    const response = await sendRaw(url.slice(new URL(url).origin.length), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' },
      body: JSON.stringify(allowing()),
    })
    expect(response.status).toBe(403)
  })

  test('nothing that was not asked for is granted', async () => {
    const sandbox = await setUpSandbox()
    const { scope } = await obtainTokens(sandbox, { scopes: ['profile', 'calendar'] })
    expect(scope).toBe('profile')
  })
})

describe('a code', () => {
  test('is good once; used again it ends what it bought', async () => {
    const sandbox = await setUpSandbox()
    const params = await obtainCode(sandbox)
    const first = await exchange(sandbox, params)
    expect(first).toMatchObject({ status: 200, expires_in: 3600 })
    expect(await lookAt(first.access_token)).toBe(ADA)
    expect(await exchange(sandbox, params)).toMatchObject({ status: 400, error: 'invalid_grant' })
    expect(await lookAt(first.access_token)).toBe('401')
    expect(await refresh(sandbox, first.refresh_token ?? '')).toMatchObject({
      error: 'invalid_grant',
    })
  })

  test('is good for a minute', async () => {
    const sandbox = await setUpSandbox()
    const [early, late] = [await obtainCode(sandbox), await obtainCode(sandbox)]
    advance(58)
    expect(await exchange(sandbox, early)).toMatchObject({ status: 200 })
    advance(3)
    expect(await exchange(sandbox, late)).toMatchObject({ status: 400, error: 'invalid_grant' })
  })

  test.for<[string, Record<string, string>, string]>([
    ['another redirect_uri', { redirect_uri: 'http://localhost/other' }, 'invalid_grant'],
    ['another verifier', { code_verifier: 'v'.repeat(43) }, 'invalid_grant'],
    ['a malformed verifier', { code_verifier: 'short' }, 'invalid_request'],
    ['another code', { code: 'sandbox-code.x' }, 'invalid_grant'],
    ['another grant type', { grant_type: 'password' }, 'unsupported_grant_type'],
  ])('is not exchanged with %s', async ([, changes, error]) => {
    const sandbox = await setUpSandbox()
    const params = await obtainCode(sandbox)
    expect(await exchange(sandbox, { ...params, ...changes })).toMatchObject({ status: 400, error })
  })

  test.for(['code', 'redirect_uri', 'code_verifier', 'grant_type'])(
    'needs its %s',
    async (name) => {
      const sandbox = await setUpSandbox()
      const { [name]: _, ...params } = { ...(await obtainCode(sandbox)) } as Record<string, string>
      expect(await exchange(sandbox, params)).toMatchObject({
        status: 400,
        error: 'invalid_request',
      })
    },
  )

  test('that was tried with a wrong verifier is spent', async () => {
    const sandbox = await setUpSandbox()
    const params = await obtainCode(sandbox)
    await exchange(sandbox, { ...params, code_verifier: 'v'.repeat(43) })
    expect(await exchange(sandbox, params)).toMatchObject({ status: 400, error: 'invalid_grant' })
  })
})

describe('a client', () => {
  test('proves itself in the header or in the body, and not in both', async () => {
    const sandbox = await setUpSandbox()
    const { clientId, clientSecret } = sandbox.client
    const basic = { authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}` }
    const send = async (params: Record<string, string>, headers: Record<string, string> = {}) =>
      sendRaw('/sandbox-provider/token', {
        method: 'POST',
        headers,
        body: new URLSearchParams({ ...(await obtainCode(sandbox)), ...params }),
      })
    expect((await send({}, basic)).status).toBe(200)
    expect((await send({ client_id: clientId }, basic)).status).toBe(200)
    expect((await send({ client_id: 'other' }, basic)).status).toBe(400)
    expect((await send({ client_secret: clientSecret ?? '' }, basic)).status).toBe(400)

    const unproven = await send({ client_id: clientId })
    expect(unproven.status).toBe(401)
    expect(unproven.headers.get('www-authenticate')).toMatch(/^Basic /)
    expect(await unproven.json()).toMatchObject({ error: 'invalid_client' })
    const wrong = await send({ client_id: clientId, client_secret: '0'.repeat(64) })
    expect(wrong.status).toBe(401)
  })

  test('of one environment can do nothing with what another one was given', async () => {
    const [one, other] = [await setUpSandbox(), await setUpSandbox()]
    const code = await obtainCode(one)
    expect(await exchange(other, code)).toMatchObject({ error: 'invalid_grant' })
    const tokens = await exchange(one, code)
    expect(await refresh(other, tokens.refresh_token ?? '')).toMatchObject({
      error: 'invalid_grant',
    })
    expect((await post('revoke', other, { token: tokens.refresh_token ?? '' })).status).toBe(200)
    expect(await lookAt(tokens.access_token)).toBe(ADA)
    const borrowed = { client_id: one.client.clientId, refresh_token: tokens.refresh_token ?? '' }
    expect(await exchange(other, { grant_type: 'refresh_token', ...borrowed })).toMatchObject({
      status: 401,
      error: 'invalid_client',
    })
  })

  test.for(['token', 'revoke'] as const)('is heard at %s by one POST of one form', async (path) => {
    const sandbox = await setUpSandbox()
    const at = `/sandbox-provider/${path}`
    expect((await sendRaw(at)).status).toBe(405)
    const { clientId, clientSecret } = sandbox.client
    const client = `client_id=${clientId}&client_secret=${clientSecret}`
    const send = async (body: string, type = 'application/x-www-form-urlencoded') => {
      const response = await sendRaw(at, {
        method: 'POST',
        headers: { 'content-type': type },
        body,
      })
      expect(response.headers.get('cache-control')).toBe('no-store')
      return [response.status, (await response.json<TokenBody>()).error]
    }
    const refused = [400, 'invalid_request']
    expect(await send('{}', 'application/json')).toEqual(refused)
    expect(await send(`${client}&token=a&token=b`)).toEqual(refused)
    const good = `${client}&grant_type=refresh_token&refresh_token=a&token=a`
    expect(await send(`${good}&x=${'x'.repeat(20_000)}`)).toEqual(refused)
    expect(await send(client)).toEqual(refused)
  })
})
