import { describe, expect, test, vi } from 'vitest'
import { createSession, expiresAt, type TokenSource } from './session.ts'

const NOW = Date.parse('2026-11-23T12:00:00Z')

const jwt = (lifetimeMs: number, name = 'x'): string => {
  const payload = JSON.stringify({ sub: name, exp: (NOW + lifetimeMs) / 1000 })
  return `h.${btoa(payload).replaceAll('=', '')}.s`
}

const sessionOf = (source: TokenSource, fetch: typeof globalThis.fetch = vi.fn()) =>
  createSession(() => source, { fetch, now: () => NOW })

const giving = (...tokens: readonly string[]) => {
  const left = [...tokens]
  return vi.fn(async () => left.shift() ?? '')
}

describe('a function as source', () => {
  test('is asked once for a token that is still good', async () => {
    const getToken = giving(jwt(600_000), jwt(600_000))
    const session = sessionOf({ kind: 'function', getToken })
    const first = await session.token()
    expect(await session.token()).toEqual(first)
    expect(getToken).toHaveBeenCalledTimes(1)
  })

  test('is asked again half a minute before the token expires', async () => {
    const fresh = jwt(600_000, 'fresh')
    const session = sessionOf({ kind: 'function', getToken: giving(jwt(29_000), fresh) })
    await session.token()
    expect(await session.token()).toEqual({ ok: true, value: fresh })
  })

  test('keeps the old token when no newer one is to be had, for the server knows the time better', async () => {
    const old = jwt(10_000)
    const session = sessionOf({ kind: 'function', getToken: giving(old) })
    await session.token()
    expect(await session.token()).toEqual({ ok: true, value: old })
  })

  test('is asked once by callers that come together', async () => {
    const getToken = giving('a.b.c')
    const session = sessionOf({ kind: 'function', getToken })
    await Promise.all([session.token(), session.token(), session.token()])
    expect(getToken).toHaveBeenCalledTimes(1)
  })

  test('that throws is a session that is unavailable', async () => {
    const getToken = async (): Promise<string> => {
      throw new Error('offline')
    }
    const session = sessionOf({ kind: 'function', getToken })
    expect(await session.token()).toMatchObject({
      failure: { problem: { code: 'session_unavailable' } },
    })
  })
})

test('a token of an earlier source is not used any more', async () => {
  let source: TokenSource = { kind: 'fixed', token: 'first' }
  const session = createSession(() => source, { fetch: vi.fn(), now: () => NOW })
  await session.token()
  source = { kind: 'fixed', token: 'second' }
  expect(await session.token()).toEqual({ ok: true, value: 'second' })
})

describe('a refused token', () => {
  test('is replaced by a new one', async () => {
    const session = sessionOf({ kind: 'function', getToken: giving('old', 'new') })
    await session.token()
    expect(await session.renewed('old')).toEqual({ ok: true, value: 'new' })
  })

  test('that another request has replaced already is not replaced again', async () => {
    const getToken = giving('old', 'new', 'newer')
    const session = sessionOf({ kind: 'function', getToken })
    await session.token()
    await session.renewed('old')
    expect(await session.renewed('old')).toEqual({ ok: true, value: 'new' })
    expect(getToken).toHaveBeenCalledTimes(2)
  })

  test('that comes again is the end of the session', async () => {
    const session = sessionOf({ kind: 'fixed', token: 'old' })
    await session.token()
    expect(await session.renewed('old')).toEqual({ ok: false, failure: { kind: 'session_over' } })
  })
})

describe('the page’s own endpoint', () => {
  const answering = (status: number, body: string) =>
    vi.fn(async (_url: RequestInfo | URL, _init?: RequestInit) => new Response(body, { status }))

  test('is POSTed to with the page’s cookies', async () => {
    const fetch = answering(200, '{"token":"t"}')
    const session = sessionOf({ kind: 'endpoint', url: '/session' }, fetch)
    expect(await session.token()).toEqual({ ok: true, value: 't' })
    expect(fetch.mock.calls[0]?.[0]).toBe('/session')
    expect(fetch.mock.calls[0]?.[1]).toMatchObject({ method: 'POST', credentials: 'same-origin' })
  })

  test.each([
    [401, '{}', 'session_over'],
    [403, '{}', 'session_over'],
    [500, '{}', 'session_unavailable'],
    [200, '{}', 'session_unavailable'],
    [200, '{"token":12}', 'session_unavailable'],
    [200, '<html>', 'session_unavailable'],
  ])('that answers %i %s means %s', async (status, body, meaning) => {
    const session = sessionOf({ kind: 'endpoint', url: '/session' }, answering(status, body))
    expect(JSON.stringify(await session.token())).toContain(meaning)
  })
})

test.each([
  [jwt(1000), NOW + 1000],
  ['not-a-jwt', Infinity],
  ['a.%%%.c', Infinity],
  [`h.${btoa('{"exp":"soon"}')}.s`, Infinity],
])('%s expires at %d', (token, at) => {
  expect(expiresAt(token)).toBe(at)
})
