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

test('a list goes page by page, both ways', async () => {
  const h = await seedEnvironment()
  for (const provider of ['github', 'slack', 'notion']) await createOpen(h, { provider })
  const page = async (query: string) => {
    const { data, list_metadata } = await listConfigurations(h, 'org_1', query)
    return { slugs: data.map(({ slug }) => slug), ...list_metadata }
  }
  const first = await page('?limit=2&unknown=1')
  expect(first).toMatchObject({ slugs: ['github', 'slack'], before: null })
  const second = await page(`?limit=2&after=${first.after ?? ''}`)
  expect(second).toMatchObject({ slugs: ['notion'], after: null })
  const back = await page(`?limit=1&before=${second.before ?? ''}`)
  expect(back.slugs).toEqual(['slack'])
  expect((await page('?order=desc')).slugs).toEqual(['notion', 'slack', 'github'])
  expect((await page('?after=data_integration_nobody')).slugs).toEqual([])
  for (const query of ['?limit=0', '?limit=101', '?limit=x', '?order=up']) {
    const refused = await h.api('GET', `/organizations/o/data_integration_configurations${query}`)
    expect((await expectError(refused, 422)).code).toBe('invalid_request')
  }
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
