/** A backend says that its provider refused a token. */
import { afterEach, expect, test, vi } from 'vitest'
import { sha256Hex } from '../../kit/digest.ts'
import { recordOf } from '../../test/faults.ts'
import { seedEnvironment, type Harness, type TestAccount } from '../../test/harness.ts'
import { readVend, type Vend } from '../../test/wire.ts'

afterEach(() => {
  vi.useRealTimers()
})

async function reject(h: Harness, account: TestAccount, token: string): Promise<Vend> {
  const response = await h.api('POST', `/data-integrations/${account.slug}/token/rejected`, {
    user_id: account.userId,
    access_token_sha256: await sha256Hex(token),
  })
  return readVend(response)
}

const setUp = async (options: { readonly hasRefreshToken?: boolean } = {}) => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const account = await h.connectedAccount(provider, { expiresInSeconds: 3600, ...options })
  return { h, provider, account }
}

test('the current token is refreshed once, and the answer is the new one', async () => {
  const { h, provider, account } = await setUp()
  const answer = await reject(h, account, account.accessToken)
  expect(answer.status).toBe(200)
  expect(answer.token).toBeTypeOf('string')
  expect(answer.token).not.toBe(account.accessToken)
  expect((await h.vend(account)).token).toBe(answer.token)
  expect(await provider.count('refresh_token')).toBe(1)
})

test('fifty reports at once are one refresh, and all get the same token', async () => {
  const { h, provider, account } = await setUp()
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => reject(h, account, account.accessToken)),
  )
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
  expect(new Set(answers.map(({ token }) => token)).size).toBe(1)
  expect(await provider.count('refresh_token')).toBe(1)
})

test('a token that is not the current one is not refreshed: the answer is the current one', async () => {
  const { h, provider, account } = await setUp()
  expect((await reject(h, account, 'another-token')).token).toBe(account.accessToken)
  const { token = '' } = await reject(h, account, account.accessToken)
  expect((await reject(h, account, account.accessToken)).token).toBe(token)
  expect(await provider.count('refresh_token')).toBe(1)
})

test('the next token may be reported after a minute, not before', async () => {
  const { h, provider, account } = await setUp()
  const { token: second = '' } = await reject(h, account, account.accessToken)
  const tooSoon = await reject(h, account, second)
  expect(tooSoon.status).toBe(429)
  expect(tooSoon.body.code).toBe('rejection_rate_limited')
  expect(Number(tooSoon.retryAfter)).toBeGreaterThan(50)
  expect((await h.vend(account)).token).toBe(second)
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 61_000 })
  const { token: third } = await reject(h, account, second)
  expect(third).toBeTypeOf('string')
  expect(third).not.toBe(second)
  expect(await provider.count('refresh_token')).toBe(2)
})

test('a grant that was revoked at the provider is found out by its first report', async () => {
  const { h, provider, account } = await setUp()
  await provider.revokeGrants('provider-user_1')
  const answer = await reject(h, account, account.accessToken)
  expect(answer.body).toEqual({ active: false, error: 'needs_reauthorization' })
  expect((await h.vend(account)).body).toEqual(answer.body)
  expect(await provider.count('refresh_token')).toBe(1)
})

test('a token that cannot be refreshed is over when it is refused', async () => {
  const { h, account } = await setUp({ hasRefreshToken: false })
  const answer = await reject(h, account, account.accessToken)
  expect(answer.body).toEqual({ active: false, error: 'needs_reauthorization' })
  expect((await recordOf(account.reference)).reason).toBe('access_token_rejected')
})

test('an outage at the provider is a 503, and no second request within the pause', async () => {
  const { h, provider, account } = await setUp()
  await provider.faults('refresh_token', {
    kind: 'status',
    status: 503,
    headers: { 'retry-after': '30' },
  })
  const first = await reject(h, account, account.accessToken)
  expect(first.status).toBe(503)
  expect(first.body.code).toBe('provider_unavailable')
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 10_000 })
  const second = await reject(h, account, account.accessToken)
  expect([429, 503]).toContain(second.status)
  expect(await provider.count('refresh_token')).toBe(1)
})

test.each([
  ['no digest', {}],
  ['a token in place of its digest', { access_token_sha256: 'gho_canary' }],
  ['upper case', { access_token_sha256: 'A'.repeat(64) }],
])('%s is a 422', async (_, body) => {
  const { h, account } = await setUp()
  const path = `/data-integrations/${account.slug}/token/rejected`
  const response = await h.api('POST', path, { user_id: account.userId, ...body })
  expect(response.status).toBe(422)
  expect(await response.text()).not.toContain('canary')
})

test('without a key it is a 401, whatever the body is', async () => {
  const { h, account } = await setUp()
  const path = `/data-integrations/${account.slug}/token/rejected`
  const response = await h.api('POST', path, {}, { headers: { authorization: 'Bearer nothing' } })
  expect(response.status).toBe(401)
})
