/** Disconnect and reconnect, while vends and refreshes run. */
import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import {
  accountRow,
  epochsOf,
  eventsOf,
  objectOf,
  recordOf,
  rowsOf,
  silenceD1,
} from '../../test/faults.ts'
import { runDurableObjectAlarm } from 'cloudflare:test'
import { seedEnvironment, type TestAccount } from '../../test/harness.ts'
import { holdReached, isAliveOutside, releaseHold } from '../../test/outside.ts'

const setUp = async (expiresInSeconds: number) => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const account = await h.connectedAccount(provider, { expiresInSeconds })
  const disconnect = (of: TestAccount = account) =>
    h.api('DELETE', `/user_management/users/${of.userId}/connected_accounts/${of.slug}`)
  return { h, provider, account, disconnect }
}

const notInstalled = { active: false, error: 'not_installed' }

test('after the 204 no token is vended, and the grant is revoked at the provider', async () => {
  const { h, provider, account, disconnect } = await setUp(3600)
  expect((await disconnect()).status).toBe(204)

  expect((await h.vend(account)).body).toEqual(notInstalled)
  await expect.poll(async () => (await accountRow(account.accountId)).revocation).toBe('revoked')
  const { revocations } = await provider.seen()
  expect(new Set(revocations)).toEqual(new Set([account.refreshToken, account.accessToken]))
  expect(await isAliveOutside(account.accessToken)).toBe(false)
  await expect.poll(() => epochsOf(account.accountId)).toEqual([])
  expect(await eventsOf(account.accountId)).toEqual(['connected', 'disconnected'])
  const record = await recordOf(account.reference)
  expect(record).toMatchObject({ status: 'disconnected', credential: null, sealedClient: null })
})

test('a second disconnect is a 404', async () => {
  const { account, disconnect } = await setUp(3600)
  expect((await disconnect()).status).toBe(204)
  const second = await disconnect()
  expect(second.status).toBe(404)
  expect(await second.json()).toMatchObject({ code: 'account_not_found' })
  expect(await eventsOf(account.accountId)).toEqual(['connected', 'disconnected'])
})

test('two disconnects at once: one 204, one 404, one event, and each token is given back once', async () => {
  const { provider, account, disconnect } = await setUp(3600)
  const answers = await Promise.all([disconnect(), disconnect()])
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([204, 404]))
  expect(await eventsOf(account.accountId)).toEqual(['connected', 'disconnected'])
  await expect.poll(async () => (await accountRow(account.accountId)).revocation).toBe('revoked')
  const { revocations } = await provider.seen()
  expect(revocations.toSorted()).toEqual([account.accessToken, account.refreshToken].toSorted())
})

test('fifty vends and a running refresh are ended by a disconnect; the late token is revoked', async () => {
  const { h, provider, account, disconnect } = await setUp(-1)
  await provider.faults('refresh_token', { kind: 'hold_after', name: 'late' })
  const vending = Array.from({ length: 50 }, () => h.vend(account))
  await holdReached('late')

  expect((await disconnect()).status).toBe(204)
  const afterwards = await h.vend(account)
  await releaseHold('late')

  expect(afterwards.body).toEqual(notInstalled)
  for (const { body, token } of await Promise.all(vending)) {
    expect(token).toBeUndefined()
    expect(body).toEqual(notInstalled)
  }
  const { tokens } = await provider.seen()
  const [, , lateAccess = '', lateRefresh = ''] = tokens
  expect(lateAccess).not.toBe('')
  await expect.poll(async () => (await provider.seen()).revocations).toContain(lateRefresh)
  await expect.poll(async () => (await provider.seen()).revocations).toContain(lateAccess)
  await expect.poll(() => isAliveOutside(lateAccess)).toBe(false)
  // Nothing sealed stays behind, neither the old nor what came too late.
  await expect.poll(() => epochsOf(account.accountId)).toEqual([])
  expect((await recordOf(account.reference)).credential).toBeNull()
})

test('with D1 silent the tombstone holds, and the alarm tells it later', async () => {
  const { h, account, disconnect } = await setUp(3600)
  await h.vend(account)
  const d1 = silenceD1(/^(?:update|insert|delete)/)
  expect((await disconnect()).status).toBe(204)
  expect((await h.vend(account)).body).toEqual(notInstalled)
  expect((await accountRow(account.accountId)).state).toBe('connected')

  d1.heal()
  await runDurableObjectAlarm(await objectOf(account.reference))
  expect((await accountRow(account.accountId)).state).toBe('disconnected')
  expect(await eventsOf(account.accountId)).toEqual(['connected', 'disconnected'])
})

test('a connection made again while a refresh hangs is not touched by the late answer', async () => {
  const { h, provider, account } = await setUp(-1)
  await provider.faults('refresh_token', { kind: 'hold_after', name: 'old-grant' })
  const waiting = h.vend(account)
  await holdReached('old-grant')

  const walked = await h.connectThrough(provider, { user: account.userId })
  expect(await walked.completed.json()).toMatchObject({ status: 'completed' })
  const renewed = await h.vend(account)
  await releaseHold('old-grant')

  const [, , lateAccess = ''] = (await provider.seen()).tokens
  const { credential } = await recordOf(account.reference)
  expect(credential?.epoch).toBe(1)
  expect(credential?.grantId).not.toBe(account.grantId)
  expect((await waiting).token).toBe(renewed.token)
  expect(renewed.token).not.toBe(lateAccess)
  expect((await h.vend(account)).token).toBe(renewed.token)
  expect(await isAliveOutside(renewed.token ?? '')).toBe(true)
  // The same account at the provider: to revoke the old grant there could end the new one.
  expect((await provider.seen()).revocations).toEqual([])
  const grants = await rowsOf<{ grant_id: string }>(
    'SELECT DISTINCT grant_id FROM credential_versions WHERE account_id = ?',
    account.accountId,
  )
  expect(grants.map(({ grant_id: id }) => id)).toEqual([credential?.grantId])
})

test('reauthorized as another account while a refresh hangs: the late answer is never vended', async () => {
  const { h, provider, account } = await setUp(-1)
  await provider.faults('refresh_token', { kind: 'hold_after', name: 'of-the-other' })
  const waiting = h.vend(account)
  await holdReached('of-the-other')

  await h.connectThrough(provider, { user: account.userId, account: 'someone-else' })
  const renewed = await h.vend(account)
  await releaseHold('of-the-other')

  const [, , lateAccess = ''] = (await provider.seen()).tokens
  expect(lateAccess).not.toBe('')
  expect((await waiting).token).toBe(renewed.token)
  const again = await h.vend(account)
  expect(again.token).toBe(renewed.token)
  expect(again.token).not.toBe(lateAccess)
  expect(await isAliveOutside(again.token ?? '')).toBe(true)
  const rows = await rowsOf('SELECT account_identifier FROM connected_accounts')
  expect(rows).toEqual([{ account_identifier: 'someone-else' }])
})

test('after a disconnect the next connection is a new account, and an old answer cannot enter it', async () => {
  const { h, provider, account, disconnect } = await setUp(3600)
  await disconnect()
  await h.connectThrough(provider, { user: account.userId })
  const live = (await env.DB.prepare(
    `SELECT id FROM connected_accounts WHERE state = 'connected'`,
  ).first()) as { id: string }
  expect(live.id).not.toBe(account.accountId)
  expect((await h.vend(account)).status).toBe(200)
  expect(await eventsOf(live.id)).toEqual(['connected'])
})
