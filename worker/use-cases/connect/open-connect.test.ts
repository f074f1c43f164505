/** The one-time page and its ticket: T03, B109, B117. */
import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { ask } from '../../test/ask.ts'
import { createBrowser } from '../../test/browser.ts'
import {
  begin,
  expire,
  open,
  openingOf,
  toCallback,
  watch,
  type Mode,
} from '../../test/connect-steps.ts'
import { rowsOf } from '../../test/faults.ts'
import { seedEnvironment } from '../../test/harness.ts'
import { allRows, expectError, expectNoTrace, sendRaw } from '../../test/http-laws.ts'
import { expectJson } from '../../test/wire.ts'

const setUp = async (mode: Mode = 'popup') => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  return { h, provider, begun: await begin(h, provider, mode) }
}

test('of 50 who open one ticket at once, one goes on', async () => {
  const { begun } = await setUp()
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => open(begun, openingOf(begun), createBrowser())),
  )
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(answers.filter(({ status }) => status === 410)).toHaveLength(49)
  expect(answers.flatMap(({ headers }) => headers.getSetCookie())).toHaveLength(1)
})

test('looking at the page spends nothing, as often as anybody likes', async () => {
  const { h, begun } = await setUp()
  await expectNoTrace(async () => {
    for (const init of [
      {},
      { method: 'HEAD' },
      { headers: { 'sec-purpose': 'prefetch' } },
      { headers: { 'user-agent': 'Slackbot-LinkExpanding 1.0' } },
    ]) {
      const response = await createBrowser().send(begun.url, init)
      expect(response.status).toBe(200)
      expect(response.headers.getSetCookie()).toEqual([])
    }
  })
  expect((await watch(h, begun)).status).toBe('created')
  expect((await open(begun)).status).toBe(200)
})

test.each([
  ['https://pipes.example.com', '__Host-pipes', ['Secure']],
  // No browser takes it: nothing is connected where everybody on the way could read along.
  ['http://pipes.example.com', '__Host-pipes', ['Secure']],
  // Safari keeps no `Secure` cookie of it.
  ['http://localhost:8787', 'pipes', []],
])(
  'at %s the cookie binds one attempt, to this host, out of reach of scripts',
  async (url, prefix, more) => {
    const { begun } = await setUp()
    const request = new Request(begun.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
      body: JSON.stringify(openingOf(begun)),
    })
    const opened = await ask(request, { ...env, PUBLIC_URL: url })
    const [cookie = '', ...others] = opened.headers.getSetCookie()
    expect(others).toEqual([])
    const [pair, ...flags] = cookie.split('; ')
    expect(pair).toMatch(new RegExp(`^${prefix}-${begun.attemptId.slice(-16)}=[\\w-]{43}$`))
    expect(new Set(flags)).toEqual(
      new Set(['Max-Age=600', 'Path=/', 'HttpOnly', 'SameSite=Lax', ...more]),
    )
  },
)

test('the way to the provider carries what was configured, and state and challenge of its own', async () => {
  const { provider, begun } = await setUp()
  const { location } = await expectJson<{ location: string }>(await open(begun), 200)
  const { searchParams } = new URL(location)
  expect(Object.fromEntries(searchParams)).toMatchObject({
    response_type: 'code',
    client_id: provider.clientId,
    redirect_uri: provider.redirectUri,
    scope: 'openid offline_access email',
    code_challenge_method: 'S256',
    prompt: 'consent',
  })
  for (const name of ['state', 'code_challenge']) {
    expect(searchParams.get(name)).toMatch(/^[\w-]{43}$/)
  }
})

test('D1 keeps nothing with which an attempt could be opened, answered or finished', async () => {
  const { begun } = await setUp()
  const callbackUrl = await toCallback(begun)
  const rows = await allRows()
  const secrets = [
    new URL(begun.url).pathname.split('/')[2],
    begun.handoffToken,
    begun.redirectToken,
    begun.verifier,
    new URL(callbackUrl).searchParams.get('state'),
    ...begun.browser.cookies().map((cookie) => cookie.split('=')[1]),
  ]
  for (const secret of secrets) {
    expect(secret?.length).toBeGreaterThan(10)
    expect(rows).not.toContain(secret)
  }
})

test.for(['popup', 'react'] as const)(
  'a window in mode %s that brings no handoff, or another one, stays',
  async (mode) => {
    const { h, provider, begun } = await setUp(mode)
    const other = await begin(h, provider, mode, 'user_2')
    await expectNoTrace(async () => {
      for (const body of [
        {},
        { handoff_token: '' },
        { handoff_token: null },
        { handoff_token: other.handoffToken },
        { handoff_token: begun.redirectToken },
        { confirmed: true },
      ]) {
        const response = await open(begun, body)
        expect((await expectError(response, 403)).code).toBe('handoff_refused')
      }
    })
    expect((await open(begun)).status).toBe(200)
  },
)

test.for(['cross-site', 'same-site', 'none'])(
  'a request that a browser calls %s spends nothing',
  async (site) => {
    const { begun } = await setUp('same_tab')
    await expectNoTrace(async () => {
      const response = await begun.browser.send(begun.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'sec-fetch-site': site },
        body: '{}',
      })
      expect((await expectError(response, 403)).code).toBe('cross_site_request')
    })
  },
)

test('a form of another site cannot speak to the page', async () => {
  const { begun } = await setUp('same_tab')
  await expectNoTrace(async () => {
    for (const type of [
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'text/plain',
    ]) {
      const init = { method: 'POST', headers: { 'content-type': type }, body: '{}' }
      await expectError(await begun.browser.send(begun.url, init), 415)
    }
  })
})

test('a link that has expired, was used, or never was, opens nothing', async () => {
  const { begun } = await setUp()
  await open(begun)
  expect((await open(begun)).status).toBe(410)
  expect(await (await begun.browser.send(begun.url)).text()).toContain('This link has been used')

  const { begun: late } = await setUp()
  await expire(late)
  await expectNoTrace(async () => {
    expect((await expectError(await open(late), 410)).code).toBe('attempt_expired')
    expect(await (await late.browser.send(late.url)).text()).toContain('This link has expired')
  })
  const unknown = await sendRaw('/data-integrations/unknown/authorize-redirect', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  })
  expect((await expectError(unknown, 410)).code).toBe('link_spent')
})

test('a link whose integration was changed or switched off sends nobody to the provider', async () => {
  for (const change of [
    { enabled: false },
    { credentials: { type: 'custom', client_id: 'b', client_secret: 'b' } },
  ]) {
    const { h, provider, begun } = await setUp()
    await h.api('PUT', `/data-integrations/${provider.slug}`, change)
    const response = await open(begun)
    expect([404, 409]).toContain(response.status)
    expect(response.headers.getSetCookie()).toEqual([])
    expect((await watch(h, begun)).status).toBe('failed')
  }
})

test('what a refused authorize would have begun leaves no row', async () => {
  const { h, provider } = await setUp()
  const path = `/data-integrations/${provider.slug}/authorize`
  const challenge = 'c'.repeat(43)
  await expectNoTrace(async () => {
    for (const [body, status, code] of [
      [{ return_to: 'https://evil.example/?canary' }, 400, 'return_to_not_allowed'],
      [
        { code_challenge: 'short', return_to: 'http://127.0.0.1:3000/' },
        422,
        'code_challenge_invalid',
      ],
      [{ code_challenge: `${challenge}=` }, 422, 'code_challenge_invalid'],
      [{ code_challenge: challenge }, 422, 'return_to_required'],
      [{ connection_owner: 'organization' }, 422, 'organization_required'],
      [{ connection_owner: 'team' }, 422, 'invalid_request'],
      [{ config: { subdomain: 'acme' } }, 422, 'config_invalid'],
    ] as const) {
      const response = await h.api('POST', path, { user_id: 'user_1', ...body })
      const error = await expectError(response, status)
      expect(error.code).toBe(code)
      expect(error.message).not.toContain('canary')
    }
  })
  await h.api('PUT', `/data-integrations/${provider.slug}`, { enabled: false })
  await expectNoTrace(async () => {
    const response = await h.api('POST', path, { user_id: 'user_1' })
    expect((await expectError(response, 404)).code).toBe('integration_disabled')
  })
  expect(await rowsOf('SELECT id FROM connect_attempts')).toHaveLength(1)
})
