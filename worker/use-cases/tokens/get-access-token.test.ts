/** The checks beside the hop: how long an old answer may still hold, and what it may not do. */
import { env } from 'cloudflare:workers'
import { afterEach, expect, test, vi } from 'vitest'
import { createApiKey } from '../../auth/api-key.ts'
import { importHmacKey } from '../../kit/digest.ts'
import { utf8 } from '../../kit/encoding.ts'
import { systemRandom } from '../../kit/ids.ts'
import { countD1, holdBatches, objectOf, recordOf, silenceD1 } from '../../test/faults.ts'
import { seedEnvironment } from '../../test/harness.ts'
import { OwnerAccounts } from '../../refresh/owner-accounts.ts'
import { readVend } from '../../test/wire.ts'

afterEach(() => {
  vi.useRealTimers()
})

const laterBy = (ms: number): void => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms })
}

const setUp = async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const account = await h.connectedAccount(provider)
  expect((await h.vend(account)).status).toBe(200)
  return { h, provider, account }
}

/** A well-formed key with a known id and another secret. */
async function forgedKey(keyId: string): Promise<string> {
  const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
  const id = Uint8Array.from(keyId.slice('key_'.length), (letter) => letters.indexOf(letter))
  const random = (count: number) => (count === id.length ? id : systemRandom(count))
  const { key, id: made } = await createApiKey(random, 'test', await importHmacKey(utf8('other')))
  expect(made).toBe(keyId)
  return key.reveal()
}

const revokeKey = (keyId: string) =>
  env.DB.prepare('UPDATE api_keys SET revoked_at = ? WHERE id = ?').bind(Date.now(), keyId).run()

test('a revoked key vends for no longer than 30 s', async () => {
  const { h, account } = await setUp()
  await revokeKey(h.environment.keyId)
  laterBy(29_000)
  expect((await h.vend(account)).status).toBe(200)
  laterBy(2000)
  const refused = await h.vend(account)
  expect(refused.status).toBe(401)
  expect(refused.body.code).toBe('api_key_invalid')
  expect(refused.token).toBeUndefined()
})

test('a disabled integration vends for no longer than 30 s', async () => {
  const { h, provider, account } = await setUp()
  const put = await h.api('PUT', `/data-integrations/${provider.slug}`, { enabled: false })
  expect(put.status).toBe(200)
  laterBy(31_000)
  const refused = await h.vend(account)
  expect(refused.status).toBe(404)
  expect(refused.body.code).toBe('integration_disabled')
  laterBy(1000)
  const again = await h.api('PUT', `/data-integrations/${provider.slug}`, { enabled: true })
  expect(again.status).toBe(200)
  laterBy(31_000)
  expect((await h.vend(account)).status).toBe(200)
})

test('a fresh token in a warm isolate is one hop: no statement in D1, and nothing sent', async () => {
  const { h, account } = await setUp()
  const statements = countD1()
  const sent = vi.spyOn(globalThis, 'fetch')
  const hop = vi.spyOn(OwnerAccounts.prototype, 'vendText')
  expect((await h.vend(account)).token).toBe(account.accessToken)
  expect([statements(), sent.mock.calls.length, hop.mock.calls.length]).toEqual([0, 0, 1])
})

test('a stale snapshot is checked beside the hop, and the answer waits for both', async () => {
  const { h, account } = await setUp()
  laterBy(31_000)
  await revokeKey(h.environment.keyId)
  const hop = vi.spyOn(OwnerAccounts.prototype, 'vendText')
  const statements = countD1()
  const refused = await h.vend(account)
  expect(hop).toHaveBeenCalledTimes(1)
  expect(statements()).toBeGreaterThan(0)
  expect(refused.status).toBe(401)
  expect(refused.token).toBeUndefined()
})

test('a stale snapshot that is confirmed costs one hop, not two', async () => {
  const { h, account } = await setUp()
  laterBy(31_000)
  const hop = vi.spyOn(OwnerAccounts.prototype, 'vendText')
  expect((await h.vend(account)).token).toBe(account.accessToken)
  expect(hop).toHaveBeenCalledTimes(1)
})

test('a wrong secret under a known key id reaches no object, however old the snapshot is', async () => {
  const { h, provider, account } = await setUp()
  const forged = await forgedKey(h.environment.keyId)
  const hop = vi.spyOn(OwnerAccounts.prototype, 'vendText')
  for (const wait of [0, 31_000]) {
    laterBy(wait)
    const response = await h.api(
      'POST',
      `/data-integrations/${provider.slug}/token`,
      { user_id: account.userId },
      { headers: { authorization: `Bearer ${forged}` } },
    )
    expect((await readVend(response)).body.code).toBe('api_key_invalid')
  }
  expect(hop).not.toHaveBeenCalled()
})

test('the key of one environment does not vend the account of another', async () => {
  const { provider, account } = await setUp()
  const other = await seedEnvironment()
  expect((await other.vend(account)).body.code).toBe('integration_not_found')
  const twin = await other.createProvider({ slug: provider.slug })
  expect((await other.vend({ ...account, slug: twin.slug })).body).toEqual({
    active: false,
    error: 'not_installed',
  })
})

test('an account keyed with an organization is found only with it', async () => {
  const { h, provider } = await setUp()
  const account = await h.connectedAccount(provider, { userId: 'user_2', organizationId: 'org_1' })
  expect((await h.vend(account)).body).toEqual({ active: false, error: 'not_installed' })
  const response = await h.api('POST', `/data-integrations/${provider.slug}/token`, {
    user_id: 'user_2',
    organization_id: 'org_1',
  })
  expect((await readVend(response)).token).toBe(account.accessToken)
})

test('with D1 silent a disabled integration is refused by KV’s copy in a new isolate', async () => {
  const { h, provider, account } = await setUp()
  await expect.poll(async () => (await env.KV.list()).keys.length).toBe(2)
  await h.api('PUT', `/data-integrations/${provider.slug}`, { enabled: false })
  h.restartIsolate()
  silenceD1()
  expect((await h.vend(account)).body.code).toBe('integration_disabled')
})

test('with D1 silent and nothing known, the answer is 503 and not “no such integration”', async () => {
  const { h, account } = await setUp()
  await expect.poll(async () => (await env.KV.list()).keys.length).toBe(2)
  for (const { name } of (await env.KV.list()).keys) await env.KV.delete(name)
  h.restartIsolate()
  silenceD1()
  const vended = await h.vend(account)
  expect(vended.status).toBe(503)
  expect(vended.body.code).toBe('storage_unavailable')
  expect(vended.retryAfter).not.toBeNull()
})

test('a D1 that hangs is passed by as one that throws: KV answers for it', async () => {
  const { h, account } = await setUp()
  await expect.poll(async () => (await env.KV.list()).keys.length).toBe(2)
  h.restartIsolate()
  const held = holdBatches()
  expect((await h.vend(account)).body.active).toBe(true)
  held.release()
})

test('an object that cannot be reached is a 503, never a 500', async () => {
  const { h, account } = await setUp()
  const hop = vi.spyOn(OwnerAccounts.prototype, 'vendText').mockImplementation(async () => {
    throw new Error('Network connection lost.')
  })
  const vended = await h.vend(account)
  expect(vended.status).toBe(503)
  expect(vended.body.code).toBe('storage_unavailable')
  expect(hop).toHaveBeenCalledTimes(2)
})

test('an object that is overloaded is asked once', async () => {
  const { h, account } = await setUp()
  const hop = vi.spyOn(OwnerAccounts.prototype, 'vendText').mockImplementation(async () => {
    throw Object.assign(new Error('Durable Object is overloaded.'), { overloaded: true })
  })
  const { status, retryAfter } = await h.vend(account)
  expect(status).toBe(503)
  expect(Number(retryAfter)).toBeGreaterThan(0)
  expect(hop).toHaveBeenCalledTimes(1)
})

test('the refresh token never leaves the object with a vend', async () => {
  const { account } = await setUp()
  const { reference, slug } = account
  const object = await objectOf(reference)
  const text = await object.vendText(JSON.stringify({ v: 1, reference, slug }))
  const { credential } = await recordOf(reference)
  expect(text).toContain(credential?.sealedAccess)
  expect(text).not.toContain(credential?.sealedRefresh)
})
