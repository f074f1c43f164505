/**
 * What holds for every route: how a refusal looks, and that it leaves nothing behind. The routes are
 * listed in `routes.ts`.
 */
import { env } from 'cloudflare:workers'
import { expect, vi } from 'vitest'
import { ask } from './ask.ts'
import type { Route } from './routes.ts'
import { PAGE_ORIGIN } from './wire.ts'

/** Sends a request as it is, with nothing added but the address. */
export const sendRaw = (path: string, init: RequestInit = {}): Promise<Response> =>
  ask(new Request(`${env.PUBLIC_URL}${path}`, { redirect: 'manual', ...init }))

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

/** All rows of D1 as text, but for when a key and an operator came by: equal before and after, nothing was written. */
export async function allRows(): Promise<string> {
  const { results } = await env.DB.prepare(
    `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_cf%' ESCAPE '\\' AND name NOT LIKE 'sqlite%' ORDER BY name`,
  ).all<{ name: string }>()
  const rows = await Promise.all(
    results.map(
      async ({ name }) => (await env.DB.prepare(`SELECT * FROM "${name}"`).all()).results,
    ),
  )
  return JSON.stringify(rows, (name, value: unknown) =>
    name === 'last_used_on' || name === 'last_seen_at' ? undefined : value,
  )
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
