/** Whose configurations a key meets, and page by page: contract 2.2. */
import { expect, test } from 'vitest'
import { seedEnvironment } from '../../test/harness.ts'
import { expectError } from '../../test/http-laws.ts'
import {
  configure,
  createOpen,
  listConfigurations,
  putter,
} from '../../test/organization-client.ts'
import { expectJson } from '../../test/wire.ts'

const CUSTOM = { type: 'custom', client_id: 'x', client_secret: 'canary-secret' }

const setUp = async () => {
  const h = await seedEnvironment()
  await createOpen(h)
  return { h, put: putter(h) }
}

test('the two roots of a provider are set apart', async () => {
  const { h, put } = await setUp()
  const missing = await put({ enabled: false }, 'org_1', '?ownership=organization')
  expect((await expectError(missing, 404)).code).toBe('integration_not_found')
  const shared = await createOpen(h, { ownership: 'organization' })
  const off = await expectJson(
    await put({ enabled: false }, 'org_1', '?ownership=organization'),
    200,
  )
  expect(off).toMatchObject({ id: shared.id, ownership: 'organization', enabled: false })
  expect((await listConfigurations(h)).data).toMatchObject([{ ownership: 'user', enabled: true }])
  const { data } = await listConfigurations(h, 'org_1', '?ownership=organization')
  expect(data).toMatchObject([{ ownership: 'organization', enabled: false }])
  const wrong = await put({ enabled: false }, 'org_1', '?ownership=team')
  expect((await expectError(wrong, 422)).code).toBe('invalid_request')
})

test('nobody else’s key, organization or provider is met', async () => {
  const { h, put } = await setUp()
  await expectJson(await put({ enabled: false }), 200)
  const other = await seedEnvironment()
  const foreign = await expectError(await putter(other)({ enabled: true }), 404)
  expect(foreign.code).toBe('integration_not_found')
  expect((await listConfigurations(other)).data).toEqual([])
  await createOpen(other)
  expect((await listConfigurations(other)).data).toMatchObject([
    { enabled: true, has_override: false },
  ])
  const unknown = await configure(h, 'org_1', { enabled: true }, { slug: 'nobody' })
  expect((await expectError(unknown, 404)).code).toBe('integration_not_found')
  const named = await configure(h, 'org%001', { enabled: true }, { slug: 'github' })
  expect((await expectError(named, 422)).code).toBe('invalid_request')
})

test('a list is one of an organization, of shared credentials too, the newest first', async () => {
  const { h } = await setUp()
  await createOpen(h, { provider: 'slack', credentials: CUSTOM })
  h.restartIsolate({ SHARED_CLIENTS: '{"notion":{"client_id":"x","client_secret":"y"}}' })
  await createOpen(h, { provider: 'notion', credentials: { type: 'shared' } })
  const slugs = async (query: string, organization = 'org_1') =>
    (await listConfigurations(h, organization, query)).data.map(({ slug }) => slug)
  expect(await slugs('?unknown=1')).toEqual(['notion', 'slack', 'github'])
  const first = await listConfigurations(h, 'org_1', '?limit=2')
  const after = `?after=${first.list_metadata.after ?? ''}`
  expect(await slugs(after)).toEqual(['github'])
  const path = `/organizations/org_2/data_integration_configurations${after}`
  expect((await expectError(await h.api('GET', path), 422)).code).toBe('invalid_request')
})

test('of a provider with API keys there is only the switch, and it holds', async () => {
  const h = await seedEnvironment()
  const custom_provider = { name: 'Keyed' }
  const auth_methods = ['api_key']
  const body = { provider: 'keyed', enabled: true, auth_methods, custom_provider }
  await expectJson(await h.api('POST', '/data-integrations', body), 201)
  const put = (change: Record<string, unknown>) => configure(h, 'org_1', change, { slug: 'keyed' })
  for (const [change, status, code] of [
    [{ scopes: ['a'] }, 422, 'scope_not_configured'],
    [{ config: {} }, 400, 'credentials_not_organization_managed'],
    [
      { client_id: 'x', client_secret: 'canary-secret' },
      400,
      'credentials_not_organization_managed',
    ],
  ] as const) {
    expect((await expectError(await put(change), status)).code).toBe(code)
  }
  const mine = { user_id: 'user_1', organization_id: 'org_1' }
  const key = { ...mine, secret: 'canary-api-key' }
  const connect = (owner: Record<string, unknown>) =>
    h.api('PUT', '/data-integrations/keyed/api-key', owner)
  await expectJson(await connect(key), 200)
  expect(await expectJson(await put({ enabled: false }), 200)).toMatchObject({
    enabled: false,
    disabled_source: 'organization',
    default_scopes: [],
  })
  const refused = await expectError(await connect(key), 404)
  expect([refused.code, refused.message]).toEqual([
    'integration_disabled',
    expect.stringContaining('by this organization'),
  ])
  expect((await connect({ ...key, organization_id: 'org_2' })).status).toBe(200)
  const vended = await h.api('POST', '/data-integrations/keyed/credentials', mine)
  expect((await expectError(vended, 404)).code).toBe('integration_disabled')
})
