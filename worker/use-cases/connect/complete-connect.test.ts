/** Who may finish a connection, and how often: T01, F59, F60, F64-F66, B110. */
import { env } from 'cloudflare:workers'
import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { expect, test } from 'vitest'
import { createDeps } from '../../runtime/create-deps.ts'
import {
  begin,
  complete,
  eventNames,
  expire,
  open,
  returned,
  toCallback,
  watch,
  type Begun,
  type Mode,
} from '../../test/connect-steps.ts'
import { rowsOf, silenceD1 } from '../../test/faults.ts'
import { seedEnvironment } from '../../test/harness.ts'
import { expectNoTrace } from '../../test/http-laws.ts'
import { isAliveOutside } from '../../test/outside.ts'
import { sweepAttempts } from './sweep-attempts.ts'

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

const sweep = async () => {
  const ctx = createExecutionContext()
  const count = await sweepAttempts(createDeps(env, ctx))
  await waitOnExecutionContext(ctx)
  return count
}

const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code

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

test('what nobody finished is given back and erased, with one event', async () => {
  const { h, provider, begun, accessToken } = await setUp()
  const idle = await begin(h, provider, 'popup', 'user_2')
  expect(await sweep()).toBe(0)
  await Promise.all([expire(begun), expire(idle)])
  await rowsOf('UPDATE connect_attempts SET expires_at = ?', String(Date.now() - 1000))
  expect(await sweep()).toBe(2)
  expect(await sweep()).toBe(0)
  expect((await provider.seen()).revocations).toContain(accessToken)
  expect(await isAliveOutside(accessToken)).toBe(false)
  const rows = await rowsOf<Record<string, unknown>>('SELECT * FROM connect_attempts')
  expect(rows.map(({ status, candidate }) => [status, candidate])).toEqual([
    ['failed', null],
    ['failed', null],
  ])
  expect(await eventNames(h)).toEqual(['connection_failed', 'connection_failed'])
})

const setRow = (begun: Begun, set: string) =>
  rowsOf(`UPDATE connect_attempts SET ${set} WHERE id = ?`, begun.attemptId)

test('an exchange that was cut off is ended without waiting for its time', async () => {
  const { h, begun } = await setUp()
  await setRow(begun, `status = 'exchanging', updated_at = ${Date.now()}`)
  expect(await sweep()).toBe(0)
  await setRow(begun, 'updated_at = 1')
  expect(await sweep()).toBe(1)
  expect(await watch(h, begun)).toMatchObject({ error: { code: 'exchange_unknown' } })
})

test('more attempts than one batch are swept in one run, and a broken one holds up no other', async () => {
  const { begun } = await setUp()
  await setRow(begun, `candidate = '{}', expires_at = 1`)
  const [columns] = await rowsOf<Record<string, unknown>>('SELECT * FROM connect_attempts')
  const names = Object.keys(columns ?? {})
  for (let index = 0; index < 60; index += 1) {
    const values = names.map((name) =>
      /^(?:id|ticket_hash|state_hash)$/.test(name)
        ? `'${name}_${index}'`
        : name === 'candidate'
          ? 'NULL'
          : `"${name}"`,
    )
    await setRowCopy(names, values, begun)
  }
  await rowsOf('UPDATE connect_attempts SET expires_at = ?', String(Date.now() - 1000))
  expect(await sweep()).toBeGreaterThanOrEqual(60)
  expect(await rowsOf(`SELECT id FROM connect_attempts WHERE status = 'pending'`)).toEqual([])
})

const setRowCopy = (names: readonly string[], values: readonly string[], of: Begun) =>
  rowsOf(
    `INSERT INTO connect_attempts (${names.map((name) => `"${name}"`).join(', ')}) SELECT ${values.join(', ')} FROM connect_attempts WHERE id = ?`,
    of.attemptId,
  )

test('an attempt that ended a day ago is forgotten; an open one never unseen', async () => {
  const { begun } = await setUp()
  await setRow(begun, `expires_at = 1, status = 'failed', candidate = NULL`)
  await sweep()
  expect(await rowsOf('SELECT id FROM connect_attempts')).toEqual([])
})

test('the sweeper finishes what only D1 had left unfinished', async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const begun = await begin(h, provider, 'react')
  const callbackUrl = await toCallback(begun)
  const fault = silenceD1(/connected_accounts.*values/s)
  expect((await begun.browser.send(callbackUrl)).status).toBe(503)
  fault.heal()
  await rowsOf('UPDATE connect_attempts SET expires_at = ?', String(Date.now() - 1000))
  expect(await sweep()).toBe(1)
  expect((await provider.seen()).revocations).toEqual([])
  expect((await h.vend({ slug: provider.slug, userId: 'user_1' })).body.active).toBe(true)
})
