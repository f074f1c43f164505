/** Copies in KV that a version before wrote. */
import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { seedEnvironment } from '../test/harness.ts'
import { openDatabase } from './database.ts'
import { createSnapshotCopies, readVendCheck } from './vend-checks.ts'

const copies = createSnapshotCopies(env.KV)

async function rewriteAs(change: (copy: Record<string, Record<string, unknown>>) => void) {
  for (const { name } of (await env.KV.list()).keys) {
    const copy = (await env.KV.get<Record<string, Record<string, unknown>>>(name, 'json')) ?? {}
    change(copy)
    await env.KV.put(name, JSON.stringify(copy))
  }
}

test('a copy from before there were API keys and configuration is one of OAuth without any', async () => {
  const h = await seedEnvironment()
  const { slug } = await h.createProvider()
  const keyId = (await env.DB.prepare('SELECT id FROM api_keys').first<string>('id')) ?? ''
  const at = { keyId, slug, ownership: 'user', organizationId: null } as const
  const { key, integration } = await readVendCheck(openDatabase(env.DB), at)
  if (key === null || integration === null) throw new Error('nothing was read')
  await copies.writeKey(key)
  await copies.writeIntegration(integration)
  await rewriteAs((copy) => {
    delete copy['integration']?.['authMethods']
    delete copy['integration']?.['config']
    delete copy['environment']?.['settings']
  })
  expect(await copies.readIntegration(key.environment.id, slug, 'user')).toEqual(integration)
  expect(await copies.readKey(keyId)).toEqual(key)
})

test('a copy of what an organization had set before there was configuration has none', async () => {
  const override = {
    environmentId: 'environment_1',
    dataIntegrationId: 'data_integration_1',
    organizationId: 'org_1',
    enabled: true,
    scopes: null,
    config: {},
  }
  await copies.writeOverride(override)
  await rewriteAs((copy) => void delete copy['config'])
  expect(await copies.readOverride(override)).toEqual(override)
})
