/** What the provider says no to, and what only passes: only proof ends a connection. */
import { expect, test } from 'vitest'
import { accountRow, eventsOf, recordOf } from '../test/faults.ts'
import { seedEnvironment, type TestProvider } from '../test/harness.ts'

const expired = async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const account = await h.connectedAccount(provider, { expiresInSeconds: -1 })
  return { h, provider, account }
}

const invalidClient = (provider: TestProvider) => ({
  credentials: {
    type: 'custom',
    client_id: provider.clientId,
    client_secret: 'canary-wrong-secret',
  },
})

test('a grant revoked at the provider needs reauthorization: one request, one event', async () => {
  const { h, provider, account } = await expired()
  await provider.revokeGrants('provider-user_1')

  const vends = await Promise.all(Array.from({ length: 20 }, () => h.vend(account)))

  for (const { status, body } of vends) {
    expect(status).toBe(200)
    expect(body).toEqual({ active: false, error: 'needs_reauthorization' })
  }
  expect((await h.vend(account)).body).toEqual({ active: false, error: 'needs_reauthorization' })
  expect(await provider.count('refresh_token')).toBe(1)
  expect((await provider.seen()).reuses).toBe(0)
  await expect
    .poll(() => eventsOf(account.accountId))
    .toEqual(['connected', 'reauthorization_needed'])
  expect(await accountRow(account.accountId)).toMatchObject({
    state: 'needs_reauthorization',
    reason: 'invalid_grant',
  })
})

test('a grant that is over keeps its credential, for the day when it is given back', async () => {
  const { h, provider, account } = await expired()
  await provider.revokeGrants('provider-user_1')
  await h.vend(account)
  const { credential, lease } = await recordOf(account.reference)
  expect(credential?.sealedRefresh).toBeTypeOf('string')
  expect(lease).toBeNull()
})

test.each([
  ['503', { kind: 'status', status: 503, headers: { 'retry-after': '7' } }, '7'],
  ['429 with Retry-After', { kind: 'status', status: 429, headers: { 'retry-after': '30' } }, '30'],
  [
    'HTML in place of JSON, with 502',
    { kind: 'status', status: 502, body: '<h1>Bad</h1>' },
    undefined,
  ],
] as const)('%s is an outage: 503, still connected', async (_, fault, retryAfter) => {
  const { h, provider, account } = await expired()
  await provider.faults('refresh_token', fault)

  const vended = await h.vend(account)

  expect(vended.status).toBe(503)
  expect(vended.body.code).toBe('provider_unavailable')
  expect(Number(vended.retryAfter)).toBeGreaterThan(0)
  if (retryAfter !== undefined) expect(vended.retryAfter).toBe(retryAfter)
  expect(await h.vend(account)).toMatchObject({ status: 503 })
  // Who asks again before the time is answered from the record.
  expect(await provider.count('refresh_token')).toBe(1)
  expect((await recordOf(account.reference)).status).toBe('connected')
  expect((await accountRow(account.accountId)).state).toBe('connected')
  expect(await eventsOf(account.accountId)).toEqual(['connected'])
})

test('an outage heals by itself', async () => {
  const { h, provider, account } = await expired()
  const outage = { kind: 'status', status: 503, headers: { 'retry-after': '1' } } as const
  await provider.faults('refresh_token', outage)
  expect((await h.vend(account)).status).toBe(503)
  await expect.poll(() => h.vend(account), { timeout: 5000 }).toMatchObject({ status: 200 })
  expect(await provider.count('refresh_token')).toBe(2)
  const { failures, lastFailure, retryAt } = await recordOf(account.reference)
  expect({ failures, lastFailure, retryAt }).toEqual({
    failures: 0,
    lastFailure: null,
    retryAt: null,
  })
})

test('a line cut before the provider saw the token, twice: 503, and it heals', async () => {
  const { h, provider, account } = await expired()
  await provider.faults('refresh_token', { kind: 'cut_before' }, { kind: 'cut_before' })
  expect((await h.vend(account)).status).toBe(503)
  expect((await recordOf(account.reference)).status).toBe('connected')
  await expect.poll(() => h.vend(account), { timeout: 10_000 }).toMatchObject({ status: 200 })
  expect((await provider.seen()).reuses).toBe(0)
})

test('an outage while the old token still works is nobody’s trouble', async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const account = await h.connectedAccount(provider, { expiresInSeconds: 60 })
  await provider.faults('refresh_token', { kind: 'status', status: 503 })
  expect((await h.vend(account)).token).toBe(account.accessToken)
  await expect.poll(async () => (await recordOf(account.reference)).failures).toBe(1)
  expect((await h.vend(account)).token).toBe(account.accessToken)
})

test('a wrong client secret is the operator’s trouble: 503, and no user has to reconnect', async () => {
  const { h, provider, account } = await expired()
  const put = await h.api('PUT', `/data-integrations/${provider.slug}`, invalidClient(provider))
  expect(put.status).toBe(200)

  const vended = await h.vend(account)

  expect(vended.status).toBe(503)
  expect(vended.body.code).toBe('integration_misconfigured')
  expect(Number(vended.retryAfter)).toBeGreaterThan(0)
  expect((await recordOf(account.reference)).status).toBe('connected')
  expect((await accountRow(account.accountId)).state).toBe('connected')
})

test('an answer without expires_in, refresh_token or scope keeps what was known', async () => {
  const { h, provider, account } = await expired()
  const body = JSON.stringify({ access_token: 'canary-plain', token_type: 'Bearer' })
  const headers = { 'content-type': 'application/json' }
  await provider.faults('refresh_token', { kind: 'status', status: 200, headers, body })

  const vended = await h.vend(account)

  expect(vended.token).toBe('canary-plain')
  const left = Date.parse(vended.body.access_token?.expires_at ?? '') - Date.now()
  expect(left).toBeGreaterThan(3_500_000)
  expect(left).toBeLessThanOrEqual(3_600_000)
  const { credential } = await recordOf(account.reference)
  expect(credential?.scopes).toEqual(['openid', 'offline_access', 'email'])
  expect(credential?.sealedRefresh).toBeTypeOf('string')
})

test('an access token that ends without a refresh token needs reauthorization', async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const account = await h.connectedAccount(provider, {
    expiresInSeconds: -1,
    hasRefreshToken: false,
  })
  expect((await h.vend(account)).body).toEqual({ active: false, error: 'needs_reauthorization' })
  expect(await provider.count('refresh_token')).toBe(0)
  expect((await recordOf(account.reference)).reason).toBe('access_token_expired')
})
