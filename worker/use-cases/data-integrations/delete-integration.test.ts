/** What deleting an integration takes with it: contract 1.1, decision 27. */
import {
  createExecutionContext,
  createScheduledController,
  runDurableObjectAlarm,
} from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import worker from '../../index.ts'
import { expect, test } from 'vitest'
import { begin, complete, open, toCallback } from '../../test/connect-steps.ts'
import { accountRow, objectOf, rowsOf } from '../../test/faults.ts'
import { seedEnvironment } from '../../test/harness.ts'
import { sendRaw } from '../../test/http-laws.ts'

test('deleting disconnects each account, gives its grant back, and ends what is under way', async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const accounts = [
    await h.connectedAccount(provider, { userId: 'user_1' }),
    await h.connectedAccount(provider, { userId: 'user_2' }),
  ]
  const pending = await begin(h, provider, 'popup', 'user_3')
  const callbackUrl = await toCallback(pending)
  await pending.browser.send(callbackUrl)
  const opened = await begin(h, provider, 'popup', 'user_4')

  const path = `/data-integrations/${provider.slug}`
  expect((await h.api('DELETE', path)).status).toBe(204)
  const { tokens } = await provider.seen()
  await expect
    .poll(async () => new Set((await provider.seen()).revocations))
    .toEqual(new Set(tokens))
  for (const account of accounts) expect((await h.vend(account)).status).toBe(404)
  expect((await h.api('DELETE', path)).status).toBe(404)
  expect((await open(opened)).status).toBe(410)
  expect((await complete(h, pending)).status).toBe(409)
  expect((await sendRaw(new URL(callbackUrl).pathname)).status).toBe(404)
  await expect
    .poll(() => rowsOf(`SELECT outcome FROM revocations WHERE outcome = 'pending'`))
    .toEqual([])
  await worker.scheduled(createScheduledController(), env, createExecutionContext())
  for (const table of [
    'data_integrations',
    'client_versions',
    'custom_providers',
    'credential_versions',
  ]) {
    expect([table, await rowsOf(`SELECT * FROM ${table}`)]).toEqual([table, []])
  }
  const events = await rowsOf<{ name: string }>('SELECT name FROM events ORDER BY name')
  const count = (name: string) =>
    events.filter((event) => event.name === `pipes.connected_account${name}`).length
  expect([count('.disconnected'), count('.connection_failed')]).toEqual([2, 2])

  // The same slug again: nobody is connected to it.
  await h.createProvider()
  expect((await h.vend({ slug: provider.slug, userId: 'user_1' })).body).toEqual({
    active: false,
    error: 'not_installed',
  })
})

test('a slug that is deleted and added again finds no old connection, and refreshes no old grant', async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  // Due at once, and left without a refresh.
  const account = await h.connectedAccount(provider, { expiresInSeconds: -1 })
  expect((await h.api('DELETE', `/data-integrations/${provider.slug}`)).status).toBe(204)
  const again = await h.createProvider()
  expect(again.slug).toBe(provider.slug)

  await runDurableObjectAlarm(await objectOf(account.reference))
  await worker.scheduled(createScheduledController(), env, createExecutionContext())
  const { status, body } = await h.vend({ slug: again.slug, userId: account.userId })
  expect([status, body]).toEqual([200, { active: false, error: 'not_installed' }])
  expect(await provider.count('refresh_token')).toBe(0)
  expect(await again.count('refresh_token')).toBe(0)
})

test('the client outlives the last revocation that needs it', async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const account = await h.connectedAccount(provider)
  expect((await h.api('DELETE', `/data-integrations/${provider.slug}`)).status).toBe(204)
  await worker.scheduled(createScheduledController(), env, createExecutionContext())
  await expect.poll(async () => (await accountRow(account.accountId)).revocation).toBe('revoked')
  const { revocations } = await provider.seen()
  expect(new Set(revocations)).toEqual(new Set([account.accessToken, account.refreshToken]))
})
