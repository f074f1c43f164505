/** Imports that add a connection beside those that an owner has: contract 2.5, §5.9. */
import { runDurableObjectAlarm } from 'cloudflare:test'
import { expect, test } from 'vitest'
import { accountRow, eventsOf, objectOf, recordsOf, rowsOf, silenceD1 } from '../../test/faults.ts'
import { seedEnvironment } from '../../test/harness.ts'
import { expectError } from '../../test/http-laws.ts'
import { PATH, twoConnections } from '../../test/two-connections.ts'
import { expectJson } from '../../test/wire.ts'

const FLAG = 'supports_multiple_connections'

const setUp = async () => {
  const two = await twoConnections()
  await two.h.connectedAccount(two.provider, { userId: 'user_2' })
  const vend = (more: Record<string, unknown>) =>
    two.h.vend({ slug: 'strict', userId: 'user_1' }, {}, more)
  return { ...two, vend }
}

const idOf = async (answer: Promise<Response>): Promise<string> =>
  (await expectJson<{ id: string }>(await answer, 200)).id

test('an import beside a connection adds one, and its events are of the plural family', async () => {
  const { h, vend } = await setUp()
  const body = { access_token: 'canary-added', connection_intent: 'add' }
  const made = await expectJson<{ id: string }>(await h.api('POST', PATH, body), 201)
  expect(made).toMatchObject({ connection_role: 'standard', state: 'connected' })
  expect((await vend({ connected_account_id: made.id })).token).toBe('canary-added')
  expect(await eventsOf(made.id)).toEqual([])
  expect(await eventsOf(made.id, 'account_connection')).toEqual(['connected'])
  await h.api('DELETE', `${PATH}?connected_account_id=${made.id}`)
  expect(await eventsOf(made.id)).toEqual([])
  expect(await eventsOf(made.id, 'account_connection')).toEqual(['connected', 'disconnected'])
  // Nobody knows whose account it is: its grant may be the one that another connection lives on.
  await expect.poll(async () => (await accountRow(made.id)).revocation).toBe('skipped_shared_grant')
})

test('an import that adds the first connection makes it the compatibility one', async () => {
  const { h } = await setUp()
  const path = PATH.replace('user_1', 'user_3')
  const body = { access_token: 'canary-first', connection_intent: 'add' }
  const made = await expectJson<{ id: string }>(await h.api('POST', path, body), 201)
  expect(made).toMatchObject({ connection_role: 'compatibility' })
  expect(await eventsOf(made.id)).toEqual(['connected'])
  expect(await eventsOf(made.id, 'account_connection')).toEqual(['connected'])
})

test('an owner has twenty connections at most', async () => {
  const { h } = await setUp()
  const add = (index: number) =>
    h.api('POST', PATH, { access_token: `canary-${index}`, connection_intent: 'add' })
  const answers = await Promise.all(Array.from({ length: 25 }, (_, index) => add(index)))
  const statuses = answers.map(({ status }) => status)
  expect(statuses.filter((status) => status === 201)).toHaveLength(18)
  const refused = answers.find(({ status }) => status !== 201)
  if (refused === undefined) throw new Error('none was refused')
  expect((await expectError(refused, 409)).code).toBe('too_many_connections')
  // Nothing of those that were refused stays behind.
  const rows = await rowsOf<{ state: string }>(
    `SELECT state FROM connected_accounts WHERE environment_id = ? AND user_id = 'user_1'`,
    h.environment.id,
  )
  expect(rows.map(({ state }) => state)).toEqual(Array(20).fill('connected'))
  const sealed = await rowsOf(
    'SELECT DISTINCT account_id FROM credential_versions WHERE environment_id = ?',
    h.environment.id,
  )
  expect(sealed).toHaveLength(21)
  await h.api('DELETE', PATH)
  const refilled = await h.api('POST', PATH, { access_token: 'canary-slot' })
  expect(refilled.status).toBe(201)
})

test('of adds at once each makes one, and exactly one is the compatibility connection', async () => {
  const { h } = await setUp()
  const path = PATH.replace('user_1', 'user_3')
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, index) =>
      h.api('POST', path, { access_token: `canary-${index}`, connection_intent: 'add' }),
    ),
  )
  const made = await Promise.all(
    answers.map((answer) => expectJson<{ id: string; connection_role: string }>(answer, 201)),
  )
  expect(new Set(made.map(({ id }) => id)).size).toBe(8)
  const first = made.filter(({ connection_role: role }) => role === 'compatibility')
  expect(first).toHaveLength(1)
  expect(await idOf(h.api('GET', path))).toBe(first[0]?.id)
})

test('adds and a plain import at once leave one compatibility connection, and lose none', async () => {
  const { h } = await setUp()
  const path = PATH.replace('user_1', 'user_3')
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, index) =>
      h.api('POST', path, {
        access_token: `canary-${index}`,
        ...(index % 2 === 0 ? { connection_intent: 'add' } : {}),
      }),
    ),
  )
  const statuses = answers.map(({ status }) => status)
  expect(statuses.filter((_, index) => index % 2 === 0)).toEqual([201, 201, 201, 201])
  expect(new Set(statuses)).toEqual(new Set([201, 409]))
  const rows = await rowsOf<{ connection_role: string; state: string }>(
    `SELECT connection_role, state FROM connected_accounts WHERE user_id = 'user_3'
       AND environment_id = ?`,
    h.environment.id,
  )
  expect(rows).toHaveLength(statuses.filter((status) => status === 201).length)
  expect(rows.filter(({ connection_role: role }) => role === 'compatibility')).toHaveLength(1)
  expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['connected']))
})

test('the slot goes to the connection that its object gave it to, though another row waits for it', async () => {
  const { h } = await setUp()
  const path = PATH.replace('user_1', 'user_3')
  const plain = { access_token: 'canary-plain' }
  const fault = silenceD1(/insert into "credential_versions"/)
  expect((await h.api('POST', path, plain)).status).toBe(503)
  fault.heal()
  const body = { access_token: 'canary-added', connection_intent: 'add' }
  const made = await expectJson<{ id: string }>(await h.api('POST', path, body), 201)
  expect(made).toMatchObject({ connection_role: 'compatibility' })
  expect(await idOf(h.api('GET', path))).toBe(made.id)
  expect((await expectError(await h.api('POST', path, plain), 409)).code).toBe('account_exists')
})

test('what D1 did not hear of an added connection its object tells, the role too', async () => {
  const { h, provider } = await setUp()
  const path = PATH.replace('user_1', 'user_3')
  const plain = silenceD1(/insert into "credential_versions"/)
  await h.api('POST', path, { access_token: 'canary-plain' })
  plain.heal()
  const fault = silenceD1(/update "connected_accounts"/)
  const body = { access_token: 'canary-added', connection_intent: 'add' }
  expect((await h.api('POST', path, body)).status).toBe(503)
  fault.heal()
  const reference = {
    environmentId: h.environment.id,
    environmentKind: 'sandbox',
    integrationId: provider.integrationId,
    owner: { kind: 'user', userId: 'user_3', organizationId: null },
  } as const
  await runDurableObjectAlarm(await objectOf(reference))
  const [account] = await recordsOf(reference)
  const found = await expectJson<{ id: string }>(await h.api('GET', path), 200)
  expect(found).toMatchObject({ id: account?.accountId, connection_role: 'compatibility' })
  expect(await eventsOf(found.id)).toEqual(['connected'])
  expect(await eventsOf(found.id, 'account_connection')).toEqual(['connected'])
})

test('an organization shares several, too', async () => {
  const h = await seedEnvironment()
  await h.createProvider({ ownership: 'organization' })
  const path = '/organizations/org_1/connected_accounts/strict'
  const add = (access_token: string) =>
    h.api('POST', path, { user_id: 'user_1', access_token, connection_intent: 'add' })
  await expectJson(await add('canary-1'), 201)
  const { id } = await expectJson<{ id: string }>(await add('canary-2'), 201)
  const vended = await h.vend(
    { slug: 'strict', userId: 'user_9' },
    {},
    {
      organization_id: 'org_1',
      connection_owner: 'organization',
      connected_account_id: id,
    },
  )
  expect(vended.token).toBe('canary-2')
  const list = await h.api('GET', `/organizations/org_1/data_providers?${FLAG}=true`)
  const { data } = await expectJson<{ data: { connected_accounts: unknown[] }[] }>(list, 200)
  expect(data[0]?.connected_accounts).toHaveLength(2)
})
