/** What an operator may set: contract 2.1, decision 23, T04, T08, T33, B28-B45. */
import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { rowsOf } from '../../test/faults.ts'
import { seedEnvironment, type Harness } from '../../test/harness.ts'
import { allRows, expectError, expectNoTrace } from '../../test/http-laws.ts'
import { expectJson } from '../../test/wire.ts'

const SECRET = 'canary-client-secret-of-the-operator-wxyz'
const custom = { type: 'custom', client_id: 'client-1', client_secret: SECRET }
const CUSTOM_PROVIDER = {
  name: 'Acme',
  authorization_url: 'https://auth.acme.example/authorize',
  token_url: 'https://api.acme.example/token',
}

const create = (h: Harness, body: Record<string, unknown>) =>
  h.api('POST', '/data-integrations', { provider: 'github', credentials: custom, ...body })
const put = (h: Harness, slug: string, body: Record<string, unknown>) =>
  h.api('PUT', `/data-integrations/${slug}`, body)

test('an integration is shown as the contract has it, with four characters of its secret', async () => {
  const h = await seedEnvironment()
  const response = await create(h, { description: 'Repos', scopes: ['repo'] })
  const made = await expectJson<Record<string, unknown>>(response, 201)
  expect(made).toEqual({
    object: 'data_integration',
    id: expect.stringMatching(/^data_integration_[0-9a-z]{26}$/) as string,
    slug: 'github',
    integration_type: 'github',
    ownership: 'user',
    description: 'Repos',
    enabled: false,
    state: 'valid',
    scopes: ['repo'],
    redirect_uri: expect.stringMatching(
      new RegExp(`^${env.PUBLIC_URL}/data-integrations/github/dik_[0-9a-z]{26}/callback$`),
    ) as string,
    auth_methods: ['oauth'],
    config: {},
    credentials: { type: 'custom', client_id: 'client-1', redacted_client_secret: 'wxyz' },
    installation: null,
    custom_provider: null,
    troubles: [],
    created_at: expect.stringMatching(/^\d{4}-/) as string,
    updated_at: expect.stringMatching(/^\d{4}-/) as string,
  })
  expect(await (await h.api('GET', '/data-integrations/github')).json()).toEqual(made)
  expect(await allRows()).not.toContain('canary')
})

test('shared credentials are listed only when asked for', async () => {
  const h = await seedEnvironment()
  await expectJson(await create(h, { credentials: { type: 'shared' } }), 201)
  await expectJson(await create(h, { provider: 'slack' }), 201)
  const slugs = async (query: string) => {
    const path = `/data-integrations${query}`
    const list = await expectJson<{ data: { slug: string }[] }>(await h.api('GET', path), 200)
    expect(list).toMatchObject({ object: 'list', list_metadata: { before: null, after: null } })
    return list.data.map(({ slug }) => slug)
  }
  expect(await slugs('')).toEqual(['slack'])
  expect(await slugs('?credentials_type=shared')).toEqual(['github'])
  expect(await slugs('?ownership=organization')).toEqual([])
  expect(await slugs('?unknown=1&ownership=user')).toEqual(['slack'])
})

const described = (said: object) => ({ custom_provider: { ...CUSTOM_PROVIDER, ...said } })

const REFUSED: readonly [string, Record<string, unknown>, number, string][] = [
  ['no credentials', { credentials: undefined }, 422, 'credentials_required'],
  [
    'half a pair',
    { credentials: { type: 'custom', client_id: 'x' } },
    422,
    'client_secret_required',
  ],
  [
    'a secret alone',
    { credentials: { type: 'custom', client_secret: SECRET } },
    422,
    'invalid_request',
  ],
  [
    'a client beside credentials of organizations',
    { credentials: { type: 'organization', client_id: 'x', client_secret: SECRET } },
    422,
    'invalid_request',
  ],
  [
    'clients of organizations at the provider that is built in',
    { provider: 'sandbox', credentials: { type: 'organization' } },
    422,
    'custom_credentials_not_allowed',
  ],
  ['an unknown provider', { provider: 'nobody' }, 422, 'provider_unknown'],
  ['a name of every object', { provider: 'constructor' }, 422, 'provider_unknown'],
  [
    'a slug with a slash',
    { provider: 'a/b', custom_provider: CUSTOM_PROVIDER },
    422,
    'provider_unknown',
  ],
  [
    'a slug in capitals',
    { provider: 'GitHub', custom_provider: CUSTOM_PROVIDER },
    422,
    'provider_unknown',
  ],
  [
    'a slug of our own words',
    { provider: '__proto__', custom_provider: CUSTOM_PROVIDER },
    422,
    'provider_unknown',
  ],
  [
    'a provider of the catalogue redefined',
    { custom_provider: CUSTOM_PROVIDER },
    422,
    'provider_reserved',
  ],
  ['an owner of another kind', { ownership: 'team' }, 422, 'invalid_request'],
  ['keys instead of OAuth', { auth_methods: ['api_key'] }, 422, 'credentials_not_applicable'],
  ['a scope with a blank', { scopes: ['a b'] }, 422, 'invalid_request'],
  ['a scope with a quote', { scopes: ['a"b'] }, 422, 'invalid_request'],
  [
    '101 scopes',
    { scopes: Array.from({ length: 101 }, (_, i) => `s${i}`) },
    422,
    'invalid_request',
  ],
  ['text for a flag', { enabled: 'true' }, 422, 'invalid_request'],
  ['an undeclared field of configuration', { config: { account: 'x' } }, 422, 'config_invalid'],
  ['a list for configuration', { config: [] }, 422, 'invalid_request'],
  [
    'a name that every object has',
    JSON.parse('{"config":{"__proto__":"x"}}') as Record<string, unknown>,
    422,
    'invalid_request',
  ],
  [
    'a list for parameters',
    described({ additional_authorization_parameters: [] }),
    422,
    'invalid_request',
  ],
  ['nothing between scopes', described({ request_scope_separator: '' }), 422, 'invalid_request'],
  [
    'a provider that needs scopes',
    { provider: 'acme', custom_provider: { ...CUSTOM_PROVIDER, scopes_required: true } },
    422,
    'scopes_required',
  ],
  [
    'shared credentials nobody holds',
    { provider: 'slack', credentials: { type: 'shared' } },
    422,
    'credentials_missing',
  ],
]

test.for(REFUSED)('%s: refused, and nothing is written', async ([, body, status, code]) => {
  const h = await seedEnvironment()
  await expectNoTrace(async () => {
    const error = await expectError(await create(h, body), status)
    expect(error.code).toBe(code)
    expect(error.errors?.length).toBeGreaterThan(0)
    expect(JSON.stringify(error)).not.toContain('canary')
  })
})

test('shared credentials stay in sandboxes, and never go to addresses that a tenant typed', async () => {
  const production = await seedEnvironment({ kind: 'production' })
  await expectNoTrace(async () => {
    const response = await create(production, { credentials: { type: 'shared' } })
    expect((await expectError(response, 422)).code).toBe('shared_credentials_not_allowed')
  })
  const sandbox = await seedEnvironment()
  const clients = { acme: { client_id: 'operator', client_secret: 'canary-of-the-operator' } }
  sandbox.restartIsolate({ SHARED_CLIENTS: JSON.stringify(clients) })
  const body = { provider: 'acme', custom_provider: CUSTOM_PROVIDER }
  const created = await create(sandbox, { ...body, credentials: { type: 'shared' } })
  expect((await expectError(created, 422)).code).toBe('credentials_missing')
  await expectJson(await create(sandbox, body), 201)
  const changed = await put(sandbox, 'acme', { credentials: { type: 'shared' } })
  expect((await expectError(changed, 422)).code).toBe('credentials_missing')
})

test('of two who create one integration at once, one does, and the other is told so', async () => {
  const h = await seedEnvironment()
  const answers = await Promise.all(Array.from({ length: 5 }, () => create(h, {})))
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
    201, 409, 409, 409, 409,
  ])
  const refused = answers.find(({ status }) => status === 409) as Response
  expect((await expectError(refused, 409)).code).toBe('integration_exists')
  expect(await rowsOf('SELECT id FROM client_versions')).toHaveLength(1)
})

test('a secret is never lost by leaving it out', async () => {
  const h = await seedEnvironment()
  await expectJson(await create(h, {}), 201)
  await expectNoTrace(async () => {
    const credentials = { type: 'custom', client_id: 'client-1' }
    const response = await put(h, 'github', { credentials })
    expect((await expectError(response, 422)).code).toBe('client_secret_required')
  })
})

test('a public client needs no secret, until its provider asks for one', async () => {
  const h = await seedEnvironment()
  const custom_provider = { ...CUSTOM_PROVIDER, client_secret_required: false }
  const credentials = { type: 'custom', client_id: 'public' }
  const made = await create(h, { provider: 'acme', custom_provider, credentials })
  expect(await expectJson(made, 201)).toMatchObject({
    credentials: { client_id: 'public', redacted_client_secret: null },
  })
  const changed = await put(h, 'acme', { custom_provider: { client_secret_required: true } })
  expect((await expectError(changed, 422)).code).toBe('client_secret_required')
  const renamed = await put(h, 'acme', { custom_provider: { name: 'Acme 2' } })
  expect(await expectJson(renamed, 200)).toMatchObject({
    custom_provider: {
      name: 'Acme 2',
      token_url: CUSTOM_PROVIDER.token_url,
      client_secret_required: false,
      pkce_enabled: true,
      authenticate_via: 'request_body',
    },
  })
})

test('a redirect URI outlives a new client, and no deletion', async () => {
  const h = await seedEnvironment()
  const made = await expectJson<{ id: string; redirect_uri: string }>(await create(h, {}), 201)
  const credentials = { type: 'custom', client_id: 'client-2', client_secret: SECRET }
  const changed = await expectJson(await put(h, 'github', { credentials }), 200)
  expect(changed).toMatchObject({ id: made.id, redirect_uri: made.redirect_uri })
  expect((await h.api('DELETE', '/data-integrations/github')).status).toBe(204)
  const again = await expectJson<typeof made>(await create(h, {}), 201)
  expect(again.id).not.toBe(made.id)
  expect(again.redirect_uri).not.toBe(made.redirect_uri)
})

test('a disabled integration neither connects nor vends, and can still be disconnected', async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const account = await h.connectedAccount(provider)
  await expectJson(await put(h, provider.slug, { enabled: false }), 200)
  const vended = await h.vend(account)
  expect([vended.status, vended.body.code]).toEqual([404, 'integration_disabled'])
  const begun = await h.widget('POST', `/DataIntegrations/${provider.slug}/authorize`, {})
  expect((await expectError(begun, 404)).code).toBe('integration_disabled')
  const { data } = await expectJson<{ data: { installation: { id: string } }[] }>(
    await h.widget('GET', '/DataIntegrations/mine', undefined),
    200,
  )
  const [row] = data
  const path = `/DataIntegrations/installations/${row?.installation.id ?? ''}`
  const gone = await h.widget('DELETE', path, undefined)
  expect(await expectJson(gone, 200)).toEqual({ success: true })
})
