/** What an organization may set over an integration: contract 2.2, and its refusals. */
import { expect, test } from 'vitest'
import { seedEnvironment } from '../../test/harness.ts'
import { allRows, expectError, expectNoTrace } from '../../test/http-laws.ts'
import {
  configure,
  createOpen,
  listConfigurations,
  putter,
  type Configuration,
} from '../../test/organization-client.ts'
import { expectJson } from '../../test/wire.ts'

const SECRET = 'canary-secret-of-an-organization-wxyz'
const PAIR = { client_id: 'org-client', client_secret: SECRET }
const custom = { type: 'custom', client_id: 'client-1', client_secret: 'canary-of-the-developer' }

const setUp = async (credentials: Record<string, unknown> = { type: 'organization' }) => {
  const h = await seedEnvironment()
  const integration = await createOpen(h, { credentials })
  return { h, integration, put: putter(h) }
}

test('a configuration is shown as the contract has it, with four characters of its secret', async () => {
  const { h, integration, put } = await setUp()
  const before = await listConfigurations(h)
  const shown = {
    object: 'data_integration_configuration',
    id: integration.id,
    organization_id: 'org_1',
    slug: 'github',
    name: 'GitHub',
    enabled: true,
    scopes: null,
    config: {},
    credentials: {
      credentials_type: 'organization',
      has_credentials: false,
      client_id: null,
      client_secret_last_four: null,
      redirect_uri: integration.redirect_uri,
    },
    created_at: expect.stringMatching(/^\d{4}-/) as string,
    updated_at: expect.stringMatching(/^\d{4}-/) as string,
    ownership: 'user',
    has_override: false,
    disabled_source: null,
    default_scopes: ['read:user', 'user:email'],
    available_scopes: expect.arrayContaining(['repo', 'gist']) as string[],
    effective_scopes: ['read:user', 'user:email'],
  }
  expect(before).toEqual({
    object: 'list',
    data: [shown],
    list_metadata: { before: null, after: null },
  })

  const answer = await expectJson(await put({ ...PAIR, scopes: ['repo'], enabled: true }), 200)
  expect(answer).toEqual({
    ...shown,
    scopes: ['repo'],
    credentials: {
      ...shown.credentials,
      has_credentials: true,
      client_id: 'org-client',
      client_secret_last_four: 'wxyz',
    },
    has_override: true,
    effective_scopes: ['repo'],
  })
  expect((await listConfigurations(h)).data).toEqual([answer])
  expect((await listConfigurations(h, 'org_2')).data).toEqual([
    { ...shown, organization_id: 'org_2' },
  ])
  expect(await allRows()).not.toContain('canary')
})

test('without credentials of organizations there is nothing to tell about a client', async () => {
  const { put } = await setUp(custom)
  expect(await expectJson(await put({ enabled: true }), 200)).not.toHaveProperty('credentials')
})

test('the developer’s disable wins over the organization’s word, and says whose it is', async () => {
  const { h, put } = await setUp()
  const developer = async (enabled: boolean) =>
    expectJson(await h.api('PUT', '/data-integrations/github', { enabled }), 200)
  await developer(false)
  const on = await expectJson(await put({ enabled: true }), 200)
  expect(on).toMatchObject({ enabled: false, disabled_source: 'developer' })
  await developer(true)
  expect((await listConfigurations(h)).data).toMatchObject([
    { enabled: true, disabled_source: null },
  ])
  const off = await expectJson(await put({ enabled: false }), 200)
  expect(off).toMatchObject({ enabled: false, disabled_source: 'organization' })
  await developer(false)
  expect((await listConfigurations(h)).data).toMatchObject([
    { enabled: false, disabled_source: 'developer' },
  ])
  expect((await listConfigurations(h, 'org_2')).data).toMatchObject([
    { disabled_source: 'developer' },
  ])
})

test('what is left out stays as it is, and null takes the scopes back', async () => {
  const { put } = await setUp()
  await expectJson(await put({ ...PAIR, scopes: ['gist'], enabled: false }), 200)
  const shown = await expectJson<Configuration>(await put({ scopes: null }), 200)
  expect(shown).toMatchObject({ enabled: false, scopes: null })
  expect(shown.credentials).toMatchObject({ client_id: 'org-client' })
})

const REFUSED: readonly [string, Record<string, unknown>, number, string][] = [
  ['nothing', {}, 400, 'configuration_empty'],
  ['an id alone', { client_id: 'x' }, 400, 'client_pair_incomplete'],
  ['a secret alone', { client_secret: SECRET }, 400, 'client_pair_incomplete'],
  ['a scope that the provider lacks', { scopes: ['repo', 'nothing'] }, 422, 'scope_not_configured'],
  ['a scope with a blank', { scopes: ['a b'] }, 422, 'invalid_request'],
  ['no scope list', { scopes: 'repo' }, 422, 'invalid_request'],
  ['null for the flag', { enabled: null }, 422, 'invalid_request'],
  ['null for the client', { client_id: null, client_secret: null }, 422, 'invalid_request'],
  ['an empty secret', { client_id: 'x', client_secret: '' }, 422, 'invalid_request'],
  ['an owner in the body', { enabled: true, ownership: 'user' }, 422, 'invalid_request'],
]

test.for(REFUSED)('%s: refused, and nothing is written', async ([, change, status, code]) => {
  const { put } = await setUp()
  await expectJson(await put(PAIR), 200)
  await expectNoTrace(async () => {
    const error = await expectError(await put(change), status)
    expect(error.code).toBe(code)
    expect(JSON.stringify(error)).not.toContain('canary')
  })
})

test.for([PAIR, { client_id: 'x' }, { config: {} }])(
  'the developer’s client leaves an organization no %o to set',
  async (change) => {
    const { put } = await setUp(custom)
    await expectNoTrace(async () => {
      const { code } = await expectError(await put({ ...change, enabled: true }), 400)
      expect(code).toBe('credentials_not_organization_managed')
    })
  },
)

test('with the developer’s client only the developer’s scopes may be chosen', async () => {
  const { h, put } = await setUp(custom)
  expect((await put({ scopes: ['read:user'] })).status).toBe(200)
  expect((await expectError(await put({ scopes: ['repo'] }), 422)).code).toBe(
    'scope_not_configured',
  )
  await expectJson(await h.api('PUT', '/data-integrations/github', { scopes: ['repo'] }), 200)
  expect((await put({ scopes: ['repo'] })).status).toBe(200)
  const { message, code } = await expectError(await put({ scopes: ['read:user'] }), 422)
  expect([code, message]).toEqual(['scope_not_configured', expect.stringContaining('"read:user"')])
  // What the developer takes away later is taken away from organizations, too.
  await expectJson(await h.api('PUT', '/data-integrations/github', { scopes: ['gist'] }), 200)
  expect((await listConfigurations(h)).data).toMatchObject([
    { scopes: ['repo'], effective_scopes: [] },
  ])
})

test('a provider without a list of scopes takes any from who brings the client, and must have one if it says so', async () => {
  const { h } = await setUp()
  const custom_provider = {
    name: 'Acme',
    authorization_url: 'https://auth.acme.example/authorize',
    token_url: 'https://api.acme.example/token',
    scopes_required: true,
  }
  await createOpen(h, { provider: 'acme', scopes: ['tasks'], custom_provider })
  const put = (change: Record<string, unknown>) => configure(h, 'org_1', change, { slug: 'acme' })
  expect(await expectJson(await put({ scopes: ['whatever:it-likes'] }), 200)).toMatchObject({
    scopes: ['whatever:it-likes'],
  })
  expect((await expectError(await put({ scopes: [] }), 422)).code).toBe('scopes_required')
})

test('a public client is an id without a secret', async () => {
  const { h } = await setUp()
  const custom_provider = {
    name: 'Acme',
    authorization_url: 'https://auth.acme.example/authorize',
    token_url: 'https://api.acme.example/token',
    client_secret_required: false,
  }
  await createOpen(h, { provider: 'acme', custom_provider })
  const put = (change: Record<string, unknown>) => configure(h, 'org_1', change, { slug: 'acme' })
  const shown = await expectJson<Configuration>(await put({ client_id: 'public' }), 200)
  expect(shown.credentials).toMatchObject({ client_id: 'public', client_secret_last_four: null })
})
