/** What becomes of attempts that nobody finishes: F56, F66. */
import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { createDeps } from '../../runtime/create-deps.ts'
import {
  begin,
  eventNames,
  expire,
  toCallback,
  watch,
  type Begun,
} from '../../test/connect-steps.ts'
import { rowsOf, silenceD1 } from '../../test/faults.ts'
import { seedEnvironment } from '../../test/harness.ts'
import { isAliveOutside } from '../../test/outside.ts'
import { sweepAttempts } from './sweep-attempts.ts'

const setUp = async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const begun = await begin(h, provider)
  await begun.browser.send(await toCallback(begun))
  const [accessToken = ''] = (await provider.seen()).tokens
  return { h, provider, begun, accessToken }
}

const sweep = async () => {
  const ctx = createExecutionContext()
  const count = await sweepAttempts(createDeps(env, ctx))
  await waitOnExecutionContext(ctx)
  return count
}

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
