/** Providers that name absurd lifetimes: no account is refreshed in a loop (security.md F42). */
import { afterEach, expect, test, vi } from 'vitest'
import { sha256Hex } from '../kit/digest.ts'
import { recordOf } from '../test/faults.ts'
import { seedEnvironment } from '../test/harness.ts'
import { holdReached, releaseHold } from '../test/outside.ts'

afterEach(() => {
  vi.useRealTimers()
})

const laterBy = (ms: number): void => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms })
}

const setUp = async (options: { readonly ttl?: { readonly access: number } } = {}) => {
  const h = await seedEnvironment()
  const provider = await h.createProvider(options)
  const account = await h.connectedAccount(provider, { expiresInSeconds: -1 })
  return { h, provider, account }
}

const answered = (number: number, expiresIn: string) => ({
  kind: 'status' as const,
  status: 200,
  headers: { 'content-type': 'application/json' },
  // As text: not every lifetime here can be written by a JSON library.
  body: `{"access_token":"canary-short-${number}","token_type":"bearer","refresh_token":"canary-next-${number}","expires_in":${expiresIn}}`,
})

test.each([
  ['0', 'the lifetime of the token before'],
  ['-1', 'the lifetime of the token before'],
  ['1e12', 'the lifetime of the token before'],
  ['1e309', 'the lifetime of the token before'],
  ['"soon"', 'the lifetime of the token before'],
  ['null', 'the lifetime of the token before'],
  ['"3600"', 'an hour'],
  ['1', 'a second'],
])(
  'expires_in %s means %s, and two refreshes lie half a minute apart',
  async (expiresIn, means) => {
    const { h, provider, account } = await setUp()
    await provider.faults(
      'refresh_token',
      ...[1, 2, 3].map((number) => answered(number, expiresIn)),
    )
    for (let second = 0; second < 29; second += 2) {
      const { status, body } = await h.vend(account)
      expect([status, body.code]).toEqual(
        means === 'a second' && second > 0 ? [503, 'refresh_too_soon'] : [200, undefined],
      )
      laterBy(2000)
    }
    expect(await provider.count('refresh_token')).toBe(1)
    laterBy(1000)
    const { token } = await h.vend(account)
    expect(token).toBe(means === 'a second' ? 'canary-short-2' : 'canary-short-1')
    const { credential } = await recordOf(account.reference)
    const livesMs = (credential?.expiresAt ?? 0) - (credential?.obtainedAt ?? 0)
    expect(Math.round(livesMs / 1000)).toBe(means === 'a second' ? 1 : 3600)
  },
)

test('a token that is dead on arrival is given to those who waited, and to nobody else', async () => {
  const { h, provider, account } = await setUp({ ttl: { access: 1 } })
  await provider.faults('refresh_token', { kind: 'hold_before', name: 'slow' }, answered(2, '3600'))
  const waiting = Array.from({ length: 5 }, () => h.vend(account))
  await holdReached('slow')
  laterBy(2000)
  await releaseHold('slow')
  const first = await Promise.all(waiting)
  expect(first.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
  expect(new Set(first.map(({ token }) => token)).size).toBe(1)

  const late = await h.vend(account)
  expect([late.status, late.body.code]).toEqual([503, 'refresh_too_soon'])
  expect(Number(late.retryAfter)).toBeGreaterThan(20)
  laterBy(Number(late.retryAfter) * 1000)
  expect((await h.vend(account)).token).toBe('canary-short-2')
  expect(await provider.count('refresh_token')).toBe(2)
})

test('a rejected token is refreshed at once, however short ago the last refresh was', async () => {
  const { h, provider, account } = await setUp()
  await provider.faults('refresh_token', answered(1, '3600'), answered(2, '3600'))
  expect((await h.vend(account)).token).toBe('canary-short-1')
  const response = await h.api('POST', `/data-integrations/${account.slug}/token/rejected`, {
    user_id: account.userId,
    access_token_sha256: await sha256Hex('canary-short-1'),
  })
  expect(response.status).toBe(200)
  expect((await h.vend(account)).token).toBe('canary-short-2')
})
