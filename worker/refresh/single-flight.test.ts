/** Many callers, one refresh: against a provider that ends the grant when a refresh token comes twice. */
import { expect, test, vi } from 'vitest'
import { countD1, epochsOf, holdBatches, recordOf } from '../test/faults.ts'
import { seedEnvironment } from '../test/harness.ts'
import { holdReached, isAliveOutside, releaseHold } from '../test/outside.ts'
import { OwnerAccounts } from './owner-accounts.ts'

test.each([50, 100])(
  '%i callers on an expired account cause one refresh and get one token',
  async (count) => {
    const h = await seedEnvironment()
    const provider = await h.createProvider()
    const account = await h.connectedAccount(provider, { expiresInSeconds: -1 })
    const escrowReads = countD1(/^select.*from "credential_versions"/)

    const vends = await Promise.all(Array.from({ length: count }, () => h.vend(account)))

    expect(await provider.count('refresh_token')).toBe(1)
    // They wait for one promise: the exchanger looks into the second sink once, nobody else does.
    expect(escrowReads()).toBe(1)
    const tokens = new Set(vends.map(({ token }) => token))
    expect(tokens.size).toBe(1)
    const [token] = tokens
    expect(token).not.toBe(account.accessToken)
    expect(await isAliveOutside(token ?? '')).toBe(true)
    expect((await provider.seen()).reuses).toBe(0)
  },
)

test('who calls while a slow provider is at work joins the others: it sees one refresh from fifty callers', async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const account = await h.connectedAccount(provider, { expiresInSeconds: -1 })
  await provider.faults('refresh_token', { kind: 'hold_after', name: 'slow' })
  const callers = () => Array.from({ length: 25 }, () => h.vend(account))

  const early = callers()
  await holdReached('slow')
  const late = callers()
  await releaseHold('slow')
  const vends = await Promise.all([...early, ...late])

  expect(await provider.count('refresh_token')).toBe(1)
  expect(new Set(vends.map(({ token }) => token)).size).toBe(1)
  expect(vends.every(({ status }) => status === 200)).toBe(true)
})

test('a token near its end is served at once and refreshed behind, by one request', async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const account = await h.connectedAccount(provider, { expiresInSeconds: 60 })
  await provider.faults('refresh_token', { kind: 'hold_before', name: 'behind' })
  const commit = vi.spyOn(OwnerAccounts.prototype, 'commit')

  const vends = await Promise.all(Array.from({ length: 20 }, () => h.vend(account)))
  expect(vends.map(({ token }) => token)).toEqual(vends.map(() => account.accessToken))

  await holdReached('behind')
  expect((await h.vend(account)).token).toBe(account.accessToken)
  await releaseHold('behind')
  await expect.poll(() => commit.mock.settledResults).toHaveLength(1)
  const later = await h.vend(account)
  expect(later.token).not.toBe(account.accessToken)
  expect(await provider.count('refresh_token')).toBe(1)
})

test('a token far from its end causes no request at all', async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const account = await h.connectedAccount(provider, { expiresInSeconds: 3000 })
  expect((await h.vend(account)).token).toBe(account.accessToken)
  expect(await provider.count('refresh_token')).toBe(0)
})

test('a rotated refresh token is in both stores when the first caller sees its access token', async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const account = await h.connectedAccount(provider, { expiresInSeconds: -1 })

  const vended = await h.vend(account)

  expect(vended.token).not.toBe(account.accessToken)
  expect((await recordOf(account.reference)).credential?.epoch).toBe(2)
  expect(await epochsOf(account.accountId)).toEqual([1, 2])
})

test('no caller sees a new token before the second sink was tried, however fast the first is', async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const other = await h.connectedAccount(provider, { userId: 'user_2' })
  const account = await h.connectedAccount(provider, { expiresInSeconds: -1 })
  await h.vend(other)
  const commit = vi.spyOn(OwnerAccounts.prototype, 'commit')
  const escrow = holdBatches()

  let isAnswered = false
  const vending = h.vend(account).finally(() => (isAnswered = true))
  await expect.poll(() => commit.mock.settledResults).toHaveLength(1)
  await h.vend(other) // A whole way there and back, longer than the one that is held.
  expect(isAnswered).toBe(false)
  escrow.release()

  expect((await vending).status).toBe(200)
  expect(await epochsOf(account.accountId)).toEqual([1, 2])
})

test('a caller who hangs up in the middle does not stop the commit', async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const account = await h.connectedAccount(provider, { expiresInSeconds: -1 })
  await provider.faults('refresh_token', { kind: 'hold_after', name: 'hang-up' })
  const caller = new AbortController()
  const vending = h.vend(account, { signal: caller.signal }).catch(() => 'hung up')

  await holdReached('hang-up')
  caller.abort()
  expect(await vending).toBe('hung up')
  await releaseHold('hang-up')

  const next = await h.vend(account)
  expect(next.status).toBe(200)
  expect(await provider.count('refresh_token')).toBe(1)
  // It may be served by the first sink, which had it before the second.
  await expect.poll(() => epochsOf(account.accountId)).toEqual([1, 2])
})

test('a refresh whose only caller is gone ends in the object, too: the next one is not kept waiting for it', async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const account = await h.connectedAccount(provider, { expiresInSeconds: -1 })
  await provider.faults('refresh_token', { kind: 'hold_after', name: 'left-alone' })
  const caller = new AbortController()
  const vending = h.vend(account, { signal: caller.signal }).catch(() => 'hung up')
  await holdReached('left-alone')
  caller.abort()
  expect(await vending).toBe('hung up')

  // Nobody asks anything of the object until it is over.
  await releaseHold('left-alone')
  await expect.poll(() => epochsOf(account.accountId)).toEqual([1, 2])

  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 7_200_000 })
  const next = await h.vend(account)
  vi.useRealTimers()
  expect(next.status).toBe(200)
  expect(await provider.count('refresh_token')).toBe(2)
})

test('callers wait for a provider that hangs no longer than they should, and it is asked once', async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const account = await h.connectedAccount(provider, { expiresInSeconds: -1 })
  await provider.faults('refresh_token', { kind: 'hold_after', name: 'hanging' })
  const answers = await Promise.all(Array.from({ length: 50 }, () => h.vend(account)))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([503]))
  expect(answers[0]?.body).toMatchObject({ code: 'refresh_in_progress' })

  await releaseHold('hanging')
  // The refresh went on without them.
  expect((await h.vend(account)).status).toBe(200)
  expect(await provider.count('refresh_token')).toBe(1)
  await expect.poll(() => epochsOf(account.accountId)).toEqual([1, 2])
})

test('two owners of one integration are refreshed each for themselves', async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const one = await h.connectedAccount(provider, { userId: 'user_1', expiresInSeconds: -1 })
  const two = await h.connectedAccount(provider, { userId: 'user_2', expiresInSeconds: -1 })
  const [first, second] = await Promise.all([h.vend(one), h.vend(two)])
  expect(first.token).not.toBe(second.token)
  expect(await provider.count('refresh_token')).toBe(2)
})

test('tokens that live shorter than the margin are served, and not refreshed for each caller', async () => {
  const h = await seedEnvironment()
  // Half of the margin below which a token is not vended.
  const provider = await h.createProvider({ ttl: { access: 1 } })
  const account = await h.connectedAccount(provider, { expiresInSeconds: -1 })
  // However slow the machine is, the second comes within that second.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() })
  const first = await h.vend(account)
  const second = await h.vend(account)
  vi.useRealTimers()
  expect(first.status).toBe(200)
  expect(second.token).toBe(first.token)
  expect(await provider.count('refresh_token')).toBe(1)
})

test('of a grant that is refreshed for years the newest five credentials are kept', async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const account = await h.connectedAccount(provider, { expiresInSeconds: -1 })
  for (let refresh = 1; refresh <= 7; refresh += 1) {
    expect((await h.vend(account)).status).toBe(200)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 7_200_000 })
  }
  vi.useRealTimers()
  await expect.poll(() => epochsOf(account.accountId)).toEqual([4, 5, 6, 7, 8])
})
