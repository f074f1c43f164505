/** A step that is repeated after something else has happened takes nothing away and brings nothing back. */
import { expect, test, vi } from 'vitest'
import { TokenExchanger } from '../../refresh/token-exchanger.ts'
import { begin, complete, toCallback, watch, type Mode } from '../../test/connect-steps.ts'
import { forgetObject, objectOf, recordOf, rowsOf, silenceD1 } from '../../test/faults.ts'
import { seedEnvironment } from '../../test/harness.ts'
import { isAliveOutside } from '../../test/outside.ts'
import {
  createScheduledController,
  createExecutionContext,
  evictDurableObject,
  runInDurableObject,
} from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import worker from '../../index.ts'

const LAST_STEP = /update "connected_accounts".*"account_identifier"/s

const sweep = async (): Promise<void> => {
  await rowsOf('UPDATE connect_attempts SET expires_at = ?', String(Date.now() - 1000))
  await worker.scheduled(createScheduledController(), env, createExecutionContext())
}

/** D1 falls silent on the last step: the object holds the grant, the attempt does not know. */
const cutShort = async (mode: Mode) => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const begun = await begin(h, provider, mode)
  const callbackUrl = await toCallback(begun)
  const owner = { slug: provider.slug, userId: 'user_1' }
  const fault = silenceD1(LAST_STEP)
  const answered = await begun.browser.send(callbackUrl)
  expect((mode === 'popup' ? await complete(h, begun) : answered).status).toBe(503)
  fault.heal()
  const isActive = async () => (await h.vend(owner)).body.active === true
  expect(await isActive()).toBe(true)
  const disconnect = () =>
    h.api('DELETE', `/user_management/users/user_1/connected_accounts/${provider.slug}`)
  return { h, provider, begun, callbackUrl, isActive, disconnect, owner }
}

test('what was disconnected stays so: for a repeated completion, a reloaded callback and the sweeper', async () => {
  for (const mode of ['popup', 'react'] as const) {
    const { h, begun, callbackUrl, isActive, disconnect } = await cutShort(mode)
    expect((await disconnect()).status).toBe(204)
    if (mode === 'popup') expect((await complete(h, begun)).status).toBe(409)
    else await begun.browser.send(callbackUrl)
    await sweep()
    expect(await isActive()).toBe(false)
    expect(
      await rowsOf(
        `SELECT id FROM connected_accounts WHERE environment_id = ? AND state <> 'disconnected'`,
        h.environment.id,
      ),
    ).toEqual([])
  }
})

test('a reloaded callback connects nothing while the integration is disabled', async () => {
  const { h, provider, begun, callbackUrl, isActive, disconnect } = await cutShort('react')
  await disconnect()
  await h.api('PUT', `/data-integrations/${provider.slug}`, { enabled: false })
  await begun.browser.send(callbackUrl)
  await h.api('PUT', `/data-integrations/${provider.slug}`, { enabled: true })
  h.restartIsolate()
  expect(await isActive()).toBe(false)
})

test('the sweeper finishes a completion that only lacked its last step, and revokes nothing', async () => {
  const { h, provider, begun, isActive } = await cutShort('popup')
  await sweep()
  expect((await watch(h, begun)).status).toBe('completed')
  expect((await provider.seen()).revocations).toEqual([])
  expect(await isActive()).toBe(true)
})

test('an older attempt that is repeated never replaces a newer connection', async () => {
  const { h, provider, begun, callbackUrl } = await cutShort('react')
  const newer = await begin(h, provider, 'react')
  await newer.browser.send(await toCallback(newer, { account: 'new-account' }))
  await begun.browser.send(callbackUrl)
  await sweep()
  const [row] = await rowsOf<{ account_identifier: string }>(
    'SELECT account_identifier FROM connected_accounts WHERE environment_id = ?',
    h.environment.id,
  )
  expect(row?.account_identifier).toBe('new-account')
})

test('attempts completed twice at once leave one connection, whole in both sinks and alive outside', async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const owner = { slug: provider.slug, userId: 'user_1' }
  const all = []
  for (const account of ['a', 'b', 'c', 'd']) {
    const begun = await begin(h, provider, 'popup')
    await begun.browser.send(await toCallback(begun, { account }))
    all.push(begun)
  }
  const answers = await Promise.all([...all, ...all].map((begun) => complete(h, begun)))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))

  const reference = {
    environmentId: h.environment.id,
    environmentKind: 'sandbox',
    integrationId: provider.integrationId,
    owner: { kind: 'user', userId: 'user_1', organizationId: null },
  } as const
  const grantId = (await recordOf(reference)).credential?.grantId
  const sealed = () =>
    rowsOf<{ grant_id: string }>(
      'SELECT grant_id FROM credential_versions WHERE environment_id = ?',
      h.environment.id,
    )
  await expect.poll(async () => (await sealed()).map((row) => row.grant_id)).toEqual([grantId])
  await forgetObject(reference)
  const vended = await h.vend(owner)
  expect(vended.body.active).toBe(true)
  expect(await isAliveOutside(vended.token ?? '')).toBe(true)
})

test('two exchangers that died unheard end no grant: only the provider’s word does', async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const account = await h.connectedAccount(provider, { expiresInSeconds: -1 })
  const deaths = vi.spyOn(TokenExchanger.prototype, 'refresh').mockRejectedValue(new Error('lost'))
  expect((await h.vend(account)).status).toBe(503)
  expect((await h.vend(account)).status).toBe(503)
  deaths.mockRestore()
  expect((await recordOf(account.reference)).status).toBe('connected')
})

test('a record of a newer version is not written over by a new connection', async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const account = await h.connectedAccount(provider)
  const object = await objectOf(account.reference)
  const read = async () =>
    runInDurableObject(await objectOf(account.reference), (_, { storage }) =>
      storage.sql
        .exec<{ version: number }>(`SELECT record ->> '$.version' AS version FROM accounts`)
        .toArray(),
    )
  await runInDurableObject(object, (_, { storage }) => {
    storage.sql.exec(`UPDATE accounts SET record = json_set(record, '$.version', 3)`)
  })
  await evictDurableObject(object)
  const begun = await begin(h, provider, 'popup')
  await begun.browser.send(await toCallback(begun))
  await complete(h, begun)
  expect(await read()).toEqual([{ version: 3 }])
})
