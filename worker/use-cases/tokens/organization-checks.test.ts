/** What an organization sets over an integration, as vending meets it. */
import { env } from 'cloudflare:workers'
import { afterEach, expect, test, vi } from 'vitest'
import { OwnerAccounts } from '../../refresh/owner-accounts.ts'
import { ownerAccountsStub } from '../../runtime/owner-accounts-stub.ts'
import { countD1, rowsOf, silenceD1 } from '../../test/faults.ts'
import { seedEnvironment } from '../../test/harness.ts'
import { configure } from '../../test/organization-client.ts'
import { expectJson, readVend } from '../../test/wire.ts'

afterEach(() => {
  vi.useRealTimers()
})

const laterBy = (ms: number): void => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms })
}

const setUp = async (organizations: readonly string[] = ['org_1']) => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  for (const organizationId of organizations) await h.connectedAccount(provider, { organizationId })
  const account = await h.connectedAccount(provider)
  const vend = async (organization?: string, path = 'token') =>
    readVend(
      await h.api('POST', `/data-integrations/strict/${path}`, {
        user_id: 'user_1',
        ...(organization === undefined ? {} : { organization_id: organization }),
      }),
    )
  const put = async (change: Record<string, unknown>, organization = 'org_1') =>
    expectJson(await configure(h, organization, change), 200)
  return { h, provider, account, vend, put }
}

test('an organization’s disable stops its vends within 30 s, and says by whom; no other organization’s', async () => {
  const { vend, put } = await setUp(['org_1', 'org_2'])
  for (const organization of ['org_1', 'org_2', undefined]) {
    expect((await vend(organization)).status).toBe(200)
  }
  await put({ enabled: false })
  laterBy(29_000)
  expect((await vend('org_1')).status).toBe(200)
  laterBy(2000)
  const refused = await vend('org_1')
  expect([refused.status, refused.body.code]).toEqual([404, 'integration_disabled'])
  expect((refused.body as { message?: string }).message).toContain('by this organization')
  expect(refused.token).toBeUndefined()
  expect((await vend('org_1', 'credentials')).status).toBe(404)
  for (const organization of ['org_2', undefined]) {
    expect((await vend(organization)).status).toBe(200)
  }
  await put({ enabled: true })
  laterBy(31_000)
  expect((await vend('org_1')).status).toBe(200)
})

test('where both have disabled it, the developer is named', async () => {
  const { h, vend, put } = await setUp()
  await put({ enabled: false })
  await h.api('PUT', '/data-integrations/strict', { enabled: false })
  const { body } = await vend('org_1')
  expect((body as { message?: string }).message).toContain('by the developer')
})

test('a warm isolate asks D1 nothing, whether an organization has set something or not', async () => {
  const { vend, put } = await setUp(['org_1', 'org_2'])
  await put({ enabled: true })
  for (const organization of ['org_1', 'org_2']) await vend(organization)
  const statements = countD1()
  for (const organization of ['org_1', 'org_2', undefined]) {
    expect((await vend(organization)).status).toBe(200)
  }
  expect(statements()).toBe(0)
})

test('while nobody has set anything, one look is enough for all organizations', async () => {
  const { vend } = await setUp(['org_1', 'org_2'])
  await vend('org_1')
  const statements = countD1()
  expect((await vend('org_2')).status).toBe(200)
  expect(statements()).toBe(0)
})

test('what is not known of an organization is asked beside the hop, in one round trip', async () => {
  const { vend, put } = await setUp(['org_1', 'org_2'])
  await put({ enabled: false })
  expect((await vend('org_2')).status).toBe(200)
  const hop = vi.spyOn(OwnerAccounts.prototype, 'vendText')
  const d1 = Object.getPrototypeOf(env.DB) as D1Database
  const batch = vi.spyOn(d1, 'batch')
  expect((await vend('org_1')).body.code).toBe('integration_disabled')
  expect([hop.mock.calls.length, batch.mock.calls.length]).toEqual([1, 1])
})

test('missing scopes are those that the organization asks for and the grant lacks', async () => {
  const { h, provider, vend, put } = await setUp()
  const missing = async (organization?: string) => {
    const { body } = await vend(organization)
    return (body.access_token as unknown as { missing_scopes: string[] }).missing_scopes
  }
  await h.api('PUT', `/data-integrations/${provider.slug}`, { scopes: ['openid', 'calendar'] })
  h.restartIsolate()
  expect([await missing('org_1'), await missing()]).toEqual([['calendar'], ['calendar']])
  await put({ scopes: ['openid'] })
  h.restartIsolate()
  expect([await missing('org_1'), await missing()]).toEqual([[], ['calendar']])
})

test('with D1 silent an organization’s disable is told by KV’s copy in a new isolate', async () => {
  const { h, vend, put } = await setUp()
  await vend('org_1')
  await put({ enabled: false })
  h.restartIsolate()
  silenceD1()
  expect((await vend('org_1')).body.code).toBe('integration_disabled')
  expect((await vend()).status).toBe(200)
})

test('with D1 silent and the copy lost, an isolate goes by what it knew', async () => {
  const { vend, put } = await setUp()
  await put({ enabled: false })
  expect((await vend('org_1')).status).toBe(404)
  for (const { name } of (await env.KV.list({ prefix: 'override:' })).keys)
    await env.KV.delete(name)
  laterBy(31_000)
  silenceD1()
  expect((await vend('org_1')).body.code).toBe('integration_disabled')
})

test('a copy that was written late is followed by one of the row as it is', async () => {
  const { h, put } = await setUp()
  const kv = Object.getPrototypeOf(env.KV) as KVNamespace
  const write = Object.getOwnPropertyDescriptor(kv, 'put')?.value as KVNamespace['put']
  vi.spyOn(kv, 'put').mockImplementationOnce(async function (this: KVNamespace, ...all) {
    await put({ enabled: false })
    return write.apply(this, all)
  })
  await put({ scopes: ['openid'] })
  const [copy] = (await env.KV.list({ prefix: `override:${h.environment.id}:` })).keys
  expect(await env.KV.get(copy?.name ?? '', 'json')).toMatchObject({
    enabled: false,
    scopes: ['openid'],
  })
})

test('a copy that was lost is written again by who reads D1', async () => {
  const { h, vend, put } = await setUp()
  await vend('org_1')
  await put({ enabled: false })
  const names = async () =>
    (await env.KV.list({ prefix: `override:${h.environment.id}:` })).keys.map(({ name }) => name)
  const [name = ''] = await names()
  await env.KV.delete(name)
  h.restartIsolate()
  await vend('org_1')
  await expect.poll(names).toEqual([name])
  expect(await env.KV.get(name, 'json')).toMatchObject({ organizationId: 'org_1', enabled: false })
  expect(name).not.toContain('org_1')
})

test('a disable is in KV before it is in D1, and a KV that fails does not stop it', async () => {
  const { h, put } = await setUp()
  const silent = silenceD1(/insert into "organization_overrides"/)
  expect((await configure(h, 'org_1', { enabled: false })).status).toBe(503)
  expect((await env.KV.list({ prefix: 'override:' })).keys).toHaveLength(1)
  silent.heal()
  vi.spyOn(Object.getPrototypeOf(env.KV) as KVNamespace, 'put').mockRejectedValue(new Error('KV'))
  await put({ enabled: false })
  expect(await rowsOf('SELECT enabled FROM organization_overrides')).toEqual([{ enabled: 0 }])
})

test('accounts of a disabled one are still cared for', async () => {
  const { h, provider, vend, put } = await setUp([])
  const account = await h.connectedAccount(provider, {
    userId: 'user_9',
    organizationId: 'org_1',
    expiresInSeconds: -1,
  })
  await put({ enabled: false })
  expect((await vend('org_1')).status).toBe(404)
  const { reference, slug } = account
  await ownerAccountsStub(env, reference).vend({ v: 1, reference, slug })
  expect(await provider.count('refresh_token')).toBe(1)
})
