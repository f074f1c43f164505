/** What the provider's answer may and may not do: T02, T05-T08, T10, B72, B111-B118, F55-F57, F62. */
import { expect, test, vi } from 'vitest'
import { createBrowser } from '../../test/browser.ts'
import {
  altered,
  begin,
  complete,
  eventNames,
  expire,
  open,
  toCallback,
  watch,
  type Begun,
} from '../../test/connect-steps.ts'
import { seedEnvironment } from '../../test/harness.ts'
import { allRows, expectNoTrace, sendRaw } from '../../test/http-laws.ts'
import { expectJson } from '../../test/wire.ts'

const setUp = async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const begun = await begin(h, provider)
  const exchanges = () => provider.count('authorization_code')
  return { h, provider, begun, exchanges }
}

const doubled = (callbackUrl: string, name: string): string => {
  const url = new URL(callbackUrl)
  url.searchParams.append(name, url.searchParams.get(name) ?? 'x')
  return url.href
}

const load = (begun: Begun, url: string) => begun.browser.send(url)

test('of 50 callbacks at once one is exchanged', async () => {
  const { h, begun, exchanges } = await setUp()
  const callbackUrl = await toCallback(begun)
  const pages = await Promise.all(
    Array.from({ length: 50 }, async () => (await load(begun, callbackUrl)).text()),
  )
  expect(await exchanges()).toBe(1)
  expect(pages.filter((page) => page.includes('Finishing…'))).toHaveLength(1)
  expect(pages.filter((page) => page.includes('Already handled'))).toHaveLength(49)
  expect((await complete(h, begun)).status).toBe(200)
  expect(await eventNames(h)).toEqual(['connected'])
})

test('a callback that is loaded again changes nothing, before and after completion', async () => {
  const { h, begun, exchanges } = await setUp()
  const callbackUrl = await toCallback(begun)
  await load(begun, callbackUrl)
  await expectNoTrace(() => load(begun, callbackUrl))
  await complete(h, begun)
  const page = await expectNoTrace(() => load(begun, callbackUrl))
  expect(page.status).toBe(200)
  expect(await page.text()).toContain('Already handled')
  expect(await exchanges()).toBe(1)
})

test('an access that was denied ends the attempt, and says so once', async () => {
  const { h, begun, exchanges } = await setUp()
  const callbackUrl = await toCallback(begun, { decision: 'deny' })
  const page = await load(begun, callbackUrl)
  expect(page.status).toBe(400)
  expect(await page.text()).toContain('Access was not granted')
  expect(await watch(h, begun)).toMatchObject({
    status: 'failed',
    error: { code: 'access_denied' },
    connected_account: null,
  })
  await load(begun, callbackUrl)
  expect((await complete(h, begun)).status).toBe(409)
  expect(await eventNames(h)).toEqual(['connection_failed'])
  expect(await exchanges()).toBe(0)
})

test.for([
  ['no state', { state: undefined }],
  ['an empty state', { state: '' }],
  ['a state of ours with one letter changed', { state: 'flip' }],
  ['a state of 10 kB', { state: 'x'.repeat(10_000) }],
  ['a query of 20 kB', { error_description: 'x'.repeat(20_000) }],
] as const)('a callback with %s is unknown, and the attempt lives on', async ([, changes]) => {
  const { begun } = await setUp()
  const callbackUrl = await toCallback(begun)
  const state = new URL(callbackUrl).searchParams.get('state') ?? ''
  const flipped = (state.startsWith('A') ? 'B' : 'A') + state.slice(1)
  const made = 'state' in changes && changes.state === 'flip' ? { state: flipped } : { ...changes }
  const page = await expectNoTrace(() => load(begun, altered(callbackUrl, made)))
  expect(page.status).toBe(404)
  expect((await load(begun, callbackUrl)).status).toBe(200)
})

test('an error that anybody made up touches no attempt', async () => {
  const { begun } = await setUp()
  const callbackUrl = await toCallback(begun)
  const injected = altered(callbackUrl, {
    code: undefined,
    error: 'access_denied',
    error_description: '<img src=x onerror=alert(1)>',
  })
  const unknown = altered(injected, { state: 'x'.repeat(43) })
  for (const [url, status] of [
    [unknown, 404],
    [injected, 403],
  ] as const) {
    const page = await expectNoTrace(() => createBrowser().send(url))
    expect(page.status).toBe(status)
    expect(await page.text()).not.toContain('<img')
  }
  expect((await load(begun, callbackUrl)).status).toBe(200)
})

test('the words of a provider’s error are shown nowhere', async () => {
  const { h, begun } = await setUp()
  const callbackUrl = await toCallback(begun)
  const url = altered(callbackUrl, {
    code: undefined,
    error: '<b>canary</b>',
    error_description: 'canary<img src=x>',
  })
  const page = await load(begun, url)
  expect(page.status).toBe(400)
  expect(await page.text()).not.toContain('canary')
  expect(await watch(h, begun)).toMatchObject({ error: { code: 'provider_error' } })
  expect(await allRows()).not.toContain('canary<')
  expect(await eventNames(h)).toEqual(['connection_failed'])
})

test('the answer of one browser is worth nothing in another', async () => {
  const { h, provider, begun, exchanges } = await setUp()
  const callbackUrl = await toCallback(begun)
  const other = await begin(h, provider, 'popup', 'user_2')
  await open(other)
  for (const browser of [createBrowser(), other.browser]) {
    const page = await expectNoTrace(() => browser.send(callbackUrl))
    expect(page.status).toBe(403)
    expect(await page.text()).toContain('Allow cookies')
  }
  expect(await exchanges()).toBe(0)
  expect((await load(begun, callbackUrl)).status).toBe(200)
})

test('a cookie of another attempt, of 4 kB, or an empty one binds nothing', async () => {
  const { begun } = await setUp()
  const callbackUrl = new URL(await toCallback(begun))
  const [cookie = ''] = begun.browser.cookies().filter((text) => text.startsWith('pipes-'))
  const [name = '', value = ''] = cookie.split('=')
  expect(value).toMatch(/^[\w-]{43}$/)
  for (const text of [`${name}=`, `${name}=${'x'.repeat(4096)}`, `${name}x=${value}`, value]) {
    const path = callbackUrl.pathname + callbackUrl.search
    const page = await sendRaw(path, { headers: { cookie: text } })
    expect([text.slice(0, 60), page.status]).toEqual([text.slice(0, 60), 403])
  }
})

test('looking at a callback, or looking ahead, spends nothing', async () => {
  const { begun } = await setUp()
  const callbackUrl = await toCallback(begun)
  await expectNoTrace(async () => {
    expect((await begun.browser.send(callbackUrl, { method: 'HEAD' })).status).toBe(204)
    for (const purpose of ['prefetch', 'prefetch;prerender']) {
      const headers = { 'sec-purpose': purpose }
      expect((await begun.browser.send(callbackUrl, { headers })).status).toBe(204)
    }
    expect((await begun.browser.send(callbackUrl, { method: 'POST' })).status).toBe(401)
  })
  expect((await load(begun, callbackUrl)).status).toBe(200)
})

test.for(['code', 'iss', 'error'])(
  'a callback with two times %s ends the attempt unsent',
  async (name) => {
    const { h, begun, exchanges } = await setUp()
    const callbackUrl = await toCallback(begun)
    const url = name === 'error' ? altered(callbackUrl, { error: 'x' }) : callbackUrl
    expect((await load(begun, doubled(url, name))).status).toBe(400)
    expect(await watch(h, begun)).toMatchObject({ error: { code: 'provider_error' } })
    expect(await exchanges()).toBe(0)
  },
)

test('two states are no state', async () => {
  const { begun } = await setUp()
  const callbackUrl = await toCallback(begun)
  expect((await expectNoTrace(() => load(begun, doubled(callbackUrl, 'state')))).status).toBe(404)
})

test.for([
  ['of another server', (iss: string) => iss.replace('127.0.0.1', '127.0.0.2')],
  ['with a slash more', (iss: string) => `${iss}/`],
  ['in capitals', (iss: string) => iss.toUpperCase()],
] as const)('an issuer %s is refused before anything is sent', async ([, change]) => {
  const { h, begun, exchanges } = await setUp()
  const callbackUrl = await toCallback(begun)
  const iss = new URL(callbackUrl).searchParams.get('iss') ?? ''
  expect(iss).toMatch(/^http/)
  expect((await load(begun, altered(callbackUrl, { iss: change(iss) }))).status).toBe(400)
  expect(await watch(h, begun)).toMatchObject({ error: { code: 'issuer_mismatch' } })
  expect(await exchanges()).toBe(0)
})

test('neither a code nor an error is a failure of the provider', async () => {
  const { h, begun } = await setUp()
  await load(begun, altered(await toCallback(begun), { code: undefined }))
  expect(await watch(h, begun)).toMatchObject({ error: { code: 'provider_error' } })
})

test('an answer at the address of another integration or environment is unknown', async () => {
  const { h, provider, begun } = await setUp()
  const second = await h.createProvider({ slug: 'second' })
  const elsewhere = await (await seedEnvironment()).createProvider()
  const callbackUrl = new URL(await toCallback(begun))
  await expectNoTrace(async () => {
    for (const redirectUri of [
      second.redirectUri,
      elsewhere.redirectUri,
      provider.redirectUri.replace('/strict/', '/second/'),
      provider.redirectUri.replace(/dik_\w/, 'dik_x'),
    ]) {
      expect((await load(begun, redirectUri + callbackUrl.search)).status).toBe(404)
    }
  })
  expect((await load(begun, callbackUrl.href)).status).toBe(200)
})

test('an attempt that took too long is told so, and its code is not sent', async () => {
  const { h, begun, exchanges } = await setUp()
  const callbackUrl = await toCallback(begun)
  await expire(begun)
  expect((await load(begun, callbackUrl)).status).toBe(400)
  expect(await watch(h, begun)).toMatchObject({
    status: 'expired',
    error: { code: 'attempt_expired' },
  })
  expect(await exchanges()).toBe(0)
})

test.for([
  ['another client id', { credentials: { type: 'custom', client_id: 'b', client_secret: 'b' } }],
  ['another authorization address', { authorization_url: 'https://elsewhere.example/auth' }],
  ['another issuer', { issuer: 'https://elsewhere.example' }],
  ['PKCE switched off', { pkce_enabled: false }],
] as const)('%s, while a user is at the provider: nothing is sent', async ([, change]) => {
  const { h, provider, begun, exchanges } = await setUp()
  const callbackUrl = await toCallback(begun)
  const path = `/data-integrations/${provider.slug}`
  const before = await expectJson<{ custom_provider: object }>(await h.api('GET', path), 200)
  const body =
    'credentials' in change ? change : { custom_provider: { ...before.custom_provider, ...change } }
  await expectJson(await h.api('PUT', path, body), 200)
  const sent = vi.spyOn(globalThis, 'fetch')
  expect((await load(begun, callbackUrl)).status).toBe(400)
  expect(sent).not.toHaveBeenCalled()
  vi.restoreAllMocks()
  expect(await watch(h, begun)).toMatchObject({ error: { code: 'configuration_changed' } })
  expect(await exchanges()).toBe(0)
})

test('an integration that was switched off meanwhile ends the attempt unsent', async () => {
  const { h, provider, begun, exchanges } = await setUp()
  const callbackUrl = await toCallback(begun)
  await h.api('PUT', `/data-integrations/${provider.slug}`, { enabled: false })
  await load(begun, callbackUrl)
  expect(await watch(h, begun)).toMatchObject({ error: { code: 'integration_disabled' } })
  expect(await exchanges()).toBe(0)
})
