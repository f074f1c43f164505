/** Connections in the dashboard: found, understood by their past, refreshed, marked and ended. */
import { runDurableObjectAlarm } from 'cloudflare:test'
import { expect, test, vi } from 'vitest'
import type { AccountPage, Overview } from '../../../contract/operator/answers.ts'
import { setUpOwner } from '../../../test/dashboard.ts'
import { objectOf, recordOf, rowsOf, silenceD1 } from '../../../test/faults.ts'
import { seedEnvironment } from '../../../test/harness.ts'
import { expectError, expectNoTrace } from '../../../test/http-laws.ts'

const setUp = async () => {
  const h = await seedEnvironment({ kind: 'sandbox' })
  const provider = await h.createProvider()
  const owner = await setUpOwner()
  const at = `/environments/${h.environment.id}`
  const get = async <T>(path: string): Promise<T> =>
    (await owner.call('GET', `${at}${path}`)).json<T>()
  return { h, provider, owner, at, get }
}

type Listed = { readonly data: readonly { readonly id: string; readonly user_id: string }[] }
const idsOf = ({ data }: Listed) => data.map(({ id }) => id)

test('connections are found by filters, and by the beginning of an id', async () => {
  const { h, provider, get } = await setUp()
  const ada = await h.connectedAccount(provider, { userId: 'user_ada' })
  const adam = await h.connectedAccount(provider, { userId: 'user_adam', organizationId: 'org_ad' })
  const bob = await h.connectedAccount(provider, { userId: 'user_bob', organizationId: 'org_b' })
  const search = async (query: string) => idsOf(await get<Listed>(`/connected_accounts?${query}`))

  expect(await search('search=user_ada')).toEqual([ada.accountId, adam.accountId])
  expect(await search('search=user_adam')).toEqual([adam.accountId])
  expect(await search('search=org_')).toEqual([adam.accountId, bob.accountId])
  expect(await search(`search=${bob.accountId}`)).toEqual([bob.accountId])
  expect(await search('search=USER')).toEqual([])
  expect(await search('search=user_%25')).toEqual([])
  expect(await search('search=user_&limit=1')).toEqual([ada.accountId])
  expect(await search('search=user_&state=needs_reauthorization')).toEqual([])
  expect(await search('search=user_&provider=strict&state=connected')).toHaveLength(3)
  expect(await search('search=user_&provider=github')).toEqual([])
  expect(await search('user_id=user_bob')).toEqual([bob.accountId])

  const first = await get<Listed & { list_metadata: { after: string } }>(
    '/connected_accounts?limit=2',
  )
  const second = await get<Listed>(`/connected_accounts?limit=2&after=${first.list_metadata.after}`)
  expect([...idsOf(first), ...idsOf(second)]).toEqual(
    [bob, adam, ada].map(({ accountId }) => accountId),
  )
})

test('a connection that a user makes, and what becomes of it, is in its timeline', async () => {
  const { h, provider, owner, at, get } = await setUp()
  await h.connectThrough(provider)
  const [accountId = ''] = idsOf(await get<Listed>('/connected_accounts'))
  const path = `/connected_accounts/${accountId}`
  const kinds = async () => (await get<AccountPage>(path)).timeline.map(({ kind }) => kind)
  expect(await kinds()).toEqual(expect.arrayContaining(['connect_started', 'connected']))

  const refreshed = await owner.call('POST', `${at}${path}/refresh`)
  expect(await refreshed.json()).toMatchObject({ outcome: { refreshed: true, code: null } })
  expect(await kinds()).toContain('refreshed')
  const soon = await owner.call('POST', `${at}${path}/refresh`)
  expect(await soon.json()).toMatchObject({
    outcome: { refreshed: false, code: 'rate_limited' },
  })

  vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 61_000)
  await provider.faults('refresh_token', { kind: 'status', status: 503 })
  const failed = await owner.call('POST', `${at}${path}/refresh`)
  expect(await failed.json()).toMatchObject({
    outcome: { refreshed: false, code: 'provider_unavailable' },
  })
  await expect
    .poll(async () => (await get<AccountPage>(path)).timeline[0])
    .toMatchObject({ kind: 'refresh_failed', class: 'retry', text: /tried again by itself/ })

  const marked = await owner.call('POST', `${at}${path}/mark-for-reauthorization`)
  expect(await marked.json()).toMatchObject({ account: { state: 'needs_reauthorization' } })
  expect((await h.vend({ slug: provider.slug, userId: 'user_1' })).body).toMatchObject({
    active: false,
    error: 'needs_reauthorization',
  })
  const ended = await owner.call('DELETE', `${at}${path}`)
  const page = await ended.json<AccountPage>()
  expect(page.account.state).toBe('disconnected')
  expect(page.timeline.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['disconnected', 'reauthorization_needed', 'grant_given_back']),
  )
  await expectError(await owner.call('DELETE', `${at}${path}`), 404)

  const audit = await rowsOf<{ action: string; target: string }>(
    `SELECT action, target FROM operator_audit WHERE action LIKE 'account.%' ORDER BY id`,
  )
  // The clock stands, so their ids tell no order.
  expect(audit.map(({ action }) => action).toSorted()).toEqual([
    'account.disconnected',
    'account.marked',
    'account.refreshed',
    'account.refreshed',
    'account.refreshed',
  ])
  expect(audit.every(({ target }) => target === accountId)).toBe(true)

  const overview = await get<Overview>('/overview')
  expect(overview.totals).toEqual({ connected: 0, needs_reauthorization: 0 })
  expect(overview.days).toHaveLength(30)
  expect(overview.days.at(-1)).toMatchObject({
    connected: 1,
    refreshed: 1,
    refresh_failed: 1,
    reauthorization_needed: 1,
    disconnected: 1,
  })
})

test('who has disconnected reaches the audit with the end, though D1 is silent meanwhile', async () => {
  const { h, provider, owner, at } = await setUp()
  const account = await h.connectedAccount(provider)
  await h.vend(account)
  const entries = () =>
    rowsOf<{ operator_name: string; target: string }>(
      `SELECT operator_name, target FROM operator_audit WHERE action = 'account.disconnected'`,
    )
  const d1 = silenceD1(/^(?:update|insert|delete)/)
  const ended = await owner.call('DELETE', `${at}/connected_accounts/${account.accountId}`)
  expect(ended.status).toBe(200)
  expect((await h.vend(account)).body).toMatchObject({ error: 'not_installed' })
  expect(await entries()).toEqual([])

  d1.heal()
  const object = await objectOf(account.reference)
  await runDurableObjectAlarm(object)
  expect(await entries()).toEqual([{ operator_name: 'Ada', target: account.accountId }])
  // Told once, it is not in the object any more, and a repeated telling writes no second one.
  expect(await recordOf(account.reference)).not.toHaveProperty('decidedBy')
})

test('who has marked a connection reaches the audit, though D1 did not hear of it at once', async () => {
  const { h, provider, owner, at } = await setUp()
  const account = await h.connectedAccount(provider)
  await h.vend(account)
  const entries = () =>
    rowsOf<{ operator_name: string; target: string }>(
      `SELECT operator_name, target FROM operator_audit WHERE action = 'account.marked'`,
    )
  const path = `${at}/connected_accounts/${account.accountId}`
  const d1 = silenceD1(/^insert into "operator_audit"/)
  await expectError(await owner.call('POST', `${path}/mark-for-reauthorization`), 503)
  expect(await entries()).toEqual([])
  expect((await h.vend(account)).body).toMatchObject({ error: 'needs_reauthorization' })

  d1.heal()
  await runDurableObjectAlarm(await objectOf(account.reference))
  expect(await entries()).toEqual([{ operator_name: 'Ada', target: account.accountId }])
})

test('what has no refresh token is not sent to its user by a button', async () => {
  const { h, provider, owner, at } = await setUp()
  const account = await h.connectedAccount(provider, { hasRefreshToken: false })
  const path = `${at}/connected_accounts/${account.accountId}`
  const answer = await owner.call('POST', `${path}/refresh`)
  expect(await answer.json()).toMatchObject({
    outcome: { refreshed: false, code: 'no_refresh_token' },
    account: { state: 'connected' },
  })
  expect((await h.vend(account)).token).toBe(account.accessToken)
})

test('a connection of one environment is nothing in another', async () => {
  const { h, provider, owner } = await setUp()
  const account = await h.connectedAccount(provider)
  const other = await seedEnvironment()
  const path = `/environments/${other.environment.id}/connected_accounts`
  await expectNoTrace(async () => {
    for (const [method, rest] of [
      ['GET', ''],
      ['POST', '/refresh'],
      ['POST', '/mark-for-reauthorization'],
      ['DELETE', ''],
    ] as const) {
      const refused = await owner.call(method, `${path}/${account.accountId}${rest}`)
      expect((await expectError(refused, 404)).code).toBe('account_not_found')
    }
  })
  const found = await owner.call('GET', `${path}?search=${account.accountId}`)
  expect(idsOf(await found.json())).toEqual([])
})

test('the overview counts, says what is wrong, and how far a first run is', async () => {
  const { h, provider, get } = await setUp()
  expect((await get<Overview>('/overview')).first_run).toEqual({
    has_integration: true,
    has_connection: false,
    has_token: false,
  })
  const account = await h.connectedAccount(provider)
  await h.connectedAccount(provider, { userId: 'user_2', expiresInSeconds: -1 })
  await h.vend(account)
  await expect
    .poll(async () => (await get<Overview>('/overview')).first_run)
    .toEqual({ has_integration: true, has_connection: true, has_token: true })

  await provider.faults('refresh_token', {
    kind: 'status',
    status: 401,
    body: '{"error":"invalid_client"}',
  })
  await h.vend({ slug: provider.slug, userId: 'user_2' })
  await expect
    .poll(async () => (await get<Overview>('/overview')).incidents)
    .toMatchObject([
      { slug: 'strict', kind: 'misconfigured', text: /^Strict refuses your OAuth client/ },
    ])
  const { integrations, totals } = await get<Overview>('/overview')
  expect(totals).toEqual({ connected: 2, needs_reauthorization: 0 })
  expect(integrations).toMatchObject([{ name: 'Strict', accounts: totals }])
})
