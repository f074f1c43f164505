/** A session: how long it lives, how it ends, and that no other site can use it. */
import { expect, test, vi } from 'vitest'
import {
  callOperator,
  cookieOf,
  OWN_PAGE,
  setUpOwner,
  signInWith,
} from '../../../test/dashboard.ts'
import { rowsOf } from '../../../test/faults.ts'
import { expectError, expectNoTrace, sendRaw } from '../../../test/http-laws.ts'

const MINUTE = 60_000

test('a stolen session opens nothing once it was ended, by whichever way', async () => {
  const owner = await setUpOwner()
  const account = (cookie: string) =>
    callOperator('GET', '/account', undefined, { cookie: `pa=${cookie}` })

  const stolen = cookieOf(await signInWith(owner.authenticator))
  expect((await account(stolen)).status).toBe(200)
  const { sessions } = await (
    await owner.call('GET', '/account')
  ).json<{
    sessions: { id: string; current: boolean }[]
  }>()
  const its = sessions.find(({ current }) => !current)?.id ?? ''
  expect((await owner.call('DELETE', `/sessions/${its}`)).status).toBe(204)
  await expectError(await account(stolen), 401)

  const second = cookieOf(await signInWith(owner.authenticator))
  const out = await callOperator('POST', '/sign-out', {}, { cookie: `pa=${second}` })
  expect(out.status).toBe(204)
  expect(out.headers.get('set-cookie')).toMatch(/^pa=; Max-Age=0; Path=\//)
  await expectError(await account(second), 401)

  const third = cookieOf(await signInWith(owner.authenticator))
  expect((await owner.call('POST', '/sessions/end-all')).status).toBe(204)
  await expectError(await account(third), 401)
  await expectError(await owner.call('GET', '/account'), 401)
})

test('a session ends after an hour without use, and after twelve in any case', async () => {
  const owner = await setUpOwner()
  const start = Date.now()
  const at = (ms: number) => vi.spyOn(Date, 'now').mockReturnValue(start + ms)
  // Seen each fifty minutes: that keeps it, until its time is over.
  for (let minutes = 50; minutes < 720; minutes += 50) {
    at(minutes * MINUTE)
    expect((await owner.call('GET', '/account')).status).toBe(200)
    await expect
      .poll(
        async () =>
          (await rowsOf<{ s: number }>('SELECT last_seen_at s FROM operator_sessions'))[0]?.s,
      )
      .toBe(start + minutes * MINUTE)
  }
  at(720 * MINUTE)
  await expectError(await owner.call('GET', '/account'), 401)

  const idle = cookieOf(await signInWith(owner.authenticator))
  at((720 + 60) * MINUTE)
  await expectError(await callOperator('GET', '/account', undefined, { cookie: `pa=${idle}` }), 401)
})

test('what needs a fresh sign-in asks for one after five minutes, and takes it', async () => {
  const owner = await setUpOwner()
  const start = Date.now()
  vi.spyOn(Date, 'now').mockReturnValue(start + 5 * MINUTE)
  const invite = () => owner.call('POST', '/invitations', { name: 'Grace', role: 'viewer' })
  const fresh: readonly (readonly [string, string, unknown])[] = [
    ['POST', '/invitations', { name: 'Grace', role: 'viewer' }],
    ['PUT', '/operators/operator_1', { role: 'viewer' }],
    ['DELETE', '/operators/operator_1', undefined],
    ['POST', '/passkeys/options', {}],
    ['DELETE', '/passkeys/passkey_1', undefined],
    ['POST', '/sessions/end-all', {}],
  ]
  await expectNoTrace(async () => {
    for (const [method, path, body] of fresh) {
      const refused = await owner.call(method, path, body)
      expect([path, (await expectError(refused, 403)).code]).toEqual([
        path,
        'fresh_sign_in_required',
      ])
    }
  })
  await owner.refresh()
  expect((await invite()).status).toBe(201)
})

test.for<[string, Record<string, string>]>([
  ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
  ['a sibling host', { origin: 'http://app.localhost:8787', 'sec-fetch-site': 'same-site' }],
  ['an opaque origin', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
  ['an origin that is ours by its word only', { 'sec-fetch-site': 'cross-site' }],
  ['no word on where it comes from', { 'sec-fetch-site': '' }],
  ['the address bar', { 'sec-fetch-site': 'none' }],
  ['another port', { origin: 'http://localhost:9999' }],
])('a POST with the cookie is refused from %s', async ([, headers]) => {
  const owner = await setUpOwner()
  await expectNoTrace(async () => {
    for (const [method, path, body] of [
      ['POST', '/sign-out', {}],
      ['POST', '/invitations', { name: 'Eve', role: 'owner' }],
      ['DELETE', '/sessions/any', undefined],
    ] as const) {
      const refused = await owner.call(method, path, body, { ...OWN_PAGE, ...headers })
      expect((await expectError(refused, 403)).code).toBe('cross_site_request')
      expect(refused.headers.get('access-control-allow-origin')).toBeNull()
    }
  })
})

test('a form is refused, and another site reads nothing', async () => {
  const owner = await setUpOwner()
  const cookie = `pa=${owner.cookie()}`
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
    const sent = await owner.call(
      'POST',
      '/invitations',
      { name: 'Eve', role: 'owner' },
      { 'content-type': type },
    )
    await expectError(sent, 415)
  }
  for (const site of ['cross-site', 'same-site']) {
    const read = await sendRaw('/operator/account', { headers: { cookie, 'sec-fetch-site': site } })
    await expectError(read, 403)
  }
  const preflight = await sendRaw('/operator/account', {
    method: 'OPTIONS',
    headers: { cookie, origin: 'https://evil.example', 'access-control-request-method': 'POST' },
  })
  expect(preflight.headers.get('access-control-allow-origin')).toBeNull()
  const answer = await owner.call('GET', '/account')
  expect(answer.headers.get('cross-origin-resource-policy')).toBe('same-origin')
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(answer.headers.get('content-security-policy')).toContain(`frame-ancestors 'none'`)
})
