/** Tokens that no refresh token renews: they go through the same engine. */
import { afterEach, expect, test, vi } from 'vitest'
import { recordOf, rowsOf } from '../test/faults.ts'
import { seedEnvironment } from '../test/harness.ts'

afterEach(() => {
  vi.useRealTimers()
})

const META = {
  kind: 'access_token',
  grantType: 'fb_exchange_token',
  tokenParam: 'fb_exchange_token',
}

const setUp = async (by: unknown) => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  await rowsOf(
    `UPDATE custom_providers SET definition = json_set(definition, '$.oauth.refresh.by', json(?))
     WHERE environment_id = ?`,
    JSON.stringify(by),
    h.environment.id,
  )
  const account = await h.connectedAccount(provider, { expiresInSeconds: -1 })
  return { h, provider, account }
}

const answer = (body: unknown) => ({
  kind: 'status' as const,
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})

test('a token that renews itself: one request for fifty callers, and it is what is exchanged next', async () => {
  const { h, provider, account } = await setUp(META)
  const days60 = 5_184_000
  await provider.faults(
    'fb_exchange_token',
    answer({ access_token: 'canary-meta-2', token_type: 'bearer', expires_in: days60 }),
    answer({ access_token: 'canary-meta-3', token_type: 'bearer', expires_in: days60 }),
  )
  const vends = await Promise.all(Array.from({ length: 50 }, () => h.vend(account)))
  expect(new Set(vends.map(({ token }) => token))).toEqual(new Set(['canary-meta-2']))
  expect(await provider.count('fb_exchange_token')).toBe(1)
  expect(await provider.count('refresh_token')).toBe(0)
  const { credential } = await recordOf(account.reference)
  // It cannot be renewed once it has ended: so it is kept alive, and the forecast knows.
  expect(credential?.refreshExpiresAt).toBe(credential?.expiresAt)
  const read = await h.api(
    'GET',
    `/user_management/users/${account.userId}/connected_accounts/${account.slug}`,
  )
  expect(await read.json()).toMatchObject({ needs_user_reason: 'refresh_token_expires' })
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + days60 * 1000 - 60_000 })
  await h.vend(account)
  await expect.poll(async () => (await h.vend(account)).token).toBe('canary-meta-3')
})

test('a token of the client alone is fetched again and again', async () => {
  const { h, provider, account } = await setUp({ kind: 'client_credentials' })
  await provider.faults(
    'client_credentials',
    answer({ access_token: 'canary-client-2', token_type: 'bearer', expires_in: 3600 }),
    answer({ access_token: 'canary-client-3', token_type: 'bearer', expires_in: 3600 }),
  )
  expect((await h.vend(account)).token).toBe('canary-client-2')
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 7_200_000 })
  expect((await h.vend(account)).token).toBe('canary-client-3')
  expect(await provider.count('client_credentials')).toBe(2)
  expect((await recordOf(account.reference)).credential?.refreshExpiresAt).toBeNull()
})
