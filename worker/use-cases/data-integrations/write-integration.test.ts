/** What an operator may set: contract 2.1, decision 23, T04, T08, T33, B28-B45. */
import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { begin, complete, open, toCallback } from '../../test/connect-steps.ts'
import { rowsOf } from '../../test/faults.ts'
import { seedEnvironment, type Harness } from '../../test/harness.ts'
import { allRows, expectError, expectNoTrace, sendRaw } from '../../test/http-laws.ts'
import { outsideOrigin } from '../../test/outside.ts'
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
  expect(await slugs('?unknown=1&limit=-1&ownership=user')).toEqual(['slack'])
})

const REFUSED: readonly [string, Record<string, unknown>, number, string][] = [
  ['no credentials', { credentials: undefined }, 422, 'invalid_request'],
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
    'credentials of organizations',
    { credentials: { type: 'organization' } },
    422,
    'invalid_request',
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
  ['organizations as owners', { ownership: 'organization' }, 422, 'invalid_request'],
  ['keys instead of OAuth', { auth_methods: ['api_key'] }, 422, 'invalid_request'],
  ['a scope with a blank', { scopes: ['a b'] }, 422, 'invalid_request'],
  ['a scope with a quote', { scopes: ['a"b'] }, 422, 'invalid_request'],
  [
    '101 scopes',
    { scopes: Array.from({ length: 101 }, (_, i) => `s${i}`) },
    422,
    'invalid_request',
  ],
  ['text for a flag', { enabled: 'true' }, 422, 'invalid_request'],
  ['an undeclared field of configuration', { config: { account: 'x' } }, 422, 'invalid_request'],
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

const HOSTILE_URLS = [
  'http://api.acme.example/token',
  'data:text/plain,hi',
  'file:///etc/passwd',
  'ftp://acme.example/',
  'javascript:alert(1)',
  'https://127.0.0.1/',
  'https://127.1/',
  'https://0x7f.1/',
  'https://2130706433/',
  'https://①②⑦.⓪.⓪.①/',
  'https://[::1]/',
  'https://169.254.169.254/latest',
  'https://localhost/',
  'https://foo.localhost/',
  'https://metadata.google.internal/',
  'https://printer.local/',
  'https://intranet/',
  'https://user:pw@acme.example/',
  'https://acme.example:8443/',
  'https://acme.example./',
  'https:/acme.example/',
  'https:acme.example/',
  '//acme.example/',
  ' https://acme.example/',
  'https://acme.example\\@evil.example/',
  'https://acme.exa\tmple/',
  'https://ACME.example/',
  'https://acme.example/#x',
  'http://127.0.0.1:1/',
  'token',
]
const URL_FIELDS = [
  'authorization_url',
  'token_url',
  'refresh_token_url',
  'revocation_url',
  'userinfo_url',
] as const

test.for(HOSTILE_URLS)('no provider is reached at %j, by any of its addresses', async (url) => {
  const h = await seedEnvironment()
  await expectNoTrace(async () => {
    for (const name of URL_FIELDS) {
      const custom_provider = { ...CUSTOM_PROVIDER, [name]: url }
      const response = await create(h, { provider: 'acme', custom_provider })
      const { code, errors } = await expectError(response, 422)
      expect([code, errors?.[0]?.field]).toEqual(['url_not_allowed', `custom_provider.${name}`])
    }
  })
})

test('a production environment reaches no loopback address, whatever the deployment admits', async () => {
  const h = await seedEnvironment({ kind: 'production' })
  const custom_provider = { ...CUSTOM_PROVIDER, token_url: `${outsideOrigin()}/token` }
  const response = await create(h, { provider: 'acme', custom_provider })
  expect((await expectError(response, 422)).code).toBe('url_not_allowed')
})

test('of two who create one integration at once, one does, and the other is told so', async () => {
  const h = await seedEnvironment()
  const answers = await Promise.all(Array.from({ length: 5 }, () => create(h, {})))
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409])
  const refused = answers.find(({ status }) => status === 409) as Response
  expect((await expectError(refused, 409)).code).toBe('integration_exists')
  expect(await rowsOf('SELECT id FROM client_versions')).toHaveLength(1)
})

test.for(['token_url', 'refresh_token_url', 'revocation_url', 'userinfo_url'])(
  'a new host in %s demands the secret again',
  async (name) => {
    const h = await seedEnvironment()
    await expectJson(await create(h, { provider: 'acme', custom_provider: CUSTOM_PROVIDER }), 201)
    const custom_provider = { ...CUSTOM_PROVIDER, [name]: 'https://evil.example/x' }
    await expectNoTrace(async () => {
      for (const [credentials, code] of [
        [undefined, 'secret_required_for_new_host'],
        [{ type: 'shared' }, 'secret_required_for_new_host'],
        [{ type: 'custom', client_id: 'client-1' }, 'client_secret_required'],
      ] as const) {
        const response = await put(h, 'acme', { custom_provider, credentials })
        expect((await expectError(response, 422)).code).toBe(code)
      }
    })
    await expectJson(await put(h, 'acme', { custom_provider, credentials: custom }), 200)
  },
)

test('another path at the same host needs no secret, and a part that is left out stays', async () => {
  const h = await seedEnvironment()
  await expectJson(await create(h, { provider: 'acme', custom_provider: CUSTOM_PROVIDER }), 201)
  const custom_provider = { ...CUSTOM_PROVIDER, token_url: 'https://api.acme.example/v2/token' }
  const changed = await expectJson(await put(h, 'acme', { custom_provider }), 200)
  expect(changed).toMatchObject({
    custom_provider,
    credentials: { redacted_client_secret: 'wxyz' },
  })
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
  const changed = await put(h, 'acme', { custom_provider: CUSTOM_PROVIDER })
  expect((await expectError(changed, 422)).code).toBe('client_secret_required')
})

test('grants that were made before a host moved stay with the old one', async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const account = await h.connectedAccount(provider, { expiresInSeconds: -1 })
  const path = `/data-integrations/${provider.slug}`
  const before = await expectJson<{ custom_provider: object }>(await h.api('GET', path), 200)
  const custom_provider = { ...before.custom_provider, token_url: 'https://evil.example/token' }
  const credentials = { type: 'custom', client_id: 'evil', client_secret: 'evil' }
  await expectJson(await h.api('PUT', path, { custom_provider, credentials }), 200)

  const vended = await h.vend(account)
  expect(vended.body.active).toBe(true)
  const { blocked } = await provider.seen()
  expect(blocked.filter((request) => request.includes('evil'))).toEqual([])
  expect(await provider.count('refresh_token')).toBe(1)
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

test('deleting disconnects each account, gives its grant back, and ends what is under way', async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const accounts = [
    await h.connectedAccount(provider, { userId: 'user_1' }),
    await h.connectedAccount(provider, { userId: 'user_2' }),
  ]
  const pending = await begin(h, provider, 'popup', 'user_3')
  const callbackUrl = await toCallback(pending)
  await pending.browser.send(callbackUrl)
  const opened = await begin(h, provider, 'popup', 'user_4')

  const path = `/data-integrations/${provider.slug}`
  expect((await h.api('DELETE', path)).status).toBe(204)
  const { revocations, tokens } = await provider.seen()
  expect(new Set(revocations)).toEqual(new Set(tokens))
  for (const account of accounts) expect((await h.vend(account)).status).toBe(404)
  expect((await h.api('DELETE', path)).status).toBe(404)
  expect((await open(opened)).status).toBe(410)
  expect((await complete(h, pending)).status).toBe(409)
  expect((await sendRaw(new URL(callbackUrl).pathname)).status).toBe(404)
  for (const table of [
    'data_integrations',
    'client_versions',
    'custom_providers',
    'credential_versions',
  ]) {
    expect([table, await rowsOf(`SELECT * FROM ${table}`)]).toEqual([table, []])
  }
  const events = await rowsOf<{ name: string }>('SELECT name FROM events ORDER BY name')
  const count = (name: string) => events.filter((event) => event.name.endsWith(name)).length
  expect([count('.disconnected'), count('.connection_failed')]).toEqual([2, 2])

  // The same slug again: nobody is connected to it.
  await h.createProvider()
  expect((await h.vend({ slug: provider.slug, userId: 'user_1' })).body).toEqual({
    active: false,
    error: 'not_installed',
  })
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
