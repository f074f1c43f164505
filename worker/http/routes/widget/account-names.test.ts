/** What a user calls a connection, and which one is used: of the browser's API. Both are the owner's alone. */
import { expect, test } from 'vitest'
import { rowsOf } from '../../../test/faults.ts'
import { expectError } from '../../../test/http-laws.ts'
import { aimedConnect, made } from '../../../test/aimed-connect.ts'
import { twoConnections } from '../../../test/two-connections.ts'
import { manager } from '../../../test/widget-sessions.ts'
import { expectJson } from '../../../test/wire.ts'

type Account = {
  readonly id: string
  readonly nickname: string | null
  readonly preferred: boolean
}
type Row = { readonly slug: string; readonly connected_accounts: readonly Account[] }

async function setUp() {
  const two = await twoConnections()
  const { h } = two
  const token = await h.widgetToken('user_1')
  const change = ({ accountId }: { readonly accountId: string }, body: object, as = token) =>
    h.widget('PATCH', `/DataIntegrations/installations/${accountId}`, body, { token: as })
  const accounts = async () => {
    const list = await h.widget('GET', '/DataIntegrations/mine', undefined, { token })
    const { data } = await expectJson<{ data: Row[] }>(list, 200)
    return data[0]?.connected_accounts ?? []
  }
  return { ...two, token, change, accounts }
}

test('a name is kept beside the provider’s, in every list, and goes when it is emptied', async () => {
  const { h, first, change, accounts } = await setUp()
  expect(await expectJson(await change(first, { nickname: '  Work 👩‍💻 ' }), 200)).toMatchObject({
    id: first.accountId,
    nickname: 'Work 👩‍💻',
  })
  expect((await accounts()).map(({ nickname }) => nickname)).toEqual(['Work 👩‍💻', null])
  const listed = await h.api('GET', `/connected_accounts/${first.accountId}`)
  expect(await expectJson(listed, 200)).toMatchObject({ nickname: 'Work 👩‍💻', preferred: false })
  const providers = await h.api('GET', '/user_management/users/user_1/data_providers')
  const { data } = await expectJson<{ data: { connected_account: Account }[] }>(providers, 200)
  expect(data[0]?.connected_account.nickname).toBe('Work 👩‍💻')
  for (const nothing of [' ', '\u200b \u200d', null]) {
    await expectJson(await change(first, { nickname: 'x' }), 200)
    expect(await expectJson(await change(first, { nickname: nothing }), 200)).toMatchObject({
      nickname: null,
    })
    expect((await accounts())[0]?.nickname).toBeNull()
  }
})

test('a backend names a connection, too, and both are one change', async () => {
  const { h, second, accounts } = await setUp()
  const path = `/connected_accounts/${second.accountId}`
  const changed = await h.api('PATCH', path, { nickname: 'Work', preferred: true })
  expect(await expectJson(changed, 200)).toMatchObject({ nickname: 'Work', preferred: true })
  expect(await accounts()).toMatchObject([
    { nickname: null, preferred: false },
    { id: second.accountId, nickname: 'Work', preferred: true },
  ])
})

test('what would fool the eye, or is too long, is refused by its field', async () => {
  const { first, change, accounts } = await setUp()
  const ok = 'ü'.repeat(64)
  for (const nickname of [
    `${ok}x`,
    'a\u0000',
    'a\nb',
    'a\u202eb',
    'a\u2066b',
    'a\u200fb',
    7,
    '\ud800',
  ]) {
    const { errors } = await expectError(await change(first, { nickname }), 422)
    expect(errors?.[0]?.field).toBe('nickname')
  }
  for (const body of [{}, { preferred: false }, { preferred: 1 }, { nickname: 'a', role: 'x' }]) {
    await expectError(await change(first, body), 422)
  }
  expect((await accounts())[0]?.nickname).toBeNull()
  await expectJson(await change(first, { nickname: ok }), 200)
})

test('nobody else names or chooses it, and none that has ended', async () => {
  const { h, first, second, change, disconnect, accounts } = await setUp()
  await disconnect(second)
  const strangers = [
    await h.widgetToken('user_2'),
    await h.widgetToken('user_1', 'org_1'),
    await manager(h),
  ]
  for (const body of [{ nickname: 'canary' }, { preferred: true }]) {
    for (const as of strangers) await expectError(await change(first, body, as), 404)
    await expectError(await change(second, body), 404)
    await expectError(await change({ accountId: 'data_installation_0' }, body), 404)
  }
  expect(await accounts()).toMatchObject([{ nickname: null, preferred: false }])
})

test('a name stays with a new grant of the same account, and goes with another account and with the end', async () => {
  const { h, connect } = await aimedConnect()
  const one = await made(connect({}, 'one'))
  const name = async () => {
    const [row] = await rowsOf<{ nickname: string | null }>(
      'SELECT nickname FROM connected_accounts WHERE id = ?',
      one.id,
    )
    return row?.nickname
  }
  const call = () => h.api('PATCH', `/connected_accounts/${one.id}`, { nickname: 'Work' })
  await expectJson(await call(), 200)
  expect(await made(connect({}, 'one'))).toMatchObject({ id: one.id, nickname: 'Work' })
  expect(await name()).toBe('Work')
  expect(await made(connect({}, 'two'))).toMatchObject({ id: one.id, nickname: null })
  expect(await name()).toBeNull()
  await expectJson(await call(), 200)
  const end = `/user_management/users/user_1/connected_accounts/strict`
  expect((await h.api('DELETE', end)).status).toBe(204)
  expect(await name()).toBeNull()
})
