/** Answers that are lost after the provider has rotated: by the network, by a killed object. */
import { abortAllDurableObjects } from 'cloudflare:test'
import { afterEach, expect, test, vi } from 'vitest'
import {
  accountRow,
  epochsOf,
  eventsOf,
  killAtCommit,
  recordOf,
  silenceD1,
} from '../test/faults.ts'
import { seedEnvironment, type Harness } from '../test/harness.ts'
import { holdReached, isAliveOutside, releaseHold } from '../test/outside.ts'

afterEach(() => {
  vi.useRealTimers()
})

const expired = async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const account = await h.connectedAccount(provider, { expiresInSeconds: -1 })
  return { h, provider, account }
}

type Vended = Awaited<ReturnType<Harness['vend']>>

/** As a backend does: a caller who has waited long enough is told to ask again. */
async function untilSettled(vend: () => Promise<Vended>): Promise<Vended> {
  let answer = await vend()
  while (answer.body.code === 'refresh_in_progress') answer = await vend()
  return answer
}

test('an object killed after the provider rotated and before it stored has lost nothing', async () => {
  const { h, provider, account } = await expired()
  const killing = killAtCommit()
  const during = await h.vend(account)
  await killing.exhausted()
  killing.disarm()

  const next = await h.vend(account)

  expect(next.status).toBe(200)
  expect(next.token).not.toBe(account.accessToken)
  expect(await isAliveOutside(next.token ?? '')).toBe(true)
  expect(await provider.count('refresh_token')).toBe(1)
  expect((await provider.seen()).reuses).toBe(0)
  // Who asked while it was killed hears of a passing trouble, or of the token; of nothing else.
  expect([200, 503]).toContain(during.status)
})

test('the same kill without the second sink loses the connection, and says so', async () => {
  const { h, provider, account } = await expired()
  const killing = killAtCommit()
  const sink = silenceD1(/^insert into "credential_versions"/)
  await h.vend(account)
  await killing.exhausted()
  killing.disarm()
  sink.heal()

  const next = await untilSettled(() => h.vend(account))

  expect(next.body).toEqual({ active: false, error: 'needs_reauthorization' })
  expect((await recordOf(account.reference)).reason).toBe('rotation_uncertain')
  expect((await provider.seen()).reuses).toBe(1)
})

test('while the second sink cannot be read, the old refresh token is not spent again', async () => {
  const { h, provider, account } = await expired()
  const killing = killAtCommit()
  const d1 = silenceD1(/^select.*from "credential_versions"/)
  await h.vend(account)
  await killing.exhausted()
  killing.disarm()

  const during = await untilSettled(() => h.vend(account))
  expect(during.status).toBe(503)
  expect(during.body.code).toBe('refresh_recovering')
  expect(during.retryAfter).toBe('5')
  expect(await provider.count('refresh_token')).toBe(1)

  d1.heal()
  expect((await h.vend(account)).status).toBe(200)
  expect(await provider.count('refresh_token')).toBe(1)
})

test('an answer lost after rotation is asked for once more, and a strict refusal is believed', async () => {
  const { h, provider, account } = await expired()
  await provider.faults('refresh_token', { kind: 'cut_after' })

  const vended = await h.vend(account)

  expect(vended.body).toEqual({ active: false, error: 'needs_reauthorization' })
  expect(await provider.count('refresh_token')).toBe(2)
  expect((await recordOf(account.reference)).reason).toBe('rotation_uncertain')
  await expect
    .poll(() => eventsOf(account.accountId))
    .toEqual(['connected', 'reauthorization_needed'])
  expect(await epochsOf(account.accountId)).toEqual([1])
  expect(await h.vend(account)).toMatchObject({ body: { active: false } })
  expect(await provider.count('refresh_token')).toBe(2)
})

test('a request lost before the provider saw it is repeated once, and nobody notices', async () => {
  const { h, provider, account } = await expired()
  await provider.faults('refresh_token', { kind: 'cut_before' })

  const vended = await h.vend(account)

  expect(vended.status).toBe(200)
  expect(vended.token).not.toBe(account.accessToken)
  expect(await provider.count('refresh_token')).toBe(2)
  expect((await provider.seen()).reuses).toBe(0)
})

test('while the old access token works, a refresh of unknown outcome is not repeated', async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const account = await h.connectedAccount(provider, { expiresInSeconds: 60 })
  // The provider has rotated: to send the spent token again would end the access token, too.
  await provider.faults('refresh_token', { kind: 'cut_after' })
  expect((await h.vend(account)).token).toBe(account.accessToken)
  await expect.poll(async () => (await recordOf(account.reference)).uncertain).toBe(true)
  const { retryAt } = await recordOf(account.reference)
  vi.useFakeTimers({ toFake: ['Date'], now: (retryAt ?? 0) + 1 })

  expect((await h.vend(account)).token).toBe(account.accessToken)
  expect(await provider.count('refresh_token')).toBe(1)
  expect(await isAliveOutside(account.accessToken)).toBe(true)
  expect((await accountRow(account.accountId)).state).toBe('connected')
})

test('an object killed between lease and answer waits for its exchanger', async () => {
  const { h, provider, account } = await expired()
  await provider.faults('refresh_token', { kind: 'hold_after', name: 'orphan' })
  const first = h.vend(account)
  await holdReached('orphan')
  await abortAllDurableObjects()

  const second = h.vend(account)
  await releaseHold('orphan')

  expect((await second).status).toBe(200)
  expect((await first).token).toBe((await second).token)
  expect(await provider.count('refresh_token')).toBe(1)
  // Nobody has waited for the exchanger's second sink.
  await expect.poll(() => epochsOf(account.accountId)).toEqual([1, 2])
})
