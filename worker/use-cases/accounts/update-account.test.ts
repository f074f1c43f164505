/** A connection's tokens, scopes and state are changed, and no rotated token is lost by it. */
import { expect, test } from 'vitest'
import { rowsOf } from '../../test/faults.ts'
import { seedEnvironment, type Harness } from '../../test/harness.ts'
import { expectError } from '../../test/http-laws.ts'
import { holdReached, releaseHold } from '../../test/outside.ts'
import { expectJson } from '../../test/wire.ts'

const PATH = '/user_management/users/user_1/connected_accounts/strict'

const setUp = async (account: Parameters<Harness['connectedAccount']>[1] = {}) => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  return { h, provider, account: await h.connectedAccount(provider, account) }
}

const update = (h: Harness, body: unknown) => h.api('PUT', PATH, body)

const vended = async (h: Harness): Promise<string> =>
  JSON.stringify((await h.vend({ slug: 'strict', userId: 'user_1' })).body)

const eventsOf = async (h: Harness): Promise<string[]> =>
  (
    await rowsOf<{ name: string }>(
      `SELECT name FROM events WHERE environment_id = ?
         AND name GLOB 'pipes.connected_account.*' ORDER BY created_at`,
      h.environment.id,
    )
  ).map(({ name }) => name)

test('a new access token does not expire unless told, and the refresh token stays', async () => {
  const { h, provider } = await setUp({ expiresInSeconds: 3600 })
  const changed = await expectJson(await update(h, { access_token: 'canary-new' }), 200)
  expect(changed).toMatchObject({ state: 'connected' })
  const answer = JSON.parse(await vended(h)) as { access_token: Record<string, unknown> }
  expect(answer.access_token).toMatchObject({ access_token: 'canary-new', expires_at: null })

  await expectJson(await update(h, { expires_at: '2020-01-01T00:00:00Z' }), 200)
  expect(await vended(h)).toContain('"active":true')
  expect(await provider.count('refresh_token')).toBe(1)
})

test('scopes alone change what is missing, and neither state nor token', async () => {
  const { h, account } = await setUp()
  await expectJson(await update(h, { scopes: ['openid'] }), 200)
  const answer = await vended(h)
  expect(answer).toContain(account.accessToken)
  expect(answer).toContain('"missing_scopes":["offline_access","email"]')
  await update(h, { state: 'needs_reauthorization' })
  const changed = await expectJson(await update(h, { scopes: ['openid', 'email'] }), 200)
  expect(changed).toMatchObject({ state: 'needs_reauthorization', scopes: ['openid', 'email'] })
})

test('a stated end is kept until a token or a state comes, and each change of it is one event', async () => {
  const { h, account } = await setUp()
  await expectJson(await update(h, { state: 'needs_reauthorization' }), 200)
  expect(await vended(h)).toBe('{"active":false,"error":"needs_reauthorization"}')
  await expectJson(await update(h, { state: 'needs_reauthorization' }), 200)
  await expectJson(await update(h, { state: 'connected' }), 200)
  expect(await vended(h)).toContain(account.accessToken)
  await expectJson(await update(h, { scopes: ['openid'] }), 200)
  // The owner's object tells D1 of its decisions on its own, too.
  await expect
    .poll(() => eventsOf(h))
    .toEqual([
      'pipes.connected_account.connected',
      'pipes.connected_account.reauthorization_needed',
      'pipes.connected_account.connected',
    ])
})

test.for([
  ['both tokens are taken away', { access_token: null, refresh_token: null, expires_at: null }],
  [
    'what is left has run out',
    { refresh_token: null, access_token: 'canary-old', expires_at: '2020-01-01T00:00:00Z' },
  ],
] as const)('a connection needs its user once %s', async ([, body]) => {
  const { h } = await setUp()
  const changed = await expectJson(await update(h, body), 200)
  expect(changed).toMatchObject({ state: 'needs_reauthorization' })
  expect(await vended(h)).toBe('{"active":false,"error":"needs_reauthorization"}')
  const back = await expectJson(await update(h, { access_token: 'canary-again' }), 200)
  expect(back).toMatchObject({ state: 'connected' })
  expect(await vended(h)).toContain('canary-again')
})

test('a change during a refresh waits for it, and the rotated token is the one that stays', async () => {
  const { h, provider } = await setUp({ expiresInSeconds: -1 })
  const name = `update-${provider.clientId}`
  await provider.faults('refresh_token', { kind: 'hold_after', name })
  const first = vended(h)
  await holdReached(name)
  const changing = update(h, { scopes: ['openid'] })
  await releaseHold(name)
  expect(await first).toContain('"active":true')
  await expectJson(await changing, 200)

  await expectJson(await update(h, { expires_at: '2020-01-01T00:00:00Z' }), 200)
  expect(await vended(h)).toContain('"active":true')
  expect((await provider.seen()).reuses).toBe(0)
  expect((await provider.seen()).revocations).toEqual([])
})

test('ten changes at once leave one of them, and the connection whole', async () => {
  const { h, provider } = await setUp()
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, i) => update(h, { scopes: ['openid', `scope-${i}`] })),
  )
  expect(answers.every(({ status }) => status === 200 || status === 409)).toBe(true)
  expect(answers.some(({ status }) => status === 200)).toBe(true)
  await expectJson(await update(h, { expires_at: '2020-01-01T00:00:00Z' }), 200)
  expect(await vended(h)).toContain('"active":true')
  expect((await provider.seen()).reuses).toBe(0)
})

test('what is not connected is not changed', async () => {
  const { h } = await setUp()
  for (const path of [
    PATH.replace('user_1', 'user_2'),
    `${PATH}?organization_id=org_1`,
    `${PATH}?connected_account_id=data_installation_0`,
  ]) {
    const answer = await h.api('PUT', path, { access_token: 'canary-nobody' })
    expect((await expectError(answer, 404)).code).toBe('account_not_found')
  }
  const empty = await update(h, {
    access_token: null,
    refresh_token: null,
    expires_at: '2099-01-01T00:00:00Z',
  })
  expect((await expectError(empty, 422)).code).toBe('invalid_token_combination')
})
