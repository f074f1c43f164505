/** A client in trouble: the integration is stopped and its operator told, and no user is blamed. */
import { env } from 'cloudflare:workers'
import { afterEach, expect, test, vi } from 'vitest'
import { accountRow, eventsOf, recordOf, rowsOf, silenceD1 } from '../../test/faults.ts'
import { seedEnvironment, type Harness, type TestProvider } from '../../test/harness.ts'
import { expectJson } from '../../test/wire.ts'

afterEach(() => {
  vi.useRealTimers()
})

const laterBy = (ms: number): void => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms })
}

const setUp = async (count: number) => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const accounts = []
  for (let index = 0; index < count; index += 1) {
    accounts.push(
      await h.connectedAccount(provider, { userId: `user_${index}`, expiresInSeconds: -1 }),
    )
  }
  return { h, provider, accounts }
}

const putSecret = (h: Harness, provider: TestProvider, secret: string) =>
  h.api('PUT', `/data-integrations/${provider.slug}`, {
    credentials: { type: 'custom', client_id: provider.clientId, client_secret: secret },
  })

const troubles = async (h: Harness, slug: string): Promise<unknown> => {
  const response = await h.api('GET', `/data-integrations/${slug}`)
  return (await expectJson<{ readonly troubles: unknown }>(response, 200)).troubles
}

const told = async (h: Harness): Promise<unknown[]> =>
  (
    await rowsOf<{ data: string }>(
      `SELECT data FROM events WHERE name = 'pipes.data_integration.in_trouble' AND environment_id = ?`,
      h.environment.id,
    )
  ).map(({ data }) => JSON.parse(data) as unknown)

test('a wrong client secret stops the integration after one request, tells the operator once, marks nobody', async () => {
  const { h, provider, accounts } = await setUp(4)
  await putSecret(h, provider, 'canary-wrong-secret')
  for (const account of accounts) {
    const vended = await h.vend(account)
    expect(vended.status).toBe(503)
    expect(vended.body.code).toBe('integration_misconfigured')
  }
  expect(await provider.count('refresh_token')).toBe(1)
  for (const { accountId } of accounts) {
    expect((await accountRow(accountId)).state).toBe('connected')
    expect(await eventsOf(accountId)).toEqual(['connected'])
  }
  expect(await told(h)).toEqual([
    expect.objectContaining({
      object: 'data_integration',
      trouble: 'misconfigured',
      code: 'invalid_client',
      provider_slug: provider.slug,
    }),
  ])
  expect(await troubles(h, provider.slug)).toEqual([
    { kind: 'misconfigured', code: 'invalid_client', since: expect.stringMatching(/^20/) },
  ])
})

test('the corrected secret holds within seconds, for every account', async () => {
  const { h, provider, accounts } = await setUp(3)
  await putSecret(h, provider, 'canary-wrong-secret')
  for (const account of accounts) await h.vend(account)
  await putSecret(h, provider, provider.clientSecret)
  expect(await troubles(h, provider.slug)).toEqual([])
  laterBy(6000)
  for (const account of accounts) expect((await h.vend(account)).status).toBe(200)
})

test('one probe a minute finds out that it is over, without the operator', async () => {
  const { h, provider, accounts } = await setUp(3)
  await putSecret(h, provider, 'canary-wrong-secret')
  for (const account of accounts) await h.vend(account)
  laterBy(61_000)
  await Promise.all(accounts.map((account) => h.vend(account)))
  expect(await provider.count('refresh_token')).toBe(2)
  expect(await told(h)).toHaveLength(1)
})

test('a provider that fails five accounts in a moment is left alone by the others', async () => {
  const { h, provider, accounts } = await setUp(8)
  const down = { kind: 'status', status: 503 } as const
  await provider.faults('refresh_token', ...Array.from({ length: 8 }, () => down))
  for (const account of accounts) expect((await h.vend(account)).status).toBe(503)
  expect(await provider.count('refresh_token')).toBe(5)
  expect(await troubles(h, provider.slug)).toMatchObject([
    { kind: 'unreachable', code: 'http_503' },
  ])
})

test('when it answers again the trouble is over for all', async () => {
  const { h, provider, accounts } = await setUp(7)
  const down = { kind: 'status', status: 503 } as const
  await provider.faults('refresh_token', down, down, down, down, down)
  for (const account of accounts) await h.vend(account)
  laterBy(61_000)
  expect((await h.vend(accounts[6] ?? { slug: '', userId: '' })).status).toBe(200)
  await expect.poll(() => troubles(h, provider.slug)).toEqual([])
  laterBy(301_000)
  for (const account of accounts) expect((await h.vend(account)).status).toBe(200)
})

const REFUSED = {
  kind: 'status',
  status: 400,
  headers: { 'content-type': 'application/json' },
  body: '{"error":"invalid_grant"}',
} as const

test('many grants refused at once are an incident: what follows is held, and lives when it is over', async () => {
  const { h, provider, accounts } = await setUp(10)
  await provider.faults('refresh_token', ...Array.from({ length: 10 }, () => REFUSED))
  const answers = []
  for (const account of accounts) answers.push(await h.vend(account))
  expect(answers.slice(0, 4).map(({ body }) => body.error)).toEqual(
    Array.from({ length: 4 }, () => 'needs_reauthorization'),
  )
  for (const { status, body, retryAfter } of answers.slice(4)) {
    expect(status).toBe(503)
    expect(body.code).toBe('grants_refused_together')
    expect(retryAfter).toBe('60')
  }
  expect(await told(h)).toMatchObject([{ trouble: 'incident' }])
  for (const { accountId } of accounts.slice(4)) {
    expect((await accountRow(accountId)).state).toBe('connected')
  }

  laterBy(61_000)
  expect((await h.vend(accounts[9] ?? { slug: '', userId: '' })).status).toBe(200)
  await expect.poll(() => troubles(h, provider.slug)).toEqual([])
  expect((await h.vend(accounts[8] ?? { slug: '', userId: '' })).status).toBe(200)
})

test('in an incident a grant that works is refreshed, and does not end it', async () => {
  const { h, provider, accounts } = await setUp(8)
  await provider.faults('refresh_token', ...Array.from({ length: 6 }, () => REFUSED))
  for (const account of accounts.slice(0, 6)) await h.vend(account)
  expect((await h.vend(accounts[6] ?? { slug: '', userId: '' })).status).toBe(200)
  expect(await troubles(h, provider.slug)).toMatchObject([{ kind: 'incident' }])

  // Ten quiet minutes later it does.
  laterBy(601_000)
  expect((await h.vend(accounts[7] ?? { slug: '', userId: '' })).status).toBe(200)
  await expect.poll(() => troubles(h, provider.slug)).toEqual([])
})

test('an incident that lasts a day is none: then the grants are over', async () => {
  const { h, provider, accounts } = await setUp(6)
  for (const { userId } of accounts) await provider.revokeGrants(`provider-${userId}`)
  for (const account of accounts) await h.vend(account)
  const held = accounts[5] ?? { slug: '', userId: '', accountId: '' }
  expect((await accountRow(held.accountId)).state).toBe('connected')
  laterBy(25 * 3_600_000)
  expect((await h.vend(held)).body.error).toBe('needs_reauthorization')
})

test('five revoked users of sixty are just five users', async () => {
  const { h, provider, accounts } = await setUp(6)
  const [row] = await rowsOf<Record<string, string>>(
    'SELECT * FROM connected_accounts WHERE id = ?',
    accounts[0]?.accountId ?? '',
  )
  for (let index = 0; index < 60; index += 1) {
    const copy = { ...row, id: `data_installation_copy_${index}`, user_id: `copy_${index}` }
    await env.DB.prepare(
      `INSERT INTO connected_accounts (${Object.keys(copy).join(', ')}) VALUES (${Object.keys(copy)
        .map(() => '?')
        .join(', ')})`,
    )
      .bind(...Object.values(copy))
      .run()
  }
  for (const { userId } of accounts) await provider.revokeGrants(`provider-${userId}`)
  for (const account of accounts) {
    expect((await h.vend(account)).body.error).toBe('needs_reauthorization')
  }
  expect(await told(h)).toEqual([])
})

test('a breaker that cannot be read or written stops nobody', async () => {
  const { h, provider, accounts } = await setUp(1)
  const [account] = accounts
  if (account === undefined) throw new Error('no account')
  await h.vend(account)
  laterBy(3600_000)
  const d1 = silenceD1(/client_troubles/)
  expect((await h.vend(account)).status).toBe(200)
  laterBy(3700_000)
  await provider.faults('refresh_token', { kind: 'status', status: 503 })
  expect((await h.vend(account)).body.code).toBe('provider_unavailable')
  d1.heal()
  expect((await recordOf(account.reference)).status).toBe('connected')
})

test('one integration’s trouble is not another’s', async () => {
  const { h, provider, accounts } = await setUp(1)
  const other = await h.createProvider({ slug: 'other' })
  const healthy = await h.connectedAccount(other, { expiresInSeconds: -1 })
  await putSecret(h, provider, 'canary-wrong-secret')
  for (const account of accounts) await h.vend(account)
  expect((await h.vend(healthy)).status).toBe(200)
  expect(await troubles(h, 'other')).toEqual([])
})

test('a provider that fails now and then is not one that is down', async () => {
  const { h, provider, accounts } = await setUp(12)
  const down = { kind: 'status', status: 503 } as const
  for (const [index, account] of accounts.entries()) {
    if (index % 2 === 0) await provider.faults('refresh_token', down)
    expect((await h.vend(account)).status).toBe(index % 2 === 0 ? 503 : 200)
    await expect
      .poll(() =>
        rowsOf('SELECT kind FROM client_troubles WHERE environment_id = ?', h.environment.id),
      )
      .toHaveLength(index % 2 === 0 ? 1 : 0)
  }
  expect(await provider.count('refresh_token')).toBe(12)
})
