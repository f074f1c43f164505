/** F48: another key under a known id is noticed before anything is opened or sealed with it. */
import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { testKeyring } from '../../test/builders.ts'
import { rowsOf, silenceD1 } from '../../test/faults.ts'
import { seedEnvironment, type Harness } from '../../test/harness.ts'
import { expectNoTrace } from '../../test/http-laws.ts'
import { createLogger } from '../../kit/log.ts'
import { openDatabase } from '../../storage/database.ts'
import { createRingCheck } from './check-ring.ts'

const otherBytes = btoa('z'.repeat(32))
const wrongRing = JSON.stringify({ active: 'k1', keys: { k1: otherBytes } })

const setUp = async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const account = await h.connectedAccount(provider)
  return { h, account }
}

const sealing = (h: Harness) =>
  h.api('POST', '/data-integrations', {
    provider: 'github',
    credentials: { type: 'custom', client_id: 'id', client_secret: 'canary-secret' },
  })

test('a ring with other bytes under a known id opens nothing, seals nothing, and says so', async () => {
  const { h, account } = await setUp()
  h.restartIsolate({ VAULT_KEYRING: wrongRing })
  await expectNoTrace(async () => {
    const vended = await h.vend(account)
    expect([vended.status, vended.body.code]).toEqual([503, 'vault_key_wrong'])
    const health = await h.api('GET', '/health')
    const sealed = await sealing(h)
    for (const answer of [sealed, health]) {
      expect(answer.status).toBe(503)
      expect(answer.headers.get('retry-after')).toBe('30')
      const { code, message } = (await answer.json()) as { code: string; message: string }
      expect(code).toBe('vault_key_wrong')
      expect(message).toContain('"k1"')
      expect(message).not.toContain(otherBytes.slice(0, 8))
    }
  })
  h.restartIsolate()
  expect((await h.vend(account)).token).toBe(account.accessToken)
  expect((await sealing(h)).status).toBe(201)
})

test('so is an old key that is still needed', async () => {
  const { h } = await setUp()
  const { keys } = JSON.parse(env.VAULT_KEYRING) as { keys: Record<string, string> }
  await h.connectedAccount(await h.createProvider({ slug: 'other' }), {
    userId: 'user_2',
    keyring: testKeyring(JSON.stringify({ active: 'k0', keys })),
  })
  await rowsOf(`UPDATE client_versions SET wrapped_key = replace(wrapped_key, 'w1.k1.', 'w1.k0.')`)
  h.restartIsolate({
    VAULT_KEYRING: JSON.stringify({ active: 'k1', keys: { ...keys, k0: otherBytes } }),
  })
  const answer = await sealing(h)
  expect(await answer.json()).toMatchObject({ code: 'vault_key_wrong' })
})

test('a key under a new id has nothing to be compared with, and is used', async () => {
  const { h, account } = await setUp()
  const { keys } = JSON.parse(env.VAULT_KEYRING) as { keys: Record<string, string> }
  h.restartIsolate({
    VAULT_KEYRING: JSON.stringify({ active: 'k2', keys: { ...keys, k2: otherBytes } }),
  })
  expect((await sealing(h)).status).toBe(201)
  expect((await h.vend(account)).token).toBe(account.accessToken)
})

test('with D1 silent nothing is known, and who is connected stays so', async () => {
  const { h, account } = await setUp()
  await h.vend(account)
  silenceD1()
  expect((await h.vend(account)).token).toBe(account.accessToken)
  const health = await h.api('GET', '/health')
  expect(await health.json()).toMatchObject({ database: 'unavailable' })
})

test('the same finding is kept for half a minute, and said once', async () => {
  await setUp()
  const lines: string[] = []
  let now = 1_000_000
  const check = createRingCheck({
    db: openDatabase(env.DB),
    keyring: testKeyring(wrongRing),
    clock: () => now,
    log: createLogger((line) => lines.push(line), 'info'),
    deadlineMs: 3000,
  })
  for (let count = 0; count < 5; count += 1) expect(await check()).toBe('k1')
  expect(lines).toHaveLength(1)
  await rowsOf('DELETE FROM credential_versions')
  await rowsOf('DELETE FROM client_versions')
  expect(await check()).toBe('k1')
  now += 30_000
  expect(await check()).toBeNull()
})
