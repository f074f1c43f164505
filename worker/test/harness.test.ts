import { applyD1Migrations, reset } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { freshD1 } from './fresh-d1.ts'
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
  expect(await rowsOf('SELECT * FROM connected_accounts')).toHaveLength(1)
  await freshD1()
  for (const table of ['environments', 'connected_accounts', 'connection_counts']) {
    expect(await rowsOf(`SELECT * FROM ${table}`)).toEqual([])
  }
})

test('a test begins with the schema that the migrations make on a D1 without a table', async () => {
  const schema = () =>
    rowsOf(`SELECT type, name, sql FROM sqlite_master
      WHERE name NOT GLOB '_cf_*' AND name NOT IN ('sqlite_sequence', 'd1_migrations') AND tbl_name <> 'd1_migrations'
      ORDER BY type, name`)
  const ours = await schema()
  expect(ours.length).toBeGreaterThan(50)
  await reset()
  await applyD1Migrations(env.DB, env.TEST_MIGRATIONS)
  expect(await schema()).toEqual(ours)
})
