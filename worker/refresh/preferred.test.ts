/** Which of several connections is used where none is named: what its owner chose, as the object knows it. */
import { evictDurableObject, runInDurableObject } from 'cloudflare:test'
import { expect, test } from 'vitest'
import {
  accountRow,
  countD1,
  forgetObject,
  objectOf,
  recordsOf,
  rowsOf,
  silenceD1,
} from '../test/faults.ts'
import { holdReached, releaseHold } from '../test/outside.ts'
import { noted, PATH, twoConnections } from '../test/two-connections.ts'
import { expectJson } from '../test/wire.ts'

type Two = Awaited<ReturnType<typeof twoConnections>>
type Account = Two['first']

const FLAG = 'supports_multiple_connections'

async function setUp(expiresInSeconds?: number) {
  const two = await twoConnections(expiresInSeconds)
  const { h } = two
  const prefer = ({ accountId }: Account) =>
    h.api('PATCH', `/connected_accounts/${accountId}`, { preferred: true })
  /** Of whoever names none. */
  const usual = async (more: Record<string, unknown> = {}) => {
    const { body, token } = await h.vend({ slug: 'strict', userId: 'user_1' }, {}, more)
    return token ?? (body as { error?: string }).error
  }
  const add = (name: string) =>
    h.connectedAccount(two.provider, { intent: 'add', providerAccount: name })
  return { ...two, prefer, usual, add }
}

const preferredOf = async ({ reference }: Account): Promise<readonly string[]> =>
  (await recordsOf(reference)).flatMap(({ accountId, preferred }) => (preferred ? [accountId] : []))

const preferredRows = async (environmentId: string): Promise<readonly string[]> => {
  const rows = await rowsOf<{ id: string }>(
    'SELECT id FROM connected_accounts WHERE environment_id = ? AND preferred = 1',
    environmentId,
  )
  return rows.map(({ id }) => id)
}

test('what is chosen is vended to whoever names none, also to those who know of several', async () => {
  const { h, first, second, vend, usual, prefer } = await setUp()
  expect(await usual()).toBe(first.accessToken)
  expect(await expectJson(await prefer(second), 200)).toMatchObject({
    id: second.accountId,
    preferred: true,
    connection_role: 'standard',
  })
  expect(await usual()).toBe(second.accessToken)
  expect(await usual({ [FLAG]: true })).toBe(second.accessToken)
  // Who names one gets that one, and what is read or ended without a name is what it was.
  expect((await vend(first)).token).toBe(first.accessToken)
  expect(await expectJson(await h.api('GET', PATH), 200)).toMatchObject({
    id: first.accountId,
    preferred: false,
  })
  expect((await h.api('DELETE', `${PATH}?${FLAG}=true`)).status).toBe(409)
  expect(await preferredRows(h.environment.id)).toEqual([second.accountId])
  await prefer(first)
  expect(await usual()).toBe(first.accessToken)
  expect(await preferredRows(h.environment.id)).toEqual([first.accountId])
})

test('a choice costs vending nothing: one hop, and D1 is not asked', async () => {
  const { second, usual, prefer } = await setUp()
  await prefer(second)
  await usual()
  const asked = countD1()
  expect(await usual()).toBe(second.accessToken)
  expect(asked()).toBe(0)
})

test('it outlives the object’s memory, its storage, and a new grant of the connection', async () => {
  const { h, second, usual, prefer } = await setUp()
  await prefer(second)
  await evictDurableObject(await objectOf(second.reference))
  expect(await usual()).toBe(second.accessToken)
  await noted(second)
  await forgetObject(second.reference)
  expect(await usual()).toBe(second.accessToken)
  const path = `${PATH}?connected_account_id=${second.accountId}`
  await expectJson(await h.api('PUT', path, { access_token: 'canary-renewed' }), 200)
  expect(await usual()).toBe('canary-renewed')
  expect(await preferredRows(h.environment.id)).toEqual([second.accountId])
})

test('when the chosen one ends, the one that was connected last is used', async () => {
  const { h, first, second, usual, prefer, add, disconnect } = await setUp()
  const third = await add('three')
  await prefer(second)
  expect((await disconnect(second)).status).toBe(204)
  expect(await usual()).toBe(third.accessToken)
  expect(await preferredRows(h.environment.id)).toEqual([third.accountId])
  // Its end told nobody that another one was connected.
  expect((await disconnect(third)).status).toBe(204)
  expect(await usual()).toBe(first.accessToken)
  expect((await disconnect(first)).status).toBe(204)
  expect(await usual()).toBe('not_installed')
})

test('where nothing was ever chosen a slot stays empty, unless whoever ended it sees the others', async () => {
  const { h, first, second, usual, disconnect, add } = await setUp()
  await disconnect(first)
  expect(await usual()).toBe('not_installed')
  // The widget shows all: whoever ends one there goes on with another one.
  const third = await add('three')
  const token = await h.widgetToken('user_1')
  const path = `/DataIntegrations/installations/${third.accountId}?${FLAG}=true`
  await expectJson(await h.widget('DELETE', path, undefined, { token }), 200)
  expect(await usual()).toBe(second.accessToken)
})

test('one is chosen while it is ended: it is used, or it is gone, and never two are chosen', async () => {
  const { h, first, second, usual, prefer, disconnect } = await setUp()
  const [chosen, ended] = await Promise.all([prefer(second), disconnect(second)])
  expect([200, 404]).toContain(chosen.status)
  expect(ended.status).toBe(204)
  expect(await usual()).toBe(first.accessToken)
  // What ended is not chosen any more, in neither place.
  const known = await preferredOf(first)
  expect(known).not.toContain(second.accountId)
  await expect.poll(() => preferredRows(h.environment.id)).toEqual(known)
})

test('of many who choose at once one counts, in the object and in D1', async () => {
  const { h, first, second, prefer, usual } = await setUp()
  const answers = await Promise.all([first, second, first, second].map(prefer))
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
  const [known, ...others] = await preferredOf(first)
  expect(others).toEqual([])
  expect(await usual()).toBe(known === first.accountId ? first.accessToken : second.accessToken)
  await expect.poll(() => preferredRows(h.environment.id)).toEqual([known])
})

test('the chosen one ends while it is refreshed: whoever waits gets the next one', async () => {
  const { provider, first, second, usual, vend, prefer, disconnect } = await setUp(-1)
  const { token } = await vend(first)
  await prefer(second)
  const name = `chosen-${provider.clientId}`
  await provider.faults('refresh_token', { kind: 'hold_after', name })
  const waiting = usual()
  await holdReached(name)
  await disconnect(second)
  await releaseHold(name)
  expect(await waiting).toBe(token)
})

test('a D1 that is silent learns of the choice later', async () => {
  const { h, second, usual, prefer } = await setUp()
  await usual()
  const d1 = silenceD1(/update "connected_accounts"/i)
  expect((await prefer(second)).status).toBe(200)
  expect(await usual()).toBe(second.accessToken)
  d1.heal()
  await expect
    .poll(async () => {
      await runInDurableObject(await objectOf(second.reference), (object) => object.alarm())
      return preferredRows(h.environment.id)
    })
    .toEqual([second.accountId])
  expect((await accountRow(second.accountId)).state).toBe('connected')
})

test('nobody’s connection, and one that has ended, cannot be chosen', async () => {
  const { h, first, second, disconnect, prefer, usual } = await setUp()
  await disconnect(second)
  for (const one of [second, { ...second, accountId: 'data_installation_0' }]) {
    expect((await prefer(one)).status).toBe(404)
  }
  expect(await usual()).toBe(first.accessToken)
  expect(await preferredRows(h.environment.id)).toEqual([])
})
