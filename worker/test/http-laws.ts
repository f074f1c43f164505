/**
 * What holds for every route: how a refusal looks, and that it leaves nothing behind. The routes are
 * listed here; a test walks through them with each bad key and each bad body.
 */
import { env, exports } from 'cloudflare:workers'
import { expect, vi } from 'vitest'
import { createApiKey } from '../auth/api-key.ts'
import { importHmacKey } from '../kit/digest.ts'
import { decodeBase64 } from '../kit/encoding.ts'
import { systemRandom } from '../kit/ids.ts'
import { PAGE_ORIGIN } from './wire.ts'

export type Route = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly path: string
  /** A body that would be accepted. */
  readonly body?: Readonly<Record<string, unknown>>
}

const SLUG = 'strict'

/** Each route that an API key opens. */
export const REST_ROUTES: readonly Route[] = [
  {
    method: 'POST',
    path: '/data-integrations',
    body: {
      provider: 'github',
      credentials: { type: 'custom', client_id: 'id', client_secret: 'canary-new-secret' },
    },
  },
  { method: 'GET', path: '/data-integrations' },
  { method: 'GET', path: `/data-integrations/${SLUG}` },
  { method: 'PUT', path: `/data-integrations/${SLUG}`, body: { description: 'x' } },
  { method: 'DELETE', path: `/data-integrations/${SLUG}` },
  { method: 'POST', path: `/data-integrations/${SLUG}/authorize`, body: { user_id: 'user_1' } },
  {
    method: 'POST',
    path: `/data-integrations/${SLUG}/authorize/complete`,
    body: { user_id: 'user_1', attempt_id: 'a', completion_code: 'c', code_verifier: 'v' },
  },
  { method: 'POST', path: `/data-integrations/${SLUG}/token`, body: { user_id: 'user_1' } },
  { method: 'POST', path: `/data-integrations/${SLUG}/credentials`, body: { user_id: 'user_1' } },
  { method: 'GET', path: `/user_management/users/user_1/connected_accounts/${SLUG}` },
  { method: 'DELETE', path: `/user_management/users/user_1/connected_accounts/${SLUG}` },
  { method: 'GET', path: '/user_management/users/user_1/data_providers' },
  { method: 'POST', path: '/widgets/token', body: { user_id: 'user_1' } },
  { method: 'GET', path: '/sandbox-provider/accounts/ada' },
  { method: 'POST', path: '/sandbox-provider/accounts/ada/script', body: { faults: [] } },
  { method: 'POST', path: '/sandbox-provider/accounts/ada/revoke', body: { by: 'user' } },
  { method: 'POST', path: '/sandbox-provider/accounts/ada/restore' },
]

/** Each route that a widget session opens. */
export const WIDGET_ROUTES: readonly Route[] = [
  { method: 'GET', path: '/_widgets/DataIntegrations/mine' },
  { method: 'GET', path: '/_widgets/settings' },
  {
    method: 'POST',
    path: `/_widgets/DataIntegrations/${SLUG}/authorize`,
    body: { requireHandoff: true, config: {} },
  },
  { method: 'GET', path: `/_widgets/DataIntegrations/${SLUG}/authorize?requireHandoff=true` },
  { method: 'GET', path: '/_widgets/DataIntegrations/attempts/attempt_1' },
  {
    method: 'POST',
    path: '/_widgets/DataIntegrations/attempts/attempt_1/complete',
    body: { code_verifier: 'v' },
  },
  { method: 'GET', path: '/_widgets/DataIntegrations/data_integration_1/authorization-status/t' },
  { method: 'DELETE', path: '/_widgets/DataIntegrations/installations/data_installation_1' },
]

/** Sends a request as it is, with nothing added but the address. */
export const sendRaw = (path: string, init: RequestInit = {}): Promise<Response> =>
  exports.default.fetch(new Request(`${env.PUBLIC_URL}${path}`, { redirect: 'manual', ...init }))

/** Sends a route's request with these headers, and its own body unless another one is given. */
export function sendRoute(
  route: Route,
  headers: Record<string, string>,
  body: BodyInit | null = route.body === undefined ? null : JSON.stringify(route.body),
): Promise<Response> {
  const type: Record<string, string> = body === null ? {} : { 'content-type': 'application/json' }
  const init = { method: route.method, headers: { ...type, ...headers } }
  return sendRaw(route.path, body === null ? init : { ...init, body })
}

export type ErrorBody = {
  readonly code: string
  readonly message: string
  readonly request_id: string
  readonly errors?: readonly { field: string; code: string; message: string }[]
}

/** The one shape of an error, with what every answer carries; gives its body. */
export async function expectError(response: Response, status: number): Promise<ErrorBody> {
  const text = await response.text()
  expect(`${response.status} ${text}`).toMatch(new RegExp(`^${status} \\{`))
  const body = JSON.parse(text) as ErrorBody
  expect(body.code).toMatch(/^[a-z_]+$/)
  expect(body.message.length).toBeGreaterThan(10)
  expect(body.request_id).toMatch(/^req_/)
  expect(response.headers.get('x-request-id')).toBe(body.request_id)
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(response.headers.get('content-type')).toMatch(/^application\/json/)
  expect(Object.keys(body).every((key) => EXPECTED_KEYS.has(key))).toBe(true)
  return body
}

const EXPECTED_KEYS = new Set(['code', 'message', 'request_id', 'errors'])

export type BadKeys = ReadonlyMap<string, Record<string, string>>

/** Headers that let nobody in, by what is wrong with them. */
export async function badKeys(environmentId: string, apiKey: string): Promise<BadKeys> {
  const last = apiKey.at(-1) === 'a' ? 'b' : 'a'
  const bearer = (key: string) => ({ authorization: `Bearer ${key}` })
  return new Map<string, Record<string, string>>([
    ['no key', {}],
    ['an empty key', bearer('')],
    ['a malformed key', bearer('sk_test_nonsense')],
    ['a wrong checksum', bearer(apiKey.slice(0, -1) + last)],
    ['an unknown key', bearer(await newKey(environmentId, {}, false))],
    ['a wrong secret of a known id', bearer(await otherSecretOf(apiKey))],
    ['an expired key', bearer(await newKey(environmentId, { expiresAt: Date.now() - 1 }))],
    ['a revoked key', bearer(await newKey(environmentId, { revokedAt: Date.now() - 1 }))],
    ['a key in Basic', { authorization: `Basic ${btoa(`${apiKey}:`)}` }],
    ['two keys', { authorization: `Bearer ${apiKey}, Bearer ${apiKey}` }],
    ['two blanks', { authorization: `Bearer  ${apiKey}` }],
    ['a key of 10 kB', bearer(`sk_test_${'a'.repeat(10_000)}`)],
    ['a key in a cookie', { cookie: `authorization=Bearer ${apiKey}; api_key=${apiKey}` }],
  ])
}

const pepper = () => importHmacKey(decodeBase64(env.API_KEY_PEPPER) as Uint8Array<ArrayBuffer>)

async function newKey(
  environmentId: string,
  times: { readonly expiresAt?: number; readonly revokedAt?: number },
  isStored = true,
): Promise<string> {
  const made = await createApiKey(systemRandom, 'test', await pepper())
  if (isStored) {
    const insert = `INSERT INTO api_keys (id, environment_id, name, mac, created_at, expires_at, revoked_at) VALUES (?, ?, ?, ?, 0, ?, ?)`
    await env.DB.prepare(insert)
      .bind(
        made.id,
        environmentId,
        'bad',
        made.mac,
        times.expiresAt ?? null,
        times.revokedAt ?? null,
      )
      .run()
  }
  return made.key.reveal()
}

/** A well-formed key whose row is another key's: made, because the checksum is over the whole. */
async function otherSecretOf(apiKey: string): Promise<string> {
  const bytes = [...(apiKey.split('_')[2] ?? '')].map((letter) => ALPHABET.indexOf(letter))
  const idFirst = (count: number) =>
    bytes.length === 0 ? systemRandom(count) : new Uint8Array(bytes.splice(0, count))
  return (await createApiKey(idFirst, 'test', await pepper())).key.reveal()
}

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** Bodies that no route takes, by what is wrong with them, each with the status that says so. */
export const badBodies = (
  route: Route,
): ReadonlyMap<
  string,
  { readonly body: BodyInit; readonly status: number; readonly type?: string }
> => {
  const good = JSON.stringify(route.body)
  const [field = 'x'] = Object.keys(route.body ?? {})
  const deep = `{"${field}":${'['.repeat(10_000)}${']'.repeat(10_000)}}`
  return new Map([
    ['no content type', { body: new TextEncoder().encode(good), status: 415 }],
    ['a form', { body: new URLSearchParams({ user_id: 'u' }), status: 415 }],
    ['JSON as text/plain', { body: good, type: 'text/plain', status: 415 }],
    ['a long content type', { body: good, type: `text/${'x'.repeat(2000)}`, status: 415 }],
    ['nothing', { body: '', type: 'application/json', status: 400 }],
    ['half of it', { body: good.slice(0, -1), type: 'application/json', status: 400 }],
    ['two bodies', { body: good + good, type: 'application/json', status: 400 }],
    ['NaN', { body: `{"${field}":NaN}`, type: 'application/json', status: 400 }],
    ['not UTF-8', { body: latin1(field), type: 'application/json', status: 400 }],
    ['a list', { body: `[${good}]`, type: 'application/json', status: 422 }],
    ['an empty list', { body: '[]', type: 'application/json', status: 422 }],
    ['null', { body: 'null', type: 'application/json', status: 422 }],
    ['a string', { body: '"x"', type: 'application/json', status: 422 }],
    [
      'a number for the first field',
      { body: `{"${field}":1e999}`, type: 'application/json', status: 422 },
    ],
    [
      'an object for the first field',
      { body: `{"${field}":{"a":1}}`, type: 'application/json', status: 422 },
    ],
    ['a deep list', { body: deep, type: 'application/json', status: 422 }],
    [
      'an unknown field',
      { body: withField(good, 'environment_id', '"e"'), type: 'application/json', status: 422 },
    ],
    [
      '__proto__',
      {
        body: withField(good, '__proto__', '{"user_id":"x"}'),
        type: 'application/json',
        status: 422,
      },
    ],
    [
      'constructor',
      { body: withField(good, 'constructor', '1'), type: 'application/json', status: 422 },
    ],
    ['65 kB', { body: `"${'x'.repeat(65 * 1024)}"`, type: 'application/json', status: 413 }],
  ])
}

const withField = (json: string, name: string, value: string): string =>
  json.replace(/\}$/, `,"${name}":${value}}`)

function latin1(field: string): Uint8Array {
  const bytes = new TextEncoder().encode(`{"${field}":"caf?"}`)
  bytes[bytes.indexOf(63)] = 0xe9
  return bytes
}

/** All rows of D1 as text: equal before and after, nothing was written. */
export async function allRows(): Promise<string> {
  const { results } = await env.DB.prepare(
    `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_cf%' ESCAPE '\\' AND name NOT LIKE 'sqlite%' ORDER BY name`,
  ).all<{ name: string }>()
  const rows = await Promise.all(
    results.map(
      async ({ name }) => (await env.DB.prepare(`SELECT * FROM "${name}"`).all()).results,
    ),
  )
  return JSON.stringify(rows)
}

/** Counts what the Worker sends out from here on. */
function countEgress(): () => number {
  const spy = vi.spyOn(globalThis, 'fetch')
  return () => spy.mock.calls.length
}

/** Runs work that must be refused, and proves that nothing was written and nothing was sent. */
export async function expectNoTrace<T>(work: () => Promise<T>): Promise<T> {
  const before = await allRows()
  const sent = countEgress()
  const result = await work()
  expect(sent()).toBe(0)
  expect(await allRows()).toBe(before)
  return result
}

export const widgetHeaders = (
  token: string,
  origin: string | null = PAGE_ORIGIN,
): Record<string, string> => ({
  authorization: `Bearer ${token}`,
  ...(origin === null ? {} : { origin }),
})
