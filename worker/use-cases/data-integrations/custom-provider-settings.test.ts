/** Which addresses a tenant may name, and what happens when they change: T33, B28-B45, decision 23. */
import { expect, test } from 'vitest'
import { rowsOf } from '../../test/faults.ts'
import { seedEnvironment, type Harness } from '../../test/harness.ts'
import { expectError, expectNoTrace } from '../../test/http-laws.ts'
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
  'issuer',
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

test('an optional address is taken away with null, and stays when it is not named', async () => {
  const h = await seedEnvironment()
  const optional = {
    revocation_url: 'https://api.acme.example/revoke',
    userinfo_url: 'https://api.acme.example/me',
    issuer: 'https://auth.acme.example',
  }
  const custom_provider = { ...CUSTOM_PROVIDER, ...optional }
  await expectJson(await create(h, { provider: 'acme', custom_provider }), 201)
  type Shown = { readonly custom_provider: Readonly<Record<string, unknown>> }
  const shown = async (body: object) =>
    (await expectJson<Shown>(await put(h, 'acme', { custom_provider: body }), 200)).custom_provider
  expect(await shown({ name: 'Acme Inc.' })).toMatchObject(optional)
  expect(await shown({ revocation_url: null, issuer: null })).toMatchObject({
    revocation_url: null,
    issuer: null,
    userinfo_url: optional.userinfo_url,
  })
  // Nothing is given back where no address says how.
  const stored = await rowsOf<{ definition: string }>(
    `SELECT definition FROM custom_providers WHERE environment_id = ?`,
    h.environment.id,
  )
  expect(stored[0]?.definition).not.toContain('/revoke')
})

test('an issuer has no query, and a sandbox’s may be a loopback one that is admitted', async () => {
  const h = await seedEnvironment()
  const createWith = (issuer: string) =>
    create(h, { provider: 'acme', custom_provider: { ...CUSTOM_PROVIDER, issuer } })
  for (const issuer of ['https://acme.example/?tenant=1', 'https://acme.example?']) {
    const { code, errors } = await expectError(await createWith(issuer), 422)
    expect([code, errors?.[0]?.field]).toEqual(['url_not_allowed', 'custom_provider.issuer'])
  }
  await expectJson(await createWith(outsideOrigin()), 201)
})

test('a production environment reaches no loopback address, whatever the deployment admits', async () => {
  const h = await seedEnvironment({ kind: 'production' })
  const custom_provider = { ...CUSTOM_PROVIDER, token_url: `${outsideOrigin()}/token` }
  const response = await create(h, { provider: 'acme', custom_provider })
  expect((await expectError(response, 422)).code).toBe('url_not_allowed')
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
