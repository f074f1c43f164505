/** Several connections of one owner over REST and in the widget's list: contract 2.5, §5.9. */
import { expect, test } from 'vitest'
import { accountRow, rowsOf } from '../../../test/faults.ts'
import { expectError, expectNoTrace } from '../../../test/http-laws.ts'
import { PATH, twoConnections } from '../../../test/two-connections.ts'
import { expectJson } from '../../../test/wire.ts'

const FLAG = 'supports_multiple_connections'

const setUp = async () => {
  const two = await twoConnections()
  const { h, provider, first, second } = two
  const foreign = await h.connectedAccount(provider, { userId: 'user_2' })
  const get = (query = '') => h.api('GET', PATH + query)
  const remove = (query = '') => h.api('DELETE', PATH + query)
  const vend = (more: Record<string, unknown>) =>
    h.vend({ slug: 'strict', userId: 'user_1' }, {}, more)
  const choices = [
    { id: first.accountId, account_identifier: 'one', account_display_name: null },
    { id: second.accountId, account_identifier: 'two', account_display_name: 'Work' },
  ]
  return { ...two, foreign, get, remove, vend, choices }
}

const idOf = async (answer: Promise<Response>): Promise<string> =>
  (await expectJson<{ id: string }>(await answer, 200)).id

test('one account is read by the same rules', async () => {
  const { h, first, second, get, choices } = await setUp()
  expect(await idOf(get())).toBe(first.accountId)
  expect(await idOf(get(`?connected_account_id=${second.accountId}`))).toBe(second.accountId)
  expect(
    await expectJson(await get(`?connected_account_id=${second.accountId}`), 200),
  ).toMatchObject({
    connection_role: 'standard',
    account_identifier: 'two',
    account_display_name: 'Work',
  })
  const response = await get(`?${FLAG}=true`)
  expect(response.status).toBe(409)
  expect(await response.json()).toMatchObject({
    code: 'account_selection_required',
    connected_accounts: choices,
  })
  await h.api('DELETE', PATH)
  expect((await get()).status).toBe(404)
  expect(await idOf(get(`?${FLAG}=true`))).toBe(second.accountId)
})

test('the flag in a query is read as SDKs write it, and refused where it is neither', async () => {
  const { get } = await setUp()
  for (const yes of ['true', 'True', 'TRUE', '1']) {
    expect([yes, (await get(`?${FLAG}=${yes}`)).status]).toEqual([yes, 409])
  }
  for (const no of ['false', 'False', '0']) {
    expect([no, (await get(`?${FLAG}=${no}`)).status]).toEqual([no, 200])
  }
  for (const bad of ['', 'yes', 'constructor', '2', 'true,true']) {
    const error = await expectError(await get(`?${FLAG}=${bad}`), 422)
    expect(error.errors?.[0]?.field).toBe(FLAG)
  }
  const empty = await expectError(await get('?connected_account_id='), 422)
  expect(empty.errors?.[0]?.field).toBe('connected_account_id')
})

test('a disconnect ends the one that is meant, and never another', async () => {
  const { first, second, remove, vend, choices, foreign } = await setUp()
  await expectNoTrace(async () => {
    const several = await remove(`?${FLAG}=true`)
    expect(several.status).toBe(409)
    expect(await several.json()).toMatchObject({ connected_accounts: choices })
    expect((await remove(`?connected_account_id=${foreign.accountId}`)).status).toBe(404)
  })
  expect((await remove(`?connected_account_id=${second.accountId}`)).status).toBe(204)
  expect((await vend({})).token).toBe(first.accessToken)
  expect((await remove(`?connected_account_id=${second.accountId}`)).status).toBe(404)
  expect((await remove(`?${FLAG}=true`)).status).toBe(204)
  expect((await vend({ [FLAG]: true })).body).toEqual({ active: false, error: 'not_installed' })
})

test('without an id a disconnect is of the compatibility connection, whose slot is empty then', async () => {
  const { h, first, second, remove, vend } = await setUp()
  expect((await remove()).status).toBe(204)
  expect((await vend({})).body).toEqual({ active: false, error: 'not_installed' })
  expect((await remove()).status).toBe(404)
  expect((await vend({ connected_account_id: second.accountId })).token).toBe(second.accessToken)

  // Whoever connects without saying anything fills it again; the other one stays what it was.
  const imported = await h.api('POST', PATH, { access_token: 'canary-refilled' })
  const refilled = await expectJson<{ id: string; connection_role: string }>(imported, 201)
  expect(refilled.connection_role).toBe('compatibility')
  expect(refilled.id).not.toBe(first.accountId)
  expect((await vend({})).token).toBe('canary-refilled')
  const taken = await h.api('POST', PATH, { access_token: 'canary-again' })
  expect((await expectError(taken, 409)).code).toBe('account_exists')
  const row = await rowsOf<{ connection_role: string }>(
    'SELECT connection_role FROM connected_accounts WHERE id = ?',
    second.accountId,
  )
  expect(row).toEqual([{ connection_role: 'standard' }])
})

test('a change is of the named connection, else of the compatibility one, whatever the flag says', async () => {
  const { h, first, second, vend } = await setUp()
  const put = (query: string, access_token: string) => h.api('PUT', PATH + query, { access_token })
  const named = `?connected_account_id=${second.accountId}`
  expect(await idOf(put(`${named}&connection_intent=reauthorize`, 'canary-2'))).toBe(
    second.accountId,
  )
  expect(await idOf(put(`?${FLAG}=true`, 'canary-1'))).toBe(first.accountId)
  expect((await vend({})).token).toBe('canary-1')
  expect((await vend({ connected_account_id: second.accountId })).token).toBe('canary-2')

  await expectNoTrace(async () => {
    for (const [query, field] of [
      ['?connected_account_id=', 'connected_account_id'],
      [`${named}&connection_intent=add`, 'connection_intent'],
    ] as const) {
      const error = await expectError(await put(query, 'canary-3'), 422)
      expect(error.errors?.[0]?.field).toBe(field)
    }
  })
  // It is only said again that a connection is there.
  expect(await idOf(put('?connection_intent=reauthorize', 'canary-4'))).toBe(first.accountId)
  await h.api('DELETE', PATH)
  expect((await expectError(await put('', 'canary-5'), 404)).code).toBe('account_not_found')
})

test('the providers of a user hold all connections for who knows of several, else the one', async () => {
  const { h, first, second } = await setUp()
  type Provider = { connected_account: { id: string } | null; connected_accounts: { id: string }[] }
  const list = async (query = ''): Promise<[string | null, string[]][]> => {
    const path = `/user_management/users/user_1/data_providers${query}`
    const { data } = await expectJson<{ data: Provider[] }>(await h.api('GET', path), 200)
    return data.map(({ connected_account: one, connected_accounts: all }) => [
      one?.id ?? null,
      all.map(({ id }) => id),
    ])
  }
  const { accountId: one } = first
  const { accountId: two } = second
  expect(await list()).toEqual([[one, [one]]])
  expect(await list(`?${FLAG}=true`)).toEqual([[one, [one, two]]])
  await h.api('DELETE', PATH)
  expect(await list()).toEqual([[null, []]])
  expect(await list(`?${FLAG}=True`)).toEqual([[null, [two]]])
  // Switched off it is still there for who can see that something is connected.
  await h.api('PUT', '/data-integrations/strict', { enabled: false })
  expect(await list()).toEqual([])
  expect(await list(`?${FLAG}=1`)).toEqual([[null, [two]]])
})

test('a row of the widget holds the compatibility connection, and all', async () => {
  const { h, first, second } = await setUp()
  type Row = {
    installation: { id: string; connection_role: string } | null
    connected_accounts: { id: string; connection_role: string }[]
  }
  const mine = async (): Promise<Row | undefined> => {
    const response = await h.widget('GET', '/DataIntegrations/mine', undefined)
    return (await expectJson<{ data: Row[] }>(response, 200)).data[0]
  }
  const shown = [
    { id: first.accountId, connection_role: 'compatibility' },
    { id: second.accountId, connection_role: 'standard' },
  ]
  expect(await mine()).toMatchObject({ installation: shown[0], connected_accounts: shown })
  const path = `/DataIntegrations/installations/${first.accountId}`
  expect((await h.widget('DELETE', path, undefined)).status).toBe(200)
  expect(await mine()).toMatchObject({ installation: null, connected_accounts: [shown[1]] })
})

test('a user who is disconnected loses all connections', async () => {
  const { h, first, second, foreign } = await setUp()
  await expectJson(await h.api('DELETE', '/user_management/users/user_1'), 200)
  for (const { accountId } of [first, second]) {
    expect((await accountRow(accountId)).state).toBe('disconnected')
  }
  expect((await accountRow(foreign.accountId)).state).toBe('connected')
})
