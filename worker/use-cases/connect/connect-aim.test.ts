/** Connecting one more account beside those that an owner has: contract 2.3, §5.9. */
import { createExecutionContext, createScheduledController } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import worker from '../../index.ts'
import {
  ADD,
  aimedConnect,
  codeOf,
  finish,
  made,
  tokenOf,
  type Account,
} from '../../test/aimed-connect.ts'
import { eventNames, toCallback } from '../../test/connect-steps.ts'
import { eventsOf, recordsOf, rowsOf, silenceD1 } from '../../test/faults.ts'
import { expectError, expectNoTrace } from '../../test/http-laws.ts'
import { isAliveOutside } from '../../test/outside.ts'
import { PATH } from '../../test/two-connections.ts'
import { expectJson } from '../../test/wire.ts'

test('one more is connected beside the first, and both are alive', async () => {
  const { h, connect } = await aimedConnect()
  const first = await made(connect({}, 'one'))
  const second = await made(connect(ADD, 'two'))
  expect([first.connection_role, second.connection_role]).toEqual(['compatibility', 'standard'])
  expect([first.account_identifier, second.account_identifier]).toEqual(['one', 'two'])
  for (const { id } of [first, second]) {
    expect(await isAliveOutside(await tokenOf(h, id))).toBe(true)
  }
  expect(await eventsOf(second.id)).toEqual([])
  expect(await eventsOf(second.id, 'account_connection')).toEqual(['connected'])
  expect(await eventNames(h)).toEqual(['connected'])
})

test('an account that is connected already is renewed, and gets no twin', async () => {
  const { h, provider, connect } = await aimedConnect()
  const first = await made(connect({}, 'one'))
  const second = await made(connect(ADD, 'two'))
  const before = await tokenOf(h, second.id)
  const again = await made(connect(ADD, 'two'))
  expect(again).toMatchObject({ id: second.id, connection_role: 'standard' })
  expect(await tokenOf(h, second.id)).not.toBe(before)
  expect((await made(connect(ADD, 'one'))).id).toBe(first.id)
  const rows = await rowsOf(
    'SELECT id FROM connected_accounts WHERE environment_id = ?',
    h.environment.id,
  )
  expect(rows).toHaveLength(2)
  const versions = await rowsOf(
    'SELECT DISTINCT account_id FROM credential_versions WHERE environment_id = ?',
    h.environment.id,
  )
  expect(versions).toHaveLength(2)
  // To revoke what was replaced could end the new grant of the same account.
  expect((await provider.seen()).revocations).toEqual([])
  for (const { id } of [first, second])
    expect(await isAliveOutside(await tokenOf(h, id))).toBe(true)
})

test('two adds of one account at once make one connection', async () => {
  const { h, start } = await aimedConnect()
  const walks = await Promise.all(
    [0, 1, 2].map(async () => {
      const begun = await start(ADD)
      return { begun, back: await begun.browser.send(await toCallback(begun, { account: 'same' })) }
    }),
  )
  const answers = await Promise.all(walks.map(({ begun, back }) => finish(h, begun, back)))
  const ids = await Promise.all(
    answers.map(async (answer) => (await expectJson<Account>(answer, 200)).id),
  )
  expect(new Set(ids).size).toBe(1)
  expect(await isAliveOutside(await tokenOf(h, ids[0] ?? ''))).toBe(true)
})

test('first connections at once leave exactly one in the compatibility slot', async () => {
  const { h, provider, start } = await aimedConnect()
  const walks = await Promise.all(
    ['a', 'b', 'c', 'd'].map(async (account, index) => {
      const aim = index % 2 === 0 ? ADD : {}
      const begun = await start(aim)
      return { begun, back: await begun.browser.send(await toCallback(begun, { account })) }
    }),
  )
  const answers = await Promise.all(walks.map(({ begun, back }) => finish(h, begun, back)))
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
  const rows = await rowsOf<{ id: string; connection_role: string; state: string }>(
    `SELECT id, connection_role, state FROM connected_accounts WHERE environment_id = ?`,
    h.environment.id,
  )
  expect(rows.filter(({ connection_role: role }) => role === 'compatibility')).toHaveLength(1)
  expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['connected']))
  const reference = {
    environmentId: h.environment.id,
    environmentKind: 'sandbox',
    integrationId: provider.integrationId,
    owner: { kind: 'user', userId: 'user_1', organizationId: null },
  } as const
  const records = await recordsOf(reference)
  const roleOf = (all: readonly (readonly [string, string])[]) => Object.fromEntries(all)
  expect(roleOf(records.map(({ accountId, role }) => [accountId, role]))).toEqual(
    roleOf(rows.map(({ id, connection_role: role }) => [id, role])),
  )
  for (const { id } of rows) expect(await isAliveOutside(await tokenOf(h, id))).toBe(true)
})

test('an add that was disconnected is not brought back by a step that is repeated', async () => {
  const { h, start, connect } = await aimedConnect()
  await made(connect({}, 'one'))
  const begun = await start(ADD)
  const back = await begun.browser.send(await toCallback(begun, { account: 'two' }))
  const fault = silenceD1(/update "connected_accounts".*"account_identifier"/s)
  expect((await finish(h, begun, back)).status).toBe(503)
  fault.heal()
  const rows = await rowsOf<{ id: string }>(
    `SELECT id FROM connected_accounts WHERE connection_role = 'standard' AND environment_id = ?`,
    h.environment.id,
  )
  const added = rows[0]?.id ?? ''
  expect(await isAliveOutside(await tokenOf(h, added))).toBe(true)
  expect((await h.api('DELETE', `${PATH}?connected_account_id=${added}`)).status).toBe(204)
  expect((await finish(h, begun, back)).status).toBe(409)
  expect(await tokenOf(h, added)).toBe('')
  const live = await rowsOf(
    `SELECT id FROM connected_accounts WHERE state <> 'disconnected' AND environment_id = ?`,
    h.environment.id,
  )
  expect(live).toHaveLength(1)
})

test('an add that only lacked its last step is finished by repeating it', async () => {
  const { h, start, connect } = await aimedConnect()
  await made(connect({}, 'one'))
  const begun = await start(ADD)
  const back = await begun.browser.send(await toCallback(begun, { account: 'two' }))
  const fault = silenceD1(/update "connected_accounts".*"account_identifier"/s)
  expect((await finish(h, begun, back)).status).toBe(503)
  fault.heal()
  const added = await made(finish(h, begun, back))
  expect(added).toMatchObject({ connection_role: 'standard', account_identifier: 'two' })
  expect((await made(finish(h, begun, back))).id).toBe(added.id)
  expect(await eventsOf(added.id, 'account_connection')).toEqual(['connected'])
})

test('a denied add is told as one that failed, and as nothing else', async () => {
  const { h, start } = await aimedConnect()
  const begun = await start(ADD)
  await begun.browser.send(await toCallback(begun, { decision: 'deny' }))
  expect(await eventNames(h)).toEqual([])
  expect(await eventNames(h, 'account_connection')).toEqual(['add_failed'])
  const plain = await start({})
  await plain.browser.send(await toCallback(plain, { decision: 'deny' }))
  expect(await eventNames(h)).toEqual(['connection_failed'])
  expect(await eventNames(h, 'account_connection')).toEqual(['add_failed', 'connection_failed'])
})

test('which connection it shall be is checked before anybody is sent anywhere', async () => {
  const { h, provider, connect } = await aimedConnect()
  const first = await made(connect({}, 'one'))
  const foreign = await h.connectedAccount(provider, { userId: 'user_2' })
  const authorize = (body: Record<string, unknown>) =>
    h.api('POST', '/data-integrations/strict/authorize', { user_id: 'user_1', ...body })
  await expectNoTrace(async () => {
    for (const id of [foreign.accountId, 'data_installation_0']) {
      const error = await expectError(await authorize({ connected_account_id: id }), 404)
      expect(error.code).toBe('account_not_found')
    }
    const within = { connected_account_id: first.id, organization_id: 'org_1' }
    await expectError(await authorize(within), 404)
    for (const body of [
      { connected_account_id: '' },
      { connected_account_id: 7 },
      { connection_intent: 'reauthorize' },
      { ...ADD, connected_account_id: first.id },
    ]) {
      const error = await expectError(await authorize(body), 422)
      expect(error.code).toBe('invalid_request')
      expect(error.errors?.[0]?.field).toMatch(/^connect(?:ed_account_id|ion_intent)$/)
    }
  })
  expect((await authorize({ connection_intent: null, connected_account_id: null })).status).toBe(
    200,
  )
})

test('nobody is sent to the provider for one too many, and none is made that was begun before', async () => {
  const { h, start, connect } = await aimedConnect()
  await made(connect({}, 'one'))
  const begun = await start(ADD)
  const back = await begun.browser.send(await toCallback(begun, { account: 'late' }))
  for (let index = 1; index < 20; index += 1) {
    const body = { access_token: `canary-${index}`, ...ADD }
    await expectJson(await h.api('POST', PATH, body), 201)
  }
  const authorize = (body: Record<string, unknown>) =>
    h.api('POST', '/data-integrations/strict/authorize', { user_id: 'user_1', ...body })
  await expectNoTrace(async () => {
    expect((await expectError(await authorize(ADD), 409)).code).toBe('too_many_connections')
  })
  // The compatibility connection is there: it is only renewed.
  expect((await authorize({})).status).toBe(200)
  const refused = await finish(h, begun, back)
  expect((await expectError(refused, 409)).code).toBe('too_many_connections')
  expect(await codeOf(begun)).toBe('too_many_connections')
})

test('a pending row of an add that nobody finished is swept with what was sealed for it', async () => {
  const { h, connect } = await aimedConnect()
  await made(connect({}, 'one'))
  const body = { access_token: 'canary-lost', ...ADD }
  const fault = silenceD1(/insert into "credential_versions"/)
  expect((await h.api('POST', PATH, body)).status).toBe(503)
  fault.heal()
  const pending = () =>
    rowsOf<{ id: string; next_care_at: number }>(
      `SELECT id, next_care_at FROM connected_accounts WHERE state = 'pending'`,
    )
  const [left] = await pending()
  await rowsOf(
    `INSERT INTO credential_versions SELECT environment_id, ?, grant_id, epoch, sealed_access,
       sealed_refresh, wrapped_key, expires_at, scopes, metadata, created_at, refresh_expires_at
     FROM credential_versions LIMIT 1`,
    left?.id ?? '',
  )
  const sweep = () => worker.scheduled(createScheduledController(), env, createExecutionContext())
  await sweep()
  expect(await pending()).toHaveLength(1)
  await rowsOf(`UPDATE connected_accounts SET next_care_at = 1 WHERE state = 'pending'`)
  await sweep()
  expect(await pending()).toEqual([])
  const sealed = await rowsOf<{ account_id: string }>(
    'SELECT account_id FROM credential_versions WHERE environment_id = ?',
    h.environment.id,
  )
  expect(sealed).toHaveLength(1)
  expect(sealed[0]?.account_id).not.toBe(left?.id)
})
