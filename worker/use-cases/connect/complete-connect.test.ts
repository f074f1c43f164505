/** Who may finish a connection, and how often: T01, F59, F60, F64-F66, B110. */
import { expect, test } from 'vitest'
import {
  begin,
  complete,
  eventNames,
  expire,
  open,
  returned,
  toCallback,
  watch,
  type Mode,
} from '../../test/connect-steps.ts'
import { rowsOf, silenceD1 } from '../../test/faults.ts'
import { seedEnvironment } from '../../test/harness.ts'
import { expectNoTrace } from '../../test/http-laws.ts'
import { isAliveOutside } from '../../test/outside.ts'

const WRONG = 'w'.repeat(43)

const setUp = async (mode: Mode = 'popup') => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const begun = await begin(h, provider, mode)
  const back = await begun.browser.send(await toCallback(begun))
  const completionCode = returned(back).get('pipes_completion_code')
  const [accessToken = ''] = (await provider.seen()).tokens
  const isConnected = async (user = 'user_1') =>
    (await h.vend({ slug: provider.slug, userId: user })).body.active === true
  return { h, provider, begun, completionCode, accessToken, isConnected }
}

const codeOf = async (response: Response) => (await response.json<{ code: string }>()).code

test.for(['popup', 'same_tab', 'rest_verifier'] as const)(
  'somebody else cannot finish an attempt in mode %s, whatever they hold',
  async (mode) => {
    const { h, begun, completionCode, isConnected } = await setUp(mode)
    await expectNoTrace(async () => {
      const response = await complete(h, begun, { completionCode, user: 'user_2' })
      expect([response.status, await codeOf(response)]).toEqual([404, 'attempt_not_found'])
    })
    const other = await seedEnvironment()
    await other.createProvider()
    expect((await complete(other, begun, { completionCode })).status).toBe(404)
    expect(await isConnected('user_2')).toBe(false)
    expect((await complete(h, begun, { completionCode })).status).toBe(200)
  },
)

test('a lost answer is asked for again, and nothing happens twice', async () => {
  const { h, begun, isConnected } = await setUp()
  const bodies = await Promise.all(
    Array.from({ length: 5 }, async () => (await complete(h, begun)).json()),
  )
  const ids = bodies.map(
    (body) => (body as { connected_account: { id: string } }).connected_account.id,
  )
  expect(new Set(ids).size).toBe(1)
  await expectNoTrace(async () => expect((await complete(h, begun)).status).toBe(200))
  expect(await eventNames(h)).toEqual(['connected'])
  expect(await isConnected()).toBe(true)
})

test('five wrong verifiers are forgiven, the sixth ends the attempt and gives the grant back', async () => {
  const { h, provider, begun, accessToken, isConnected } = await setUp()
  for (let index = 0; index < 5; index += 1) {
    const response = await complete(h, begun, { verifier: WRONG })
    expect([response.status, await codeOf(response)]).toEqual([403, 'verifier_mismatch'])
    expect((await watch(h, begun)).status).toBe('pending')
  }
  expect((await complete(h, begun, { verifier: WRONG })).status).toBe(403)
  expect(await watch(h, begun)).toMatchObject({
    status: 'rejected',
    error: { code: 'completion_refused' },
  })
  await expect.poll(async () => (await provider.seen()).revocations).toContain(accessToken)
  expect(await isAliveOutside(accessToken)).toBe(false)
  expect((await complete(h, begun)).status).toBe(409)
  expect(await isConnected()).toBe(false)
  expect(await eventNames(h)).toEqual(['connection_failed'])
})

test('after five wrong tries the right verifier still finishes', async () => {
  const { h, begun } = await setUp()
  for (let index = 0; index < 5; index += 1) await complete(h, begun, { verifier: WRONG })
  expect((await complete(h, begun)).status).toBe(200)
})

test('a refused grant is not revoked while its account is connected elsewhere', async () => {
  const { h, provider, begun } = await setUp()
  await h.connectThrough(provider, { user: 'victim', account: 'provider-user_1' })
  for (let index = 0; index < 6; index += 1) await complete(h, begun, { verifier: WRONG })
  expect((await watch(h, begun)).status).toBe('rejected')
  expect((await provider.seen()).revocations).toEqual([])
  expect((await h.vend({ slug: provider.slug, userId: 'victim' })).body.active).toBe(true)
})

test.for<[string, string]>([
  ['of 42 characters', 'v'.repeat(42)],
  ['of 129 characters', 'v'.repeat(129)],
  ['with a blank', `${'v'.repeat(42)} `],
  ['that is empty', ''],
])('a verifier %s is no verifier', async ([, verifier]) => {
  const { h, begun } = await setUp()
  expect((await complete(h, begun, { verifier })).status).toBe(403)
})

test('a completion code of another attempt finishes nothing', async () => {
  const { h, provider, begun, completionCode } = await setUp('same_tab')
  const other = await begin(h, provider, 'same_tab')
  const back = await other.browser.send(await toCallback(other))
  const otherCode = returned(back).get('pipes_completion_code')
  expect((await complete(h, begun, { completionCode: otherCode })).status).toBe(403)
  expect((await complete(h, begun, { completionCode: '' })).status).toBe(403)
  expect((await complete(h, begun, { completionCode })).status).toBe(200)
})

test('an attempt that is not pending yet cannot be finished', async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const begun = await begin(h, provider)
  expect(await codeOf(await complete(h, begun))).toBe('attempt_not_pending')
  await open(begun)
  expect(await codeOf(await complete(h, begun))).toBe('attempt_not_pending')
})

test('a completion that comes too late gives the grant back, and stays too late', async () => {
  const { h, provider, begun, accessToken, isConnected } = await setUp()
  await expire(begun)
  for (let index = 0; index < 2; index += 1) {
    const response = await complete(h, begun)
    expect([response.status, await codeOf(response)]).toEqual([410, 'attempt_expired'])
  }
  await expect.poll(async () => (await provider.seen()).revocations).toContain(accessToken)
  expect((await watch(h, begun)).status).toBe('expired')
  expect(await isConnected()).toBe(false)
  expect(await eventNames(h)).toEqual(['connection_failed'])
})

test('a configuration that changed before the completion ends the attempt', async () => {
  for (const [change, status, code] of [
    [
      { credentials: { type: 'custom', client_id: 'b', client_secret: 'b' } },
      409,
      'configuration_changed',
    ],
    [{ enabled: false }, 404, 'integration_disabled'],
  ] as const) {
    const { h, provider, begun } = await setUp()
    await h.api('PUT', `/data-integrations/${provider.slug}`, change)
    const response = await complete(h, begun)
    expect([response.status, await codeOf(response)]).toEqual([status, code])
    expect(await watch(h, begun)).toMatchObject({ status: 'failed', error: { code } })
    expect(await rowsOf('SELECT id FROM connected_accounts')).toEqual([])
  }
})

test('a new secret of the same client fails no attempt', async () => {
  const { h, provider, begun } = await setUp()
  const credentials = {
    type: 'custom',
    client_id: provider.clientId,
    client_secret: provider.clientSecret,
  }
  const changed = await h.api('PUT', `/data-integrations/${provider.slug}`, { credentials })
  expect(changed.status).toBe(200)
  expect((await complete(h, begun)).status).toBe(200)
})

test('a completion that D1 cut short is finished by the next one', async () => {
  for (const matching of [/connected_accounts.*values/s, /update "connect_attempts"/]) {
    const { h, begun, isConnected } = await setUp()
    const fault = silenceD1(matching)
    expect((await complete(h, begun)).status).toBe(503)
    fault.heal()
    expect((await complete(h, begun)).status).toBe(200)
    expect(await isConnected()).toBe(true)
    expect(await eventNames(h)).toEqual(['connected'])
  }
})

test('an account that was disconnected during its reauthorization comes back with a new id', async () => {
  const { h, provider, begun } = await setUp()
  const first = await (await complete(h, begun)).json<{ connected_account: { id: string } }>()
  const again = await begin(h, provider, 'popup')
  await again.browser.send(await toCallback(again))
  const path = `/user_management/users/user_1/connected_accounts/${provider.slug}`
  expect((await h.api('DELETE', path)).status).toBe(204)

  const response = await complete(h, again)
  const second = await response.json<{ connected_account: { id: string } }>()
  expect(response.status).toBe(200)
  expect(second.connected_account.id).not.toBe(first.connected_account.id)
  const vended = await h.vend({ slug: provider.slug, userId: 'user_1' })
  expect(vended.body.active).toBe(true)
})
