/** Authorizing exactly one connection anew, and what comes back instead: contract 2.3, T12. */
import { expect, test } from 'vitest'
import { ADD, aimedConnect, codeOf, finish, made, tokenOf } from '../../test/aimed-connect.ts'
import { begin, eventNames, toCallback, watch } from '../../test/connect-steps.ts'
import { rowsOf } from '../../test/faults.ts'
import { expectError } from '../../test/http-laws.ts'
import { isAliveOutside } from '../../test/outside.ts'
import { PATH } from '../../test/two-connections.ts'

test('exactly one is authorized anew, and keeps its id, its role and the others', async () => {
  const { h, connect } = await aimedConnect()
  const first = await made(connect({}, 'one'))
  const second = await made(connect(ADD, 'two'))
  const before = { one: await tokenOf(h, first.id), two: await tokenOf(h, second.id) }
  const anew = await made(connect({ connected_account_id: second.id }, 'two'))
  expect(anew).toMatchObject({ id: second.id, connection_role: 'standard' })
  expect(await tokenOf(h, first.id)).toBe(before.one)
  expect(await tokenOf(h, second.id)).not.toBe(before.two)
})

test('another account that comes back ends the attempt, and what was connected stays (T12)', async () => {
  const { h, provider, start, connect } = await aimedConnect()
  const first = await made(connect({}, 'one'))
  const second = await made(connect(ADD, 'two'))
  const token = await tokenOf(h, second.id)
  const tokensOf = async () => (await provider.seen()).tokens.length
  const count = await tokensOf()

  for (const [account, isRevoked] of [
    ['stranger', true],
    // It is the other connection's: nothing of it may be ended.
    ['one', false],
  ] as const) {
    const aim = { connected_account_id: second.id }
    const begun = await start(aim)
    const before = (await provider.seen()).revocations.length
    const back = await begun.browser.send(await toCallback(begun, { account }))
    expect(back.headers.get('location')).toContain('pipes_error=account_mismatch')
    expect(await codeOf(begun)).toBe('account_mismatch')
    expect((await finish(h, begun, back)).status).toBe(409)
    expect((await provider.seen()).revocations.length > before).toBe(isRevoked)
    expect(await tokenOf(h, second.id)).toBe(token)
    expect(await isAliveOutside(token)).toBe(true)
    expect(await isAliveOutside(await tokenOf(h, first.id))).toBe(true)
  }
  expect(await tokensOf()).toBeGreaterThan(count)
  // The compatibility connection had no part in it.
  expect(await eventNames(h)).toEqual(['connected'])
  const [told] = await rowsOf<{ data: string }>(
    `SELECT data FROM events WHERE name = 'pipes.account_connection.connection_failed'
       AND environment_id = ?`,
    h.environment.id,
  )
  expect(JSON.parse(told?.data ?? '')).toMatchObject({
    object: 'connection_failed',
    error_code: 'account_mismatch',
    account_identifier: 'two',
  })
})

test('a person without a page that finishes is told of it in words', async () => {
  const { h, provider, connect } = await aimedConnect()
  const first = await made(connect({}, 'one'))
  const aim = { connected_account_id: first.id }
  const begun = await begin(h, provider, 'rest_confirmation', 'user_1', undefined, undefined, aim)
  const page = await begun.browser.send(await toCallback(begun, { account: 'stranger' }))
  expect(page.status).toBe(400)
  expect(await page.text()).toContain('Another account came back')
  expect(await watch(h, begun)).toMatchObject({
    status: 'failed',
    error: { code: 'account_mismatch' },
  })
})

test('what was disconnected while its user was at the provider is not brought back', async () => {
  const { h, start, connect } = await aimedConnect()
  const first = await made(connect({}, 'one'))
  const second = await made(connect(ADD, 'two'))
  const aim = { connected_account_id: second.id }
  const late = await start(aim)
  const lateUrl = await toCallback(late, { account: 'two' })
  const later = await start(aim)
  const laterBack = await later.browser.send(await toCallback(later, { account: 'two' }))

  await h.api('DELETE', `${PATH}?connected_account_id=${second.id}`)
  const back = await late.browser.send(lateUrl)
  expect(back.headers.get('location')).toContain('pipes_error=account_not_found')
  const refused = await finish(h, later, laterBack)
  expect((await expectError(refused, 404)).code).toBe('account_not_found')
  expect(await codeOf(later)).toBe('account_not_found')
  expect(await tokenOf(h, second.id)).toBe('')
  expect(await isAliveOutside(await tokenOf(h, first.id))).toBe(true)
})
