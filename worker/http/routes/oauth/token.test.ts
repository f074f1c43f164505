/** The laws of every route, for the one that takes a form: RFC 6749 §2.3, §3.2, §5; RFC 8693 §2. */
import { env } from 'cloudflare:workers'
import * as oauth from 'oauth4webapi'
import { expect, onTestFinished, test, vi } from 'vitest'
import { ACCESS_TOKEN, TOKEN_EXCHANGE } from '../../../contract/token-exchange.ts'
import {
  bearer,
  encodeForm,
  expectOAuthError,
  FORM_TYPE,
  goodForm,
  oauthBody,
  postForm,
  seedExchange,
  type Form,
} from '../../../test/exchange.ts'
import { seedEnvironment } from '../../../test/harness.ts'
import { expectNoTrace, sendRaw, widgetHeaders } from '../../../test/http-laws.ts'

test('a form with a user’s token becomes a token of the provider', async () => {
  const { account, exchange } = await seedExchange()
  const response = await exchange()
  expect(response.status).toBe(200)
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(response.headers.get('content-type')).toMatch(/^application\/json/)
  const { expires_in: expiresIn = 0, ...body } = await oauthBody(response)
  expect(body).toEqual({
    access_token: account.accessToken,
    issued_token_type: ACCESS_TOKEN,
    token_type: 'Bearer',
    scope: 'openid offline_access email',
  })
  expect(expiresIn).toBeGreaterThan(3500)
  expect(expiresIn).toBeLessThanOrEqual(3600)
})

test('a certified client speaks it without knowing us, by Basic and by the form', async () => {
  const { h, account, token } = await seedExchange()
  const as = { issuer: env.PUBLIC_URL, token_endpoint: `${env.PUBLIC_URL}/oauth/token` }
  const client = { client_id: 'any:one' }
  const send = (url: string, init: oauth.CustomFetchOptions<'POST', URLSearchParams>) =>
    sendRaw(new URL(url).pathname, {
      method: init.method,
      headers: init.headers,
      body: init.body.toString(),
    })
  for (const authentication of [
    oauth.ClientSecretBasic(h.environment.apiKey),
    oauth.ClientSecretPost(h.environment.apiKey),
  ]) {
    const response = await oauth.genericTokenEndpointRequest(
      as,
      client,
      authentication,
      TOKEN_EXCHANGE,
      new URLSearchParams({
        audience: 'strict',
        subject_token: await token(),
        subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
        scope: 'email',
      }),
      { [oauth.customFetch]: send, [oauth.allowInsecureRequests]: true },
    )
    const answer = await oauth.processGenericTokenEndpointResponse(as, client, response)
    expect(answer).toMatchObject({ access_token: account.accessToken, token_type: 'bearer' })
  }
})

test('a page is refused, and so are its preflight and a widget session', async () => {
  const { h, token } = await seedExchange()
  const form = goodForm(await token())
  const session = await h.widgetToken('user_1')
  const origin = 'http://127.0.0.1:3000'
  await expectNoTrace(async () => {
    const page = await postForm(form, { ...bearer(h), origin })
    const body = await expectOAuthError(page, 403, 'unauthorized_client')
    expect(body.code).toBe('api_key_in_browser')
    expect(page.headers.get('access-control-allow-origin')).toBeNull()
    await expectOAuthError(await postForm(form, widgetHeaders(session)), 403, 'unauthorized_client')
    await expectOAuthError(
      await postForm(form, widgetHeaders(session, null)),
      401,
      'invalid_client',
    )
    for (const method of ['OPTIONS', 'GET', 'PUT', 'DELETE']) {
      const other = await sendRaw('/oauth/token', {
        method,
        headers: { origin, 'access-control-request-method': 'POST' },
      })
      expect([method, other.status]).toEqual([method, 404])
      expect(other.headers.get('access-control-allow-origin')).toBeNull()
    }
  })
})

const JSON_TYPE = { 'content-type': 'application/json' }

test('what is no form is refused, and nothing is left of it', async () => {
  const { h, token } = await seedExchange()
  const good = encodeForm(goodForm(await token()))
  const cases: readonly (readonly [string, BodyInit, Record<string, string>, number])[] = [
    ['JSON', '{"grant_type":"x"}', JSON_TYPE, 415],
    ['no content type', new TextEncoder().encode(good), {}, 415],
    ['text', good, { 'content-type': 'text/plain' }, 415],
    ['multipart', good, { 'content-type': 'multipart/form-data; boundary=x' }, 415],
    ['a long content type', good, { 'content-type': `text/${'x'.repeat(2000)}` }, 415],
    ['65 kB', `x=${'y'.repeat(65 * 1024)}`, FORM_TYPE, 413],
    ['nothing', '', FORM_TYPE, 400],
    ['half of it', good.slice(0, good.indexOf('&subject')), FORM_TYPE, 400],
    ['JSON as a form', '{"grant_type":"x"}', FORM_TYPE, 400],
    ['bytes that are no UTF-8', `${good}&x=%ff`, FORM_TYPE, 400],
    [
      'raw latin-1',
      new Uint8Array([...new TextEncoder().encode(good), 0x26, 0xe9, 0x3d, 0x31]),
      FORM_TYPE,
      400,
    ],
  ]
  await expectNoTrace(async () => {
    for (const [problem, body, type, status] of cases) {
      const headers = { ...bearer(h), ...type }
      const response = await sendRaw('/oauth/token', { method: 'POST', headers, body })
      expect([problem, response.status]).toEqual([problem, status])
      await expectOAuthError(response, status, 'invalid_request')
    }
  })
  const charset = {
    ...bearer(h),
    'content-type': 'Application/X-WWW-Form-Urlencoded; charset=UTF-8',
  }
  const accepted = await sendRaw('/oauth/token', { method: 'POST', headers: charset, body: good })
  expect(accepted.status).toBe(200)
})

test.for<[string, Form, string, string?]>([
  ['without grant type', { grant_type: undefined }, 'invalid_request'],
  ['of another grant type', { grant_type: 'client_credentials' }, 'unsupported_grant_type'],
  ['of a mistyped grant type', { grant_type: 'token-exchange' }, 'unsupported_grant_type'],
  ['without audience', { audience: undefined }, 'invalid_request'],
  ['with an empty audience', { audience: '' }, 'invalid_request'],
  ['for two providers', { audience: ['strict', 'other'] }, 'invalid_target', 'target_ambiguous'],
  ['for two by both names', { resource: 'other' }, 'invalid_target', 'target_ambiguous'],
  ['for an unknown provider', { audience: 'nobody' }, 'invalid_target', 'integration_not_found'],
  ['for __proto__', { audience: '__proto__' }, 'invalid_target', 'integration_not_found'],
  ['for 10 kB', { audience: 'x'.repeat(10_000) }, 'invalid_target', 'integration_not_found'],
  ['without subject token', { subject_token: undefined }, 'invalid_request'],
  ['without its type', { subject_token_type: undefined }, 'invalid_request'],
  [
    'of a type that we do not know',
    { subject_token_type: 'urn:ietf:params:oauth:token-type:refresh_token' },
    'invalid_request',
  ],
  ['of SAML', { subject_token_type: 'urn:ietf:params:oauth:token-type:saml2' }, 'invalid_request'],
  [
    'that wants a refresh token',
    { requested_token_type: 'urn:ietf:params:oauth:token-type:refresh_token' },
    'invalid_request',
  ],
  ['that acts for somebody', { actor_token: 'x', actor_token_type: 'y' }, 'invalid_request'],
  ['with two subject tokens', { subject_token: ['a', 'b'] }, 'invalid_request'],
  ['with two scopes', { scope: ['a', 'b'] }, 'invalid_request'],
  ['with two of what nobody knows', { x: ['a', 'b'] }, 'invalid_request'],
  ['with scopes that are none', { scope: 'a  b' }, 'invalid_request'],
  ['with a scope in quotes', { scope: '"a"' }, 'invalid_request'],
  ['with an owner of neither kind', { connection_owner: 'team' }, 'invalid_request'],
  ['with an organization of 256 letters', { organization_id: 'x'.repeat(256) }, 'invalid_request'],
  ['with an organization with a newline', { organization_id: 'a\nb' }, 'invalid_request'],
])('a request %s is refused, and sends nothing', async ([, form, error, code]) => {
  const { h, token } = await seedExchange()
  const subject = await token()
  await expectNoTrace(async () => {
    const response = await postForm(goodForm(subject, form), bearer(h))
    const body = await expectOAuthError(response, 400, error)
    if (code !== undefined) expect(body.code).toBe(code)
    expect(JSON.stringify(body)).not.toContain(subject)
  })
})

test('a secret in the field of the provider is not repeated, in the answer or in the log', async () => {
  const { h, token } = await seedExchange()
  const lines: string[] = []
  const log = vi.spyOn(console, 'log').mockImplementation((line) => void lines.push(String(line)))
  onTestFinished(() => log.mockRestore())
  const form = goodForm(await token(), { audience: 'sk_live_Misplaced' })
  const body = await expectOAuthError(await postForm(form, bearer(h)), 400, 'invalid_target')
  expect(body.code).toBe('integration_not_found')
  expect(lines.join('')).toContain('integration_not_found')
  expect(`${JSON.stringify(body)}${lines.join('')}`).not.toContain('Misplaced')
})

test('what nobody knows and what has no value is as if it were not there', async () => {
  const { account, exchange } = await seedExchange()
  for (const more of [
    { tenant: 'x', user_id: 'user_2', environment_id: 'e', __proto__: 'x', constructor: 'y' },
    { scope: '', organization_id: '', requested_token_type: '', actor_token: '' },
    { resource: 'strict' },
    { audience: ['strict', 'strict'] },
    { audience: undefined, resource: 'strict' },
    { audience: undefined, resource: `${env.PUBLIC_URL}/data-integrations/strict` },
    { requested_token_type: ACCESS_TOKEN },
    { connection_owner: 'user' },
    { subject_token_type: ACCESS_TOKEN },
    { subject_token_type: 'urn:ietf:params:oauth:token-type:id_token' },
  ]) {
    const answer = await oauthBody(await exchange(more))
    expect([more, answer.access_token]).toEqual([more, account.accessToken])
  }
})

test('another environment’s key hears the same of a provider that is there and of one that is not', async () => {
  const { token } = await seedExchange()
  const other = await seedEnvironment()
  const subject = await token()
  await expectNoTrace(async () => {
    const [foreign, unknown] = await Promise.all(
      ['strict', 'nobody'].map(async (audience) => {
        const response = await postForm(goodForm(subject, { audience }), bearer(other))
        return expectOAuthError(response, 400, 'invalid_target')
      }),
    )
    expect(foreign?.code).toBe(unknown?.code)
    expect(foreign?.message).toBe(unknown?.message?.replaceAll('nobody', 'strict'))
  })
})
