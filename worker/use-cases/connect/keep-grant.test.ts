/** From the code to a candidate, and what goes wrong between: F56-F58, T06. */
import { env } from 'cloudflare:workers'
import { expect, test, vi } from 'vitest'
import { consentAtProvider } from '../../test/browser.ts'
import {
  altered,
  begin,
  complete,
  eventNames,
  open,
  openingOf,
  toCallback,
  watch,
  type Begun,
} from '../../test/connect-steps.ts'
import { holdBatches, rowsOf, silenceD1 } from '../../test/faults.ts'
import { seedEnvironment } from '../../test/harness.ts'
import { holdReached, releaseHold } from '../../test/outside.ts'
import { expectJson } from '../../test/wire.ts'

const setUp = async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const begun = await begin(h, provider)
  const exchanges = () => provider.count('authorization_code')
  return { h, provider, begun, exchanges }
}

const load = (begun: Begun, url: string) => begun.browser.send(url)

test('an exchange that the provider refuses, and one that it never answers, are two things', async () => {
  for (const [fault, code] of [
    [{ kind: 'status', status: 400, body: '{"error":"invalid_grant"}' }, 'exchange_failed'],
    [{ kind: 'cut_after' }, 'exchange_unknown'],
  ] as const) {
    const { h, provider, begun, exchanges } = await setUp()
    await provider.faults('authorization_code', fault)
    const callbackUrl = await toCallback(begun)
    await load(begun, callbackUrl)
    await load(begun, callbackUrl)
    expect(await watch(h, begun)).toMatchObject({ status: 'failed', error: { code } })
    expect(await exchanges()).toBe(1)
    expect(await eventNames(h)).toEqual(['connection_failed'])
  }
})

test('while D1 is silent no state is spent, and the same address works afterwards', async () => {
  const { h, begun, exchanges } = await setUp()
  const callbackUrl = await toCallback(begun)
  for (const matching of [/connect_attempts/, /client_versions/, /"environments"/]) {
    const fault = silenceD1(matching)
    expect((await load(begun, callbackUrl)).status).toBe(503)
    fault.heal()
  }
  expect(await exchanges()).toBe(0)
  expect((await load(begun, callbackUrl)).status).toBe(200)
  expect((await complete(h, begun)).status).toBe(200)
})

test('tokens that cannot be stored are given back, unless the account is connected elsewhere', async () => {
  const { h, provider, begun } = await setUp()
  const callbackUrl = await toCallback(begun)
  const fault = silenceD1(/set "status".*"candidate"/s)
  await load(begun, callbackUrl).catch(() => undefined)
  fault.heal()
  const { tokens, revocations } = await provider.seen()
  expect(tokens.length).toBeGreaterThan(0)
  expect(new Set(revocations)).toEqual(new Set(tokens))

  await h.connectThrough(provider, { user: 'user_2', account: 'shared' })
  const again = await begin(h, provider)
  const secondUrl = await toCallback(again, { account: 'shared' })
  const second = silenceD1(/set "status".*"candidate"/s)
  await load(again, secondUrl).catch(() => undefined)
  second.heal()
  expect((await provider.seen()).revocations).toEqual(revocations)
  expect((await h.vend({ slug: provider.slug, userId: 'user_2' })).body.active).toBe(true)
})

test('a connection that D1 could not record is made when the page is loaded again', async () => {
  const { h, provider, exchanges } = await setUp()
  const begun = await begin(h, provider, 'react')
  const callbackUrl = await toCallback(begun)
  const fault = silenceD1(/connected_accounts.*values/s)
  const page = await load(begun, callbackUrl)
  expect(page.status).toBe(503)
  fault.heal()
  expect((await provider.seen()).revocations).toEqual([])
  expect((await load(begun, callbackUrl)).status).toBe(200)
  expect(await exchanges()).toBe(1)
  expect((await h.vend({ slug: provider.slug, userId: 'user_1' })).body.active).toBe(true)
  expect(await eventNames(h)).toEqual(['connected'])
})

test('a refusal in a second tab does not end an exchange that is running', async () => {
  const { h, provider, begun } = await setUp()
  const callbackUrl = await toCallback(begun)
  await provider.faults('authorization_code', { kind: 'hold_after', name: begun.attemptId })
  const running = load(begun, callbackUrl)
  await holdReached(begun.attemptId)
  const denied = altered(callbackUrl, { code: undefined, error: 'access_denied' })
  expect(await (await load(begun, denied)).text()).toContain('Already handled')
  await releaseHold(begun.attemptId)
  await running
  expect((await complete(h, begun)).status).toBe(200)
})

test('a refusal that was late by a moment does not end what the answer has won', async () => {
  const { h, begun } = await setUp()
  const callbackUrl = await toCallback(begun)
  const held = holdBatches()
  const d1 = vi.mocked(Object.getPrototypeOf(env.DB) as D1Database)
  const denied = load(begun, altered(callbackUrl, { code: undefined, error: 'access_denied' }))
  await expect.poll(() => d1.batch.mock.calls.length).toBe(1)
  expect(await (await load(begun, callbackUrl)).text()).toContain('Finishing…')
  held.release()
  expect(await (await denied).text()).toContain('Already handled')
  expect((await complete(h, begun)).status).toBe(200)
  expect(await eventNames(h)).toEqual(['connected'])
})

test('a second user’s consent in the first user’s browser goes to the attempt of its state', async () => {
  const { h, provider, begun } = await setUp()
  const { location } = await expectJson<{ location: string }>(
    await open(begun, openingOf(begun)),
    200,
  )
  const callbackUrl = await consentAtProvider(begun.browser, location, {
    account: 'someone',
    decision: 'allow',
  })
  const other = await begin(h, provider, 'popup', 'user_2')
  const otherUrl = await toCallback(other)
  const crossed = altered(callbackUrl, { code: new URL(otherUrl).searchParams.get('code') ?? '' })
  await load(begun, crossed)
  // The provider knows whose challenge a code was made for.
  expect(await watch(h, begun)).toMatchObject({ error: { code: 'exchange_failed' } })
  expect(await rowsOf('SELECT id FROM connected_accounts')).toEqual([])
})
