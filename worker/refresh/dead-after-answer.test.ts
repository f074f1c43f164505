/** The provider has answered; who heard it dies, or cannot say it everywhere: security.md F06-F08, F10, F11, F14, F29. */
import {
  abortAllDurableObjects,
  createExecutionContext,
  createScheduledController,
} from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { afterEach, expect, test, vi } from 'vitest'
import worker from '../index.ts'
import { epochsOf, eventsOf, killAtCommit, recordOf, rowsOf, silenceD1 } from '../test/faults.ts'
import { seedEnvironment } from '../test/harness.ts'
import { isAliveOutside, outsideOrigin } from '../test/outside.ts'
import { advance, connectSandbox, lookAt, setUpSandbox } from '../test/sandbox-provider.ts'
import { expectJson, type Vend } from '../test/wire.ts'
import { OwnerAccounts } from './owner-accounts.ts'
import { TokenExchanger } from './token-exchanger.ts'

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const setUp = async (expiresInSeconds = -1) => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const account = await h.connectedAccount(provider, { expiresInSeconds })
  return { h, provider, account }
}

const laterBy = (ms: number): void => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms })
}

/** As a backend does: a caller who has waited long enough is told to ask again. */
async function untilSettled(vend: () => Promise<Vend>): Promise<Vend> {
  let answer = await vend()
  while (answer.body.code === 'refresh_in_progress') answer = await vend()
  return answer
}

const SECOND_SINK = /^insert into "credential_versions"/

const unreachableAtCommit = () =>
  vi.spyOn(OwnerAccounts.prototype, 'commit').mockImplementation(async () => {
    throw new Error('Network connection lost.')
  })

/** The next exchanger does what is told, and is gone: nobody hears of it again. */
const nextExchangerDies = (work: (exchange: () => Promise<void>) => Promise<unknown>) => {
  const exchange = Object.getOwnPropertyDescriptor(TokenExchanger.prototype, 'refresh')
    ?.value as TokenExchanger['refresh']
  const died = vi.spyOn(TokenExchanger.prototype, 'refresh')
  died.mockImplementationOnce(async function (this: TokenExchanger, job) {
    await work(() => exchange.call(this, job))
    throw new Error('killed by a test')
  })
  return died
}

const withoutObject = async (work: () => Promise<void>): Promise<void> => {
  const unreachable = unreachableAtCommit()
  await work()
  unreachable.mockRestore()
}

const withoutSecondSink = async (work: () => Promise<void>): Promise<void> => {
  const sink = silenceD1(SECOND_SINK)
  await work()
  sink.heal()
}

test('F06, F29: an exchanger that dies with the answer of a strict provider: the user is asked, once, and told why', async () => {
  const { h, provider, account } = await setUp()
  nextExchangerDies(async () => {
    const answer = await fetch(`${outsideOrigin()}/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'refresh_token',
        refresh_token: account.refreshToken,
        client_id: provider.clientId,
        client_secret: provider.clientSecret,
      }),
    })
    await expectJson(answer, 200)
  })
  expect((await h.vend(account)).body.code).toBe('refresh_in_progress')

  const vended = await untilSettled(() => h.vend(account))
  expect(vended.body).toEqual({ active: false, error: 'needs_reauthorization' })
  expect((await recordOf(account.reference)).reason).toBe('rotation_uncertain')
  expect(await h.vend(account)).toMatchObject({ body: { active: false } })
  expect(await provider.count('refresh_token')).toBe(2)
  await expect
    .poll(() => eventsOf(account.accountId))
    .toEqual(['connected', 'reauthorization_needed'])
})

test('F06, F29: where the provider forgives a second use, nobody notices', async () => {
  const { h, reference, vend, account } = await setUpSandbox()
  const behaviour = { rotation: 'grace', expires_in: 60 }
  expect(await connectSandbox(h, { behaviour })).toMatchObject({ status: 'completed' })
  const { token: first } = await vend()
  advance(120)
  nextExchangerDies((exchange) => withoutObject(() => withoutSecondSink(exchange)))
  expect((await vend()).body.code).toBe('refresh_in_progress')
  expect((await account()).calls).toMatchObject({ refresh: 1 })

  const { token } = await untilSettled(vend)
  expect(token).not.toBe(first)
  expect(await lookAt(token)).toBe('ada@example.com')
  expect((await account()).calls).toMatchObject({ refresh: 2, reuse: 0 })
  expect(await recordOf(reference)).toMatchObject({ status: 'connected', uncertain: false })
})

test('F07: an exchanger that dies after the object has the token: nothing is lost, and D1 learns how it fares', async () => {
  const { h, provider, account } = await setUp()
  nextExchangerDies(withoutSecondSink)
  const { token } = await h.vend(account)
  expect(token).not.toBe(account.accessToken)
  expect(await isAliveOutside(token ?? '')).toBe(true)
  expect(await epochsOf(account.accountId)).toEqual([1])
  await rowsOf(
    'UPDATE connected_accounts SET last_refreshed_at = NULL, next_care_at = 1 WHERE id = ?',
    account.accountId,
  )
  await worker.scheduled(createScheduledController(), env, createExecutionContext())
  const [row] = await rowsOf<{ last_refreshed_at: number }>(
    'SELECT last_refreshed_at FROM connected_accounts WHERE id = ?',
    account.accountId,
  )
  expect(row?.last_refreshed_at).toBe((await recordOf(account.reference)).credential?.obtainedAt)

  laterBy(7_200_000)
  expect((await h.vend(account)).status).toBe(200)
  expect(await epochsOf(account.accountId)).toEqual([1, 3])
  expect((await provider.seen()).reuses).toBe(0)
})

test('F08: an exchanger that dies when only D1 has the token: it is taken from there, and nothing is sent again', async () => {
  const { h, provider, account } = await setUp()
  const exchanges = nextExchangerDies(withoutObject)
  const { token } = await untilSettled(() => h.vend(account))
  // The object itself looked there: it asked for no second exchange.
  expect(exchanges).toHaveBeenCalledTimes(1)
  expect(token).not.toBe(account.accessToken)
  expect(await isAliveOutside(token ?? '')).toBe(true)
  expect(await provider.count('refresh_token')).toBe(1)
  expect(await epochsOf(account.accountId)).toEqual([1, 2])
})

test('F14: an object that cannot be reached for the answer takes it from D1 at once', async () => {
  const { h, provider, account } = await setUp()
  const unreachable = unreachableAtCommit()
  const { status, token } = await h.vend(account)
  expect(unreachable).toHaveBeenCalledTimes(4)
  expect(status).toBe(200)
  expect(await isAliveOutside(token ?? '')).toBe(true)
  expect((await recordOf(account.reference)).credential?.epoch).toBe(2)
  expect(await provider.count('refresh_token')).toBe(1)
})

test('F10: with D1 down, an object that is killed right after its commit has the token in its own storage', async () => {
  const { h, provider, account } = await setUp()
  const other = await h.connectedAccount(provider, { userId: 'user_2' })
  await h.vend(other) // The isolate knows what vending checks.
  const sink = silenceD1(SECOND_SINK)
  const { token } = await h.vend(account)
  expect(token).not.toBe(account.accessToken)
  sink.heal()
  const d1 = silenceD1()
  await abortAllDurableObjects()
  expect((await h.vend(account)).token).toBe(token)
  d1.heal()
  laterBy(7_200_000)
  expect((await h.vend(account)).status).toBe(200)
  expect(await provider.count('refresh_token')).toBe(2)
  expect((await provider.seen()).reuses).toBe(0)
})

test('F11: while nobody can say whether a token was replaced, the old access token is served as long as it lives', async () => {
  const { h, provider, account } = await setUp(60)
  const killing = killAtCommit()
  expect((await h.vend(account)).token).toBe(account.accessToken)
  await killing.exhausted()
  killing.disarm()
  const d1 = silenceD1(/^select.*from "credential_versions"/)
  laterBy(6000)
  for (let count = 0; count < 5; count += 1) {
    expect((await h.vend(account)).token).toBe(account.accessToken)
  }
  expect(await provider.count('refresh_token')).toBe(1)

  d1.heal()
  await expect.poll(async () => (await h.vend(account)).token).not.toBe(account.accessToken)
  expect(await provider.count('refresh_token')).toBe(1)
  expect((await provider.seen()).reuses).toBe(0)
})
