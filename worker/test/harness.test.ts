import { applyD1Migrations } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { emptyD1 } from './empty-d1.ts'
import { rowsOf } from './faults.ts'
import { seedEnvironment } from './harness.ts'

test('a walk through the pages of a strict provider ends in a connection that vends', async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const walked = await h.connectThrough(provider, { user: 'user_1' })
  expect(await walked.completed.json()).toMatchObject({ status: 'completed' })

  const vended = await h.vend({ slug: provider.slug, userId: 'user_1' })
  expect(vended.status).toBe(200)
  expect((await provider.seen()).tokens).toContain(vended.token)
})

test('a denied consent ends in an attempt that says so', async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const walked = await h.connectThrough(provider, { decision: 'deny' })
  expect(walked.callback.status).toBe(400)
  expect(walked.completed.status).toBe(409)
  expect(await provider.count('authorization_code')).toBe(0)
})

test('an account that was installed directly is refreshed at the provider', async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const account = await h.connectedAccount(provider, { expiresInSeconds: -1 })
  const vended = await h.vend(account)
  expect(vended.token).toBeTypeOf('string')
  expect(vended.token).not.toBe(account.accessToken)
  expect(await provider.count('refresh_token')).toBe(1)
})

test('nothing but the provider can be reached', async () => {
  expect((await fetch('https://example.com/')).status).toBe(599)
})

test('a D1 that has outlived a reset is emptied before the next test', async () => {
  const h = await seedEnvironment()
  await h.connectedAccount(await h.createProvider())
  expect(await emptyD1()).toBeGreaterThan(10)
  expect(await emptyD1()).toBe(0)
  await applyD1Migrations(env.DB, env.TEST_MIGRATIONS)
  for (const table of ['environments', 'connected_accounts', 'connection_counts']) {
    expect(await rowsOf(`SELECT * FROM ${table}`)).toEqual([])
  }
})
