/** Connections by an API key: contract 2.1, 2.3, 2.4 and §5.11. */
import { expect, test } from 'vitest'
import { rowsOf } from '../../test/faults.ts'
import { seedEnvironment } from '../../test/harness.ts'
import { expectError } from '../../test/http-laws.ts'
import { credentialsOf, expectJson } from '../../test/wire.ts'

const KEY = 'canary-key-of-a-tenant-0001'
const me = { user_id: 'user_1' }

const withKeys = async (more: Record<string, unknown> = {}) => {
  const h = await seedEnvironment()
  const made = await h.api('POST', '/data-integrations', {
    provider: 'keyed',
    enabled: true,
    auth_methods: ['api_key'],
    custom_provider: { name: 'Keyed' },
    ...more,
  })
  return { h, made }
}

test('an API key is connected, vended, replaced, and taken away', async () => {
  const { h, made } = await withKeys()
  expect(await expectJson(made, 201)).toMatchObject({
    auth_methods: ['api_key'],
    credentials: null,
    redirect_uri: '',
  })
  expect(await credentialsOf(h, 'keyed')).toEqual({ active: false, error: 'not_installed' })
  const path = '/data-integrations/keyed/api-key'
  const first = await expectJson<{ id: string }>(
    await h.api('PUT', path, { ...me, secret: KEY }),
    200,
  )
  expect(first).toMatchObject({
    auth_method: 'api_key',
    api_key_last_4: '0001',
    state: 'connected',
    scopes: [],
    user_id: 'user_1',
  })
  expect(await credentialsOf(h, 'keyed')).toEqual({
    active: true,
    credential: { object: 'credential', auth_method: 'api_key', value: KEY, config: {} },
  })
  const again = await h.api('PUT', path, { ...me, secret: ` ${KEY.replace('0001', '0002')} ` })
  expect(await expectJson(again, 200)).toMatchObject({ id: first.id, api_key_last_4: '0002' })
  expect(JSON.stringify(await credentialsOf(h, 'keyed'))).toContain('tenant-0002')
  // Of the key before nothing is left.
  const versions = await rowsOf<{ grant_id: string }>(
    'SELECT grant_id FROM credential_versions WHERE account_id = ?',
    first.id,
  )
  expect(versions).toHaveLength(1)

  const account = '/user_management/users/user_1/connected_accounts/keyed'
  expect((await h.api('DELETE', account)).status).toBe(204)
  expect(await credentialsOf(h, 'keyed')).toEqual({ active: false, error: 'not_installed' })
  expect(
    await rowsOf(
      'SELECT outcome, sealed_access FROM revocations WHERE account_id = ? AND cause = ?',
      first.id,
      'disconnected',
    ),
  ).toEqual([{ outcome: 'not_supported', sealed_access: null }])
  expect(await rowsOf('SELECT 1 FROM credential_versions WHERE account_id = ?', first.id)).toEqual(
    [],
  )
})

test('what the backend says of a key that its provider refused: its user is asked for another one', async () => {
  const { h } = await withKeys()
  await h.api('PUT', '/data-integrations/keyed/api-key', { ...me, secret: KEY })
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(KEY))
  const hex = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  const report = (sha256: string) =>
    h.api('POST', '/data-integrations/keyed/token/rejected', {
      ...me,
      access_token_sha256: sha256,
    })
  // Of another key it is told which one has replaced it, as `/credentials` tells.
  expect(await expectJson(await report('0'.repeat(64)), 200)).toEqual({
    active: true,
    credential: { object: 'credential', auth_method: 'api_key', value: KEY, config: {} },
  })
  const said = await report(hex)
  expect(await expectJson(said, 200)).toEqual({ active: false, error: 'needs_reauthorization' })
  const other = { ...me, secret: 'canary-another-key', connection_intent: 'reauthorize' }
  await expectJson(await h.api('PUT', '/data-integrations/keyed/api-key', other), 200)
  expect(JSON.stringify(await credentialsOf(h, 'keyed'))).toContain('canary-another-key')
})

test('an organization’s key is its own, and no user’s', async () => {
  const { h } = await withKeys({ ownership: 'organization' })
  const owner = { user_id: 'user_1', organization_id: 'org_1', connection_owner: 'organization' }
  const put = await h.api('PUT', '/data-integrations/keyed/api-key', { ...owner, secret: KEY })
  expect(await expectJson(put, 200)).toMatchObject({ user_id: null, organization_id: 'org_1' })
  expect(
    JSON.stringify(await credentialsOf(h, 'keyed', { ...owner, user_id: 'user_2' })),
  ).toContain(KEY)
  const other = { ...owner, organization_id: 'org_2' }
  expect(await credentialsOf(h, 'keyed', other)).toEqual({ active: false, error: 'not_installed' })
})

test('an integration may bring the key of its first tenant, before it is switched on', async () => {
  const first = { secret: KEY, user_id: 'user_9' }
  const { h, made } = await withKeys({ enabled: false, api_key: first })
  expect(await expectJson(made, 201)).toMatchObject({
    enabled: false,
    installation: { user_id: 'user_9', organization_id: null, api_key_last_4: '0001' },
  })
  const put = await h.api('PUT', '/data-integrations/keyed', {
    enabled: true,
    api_key: { ...first, secret: 'canary-second-key-0003' },
  })
  expect(await expectJson(put, 200)).toMatchObject({ installation: { api_key_last_4: '0003' } })
  const vended = await credentialsOf(h, 'keyed', { user_id: 'user_9' })
  expect(vended['credential']?.['value']).toBe('canary-second-key-0003')
})

test('each way to connect refuses the others, and says where to go', async () => {
  const { h } = await withKeys()
  await h.api('PUT', '/data-integrations/keyed/api-key', { ...me, secret: KEY })
  const token = await h.api('POST', '/data-integrations/keyed/token', me)
  const refused = await expectError(token, 422)
  expect(refused.code).toBe('auth_method_mismatch')
  expect(refused.message).toContain('POST /data-integrations/keyed/credentials')
  for (const [method, path, body] of [
    ['POST', '/data-integrations/keyed/authorize', me],
    ['POST', '/user_management/users/user_2/connected_accounts/keyed', { access_token: 'a-token' }],
    ['PUT', '/user_management/users/user_1/connected_accounts/keyed', { access_token: 'a-token' }],
    [
      'PUT',
      '/data-integrations/keyed/client-credentials',
      { ...me, client_id: 'a', client_secret: 'b' },
    ],
  ] as const) {
    const { code } = await expectError(await h.api(method, path, body), 422)
    expect([path, code]).toEqual([path, 'auth_method_mismatch'])
  }
  const provider = await h.createProvider()
  await h.connectedAccount(provider)
  const path = `/data-integrations/${provider.slug}/api-key`
  expect((await expectError(await h.api('PUT', path, { ...me, secret: KEY }), 422)).code).toBe(
    'auth_method_mismatch',
  )
})

test.for([
  [
    { credentials: { type: 'custom', client_id: 'a', client_secret: 'b' } },
    'credentials_not_applicable',
  ],
  [{ auth_methods: ['client_credentials'] }, 'provider_url_required'],
  [{ auth_methods: ['oauth'] }, 'provider_url_required'],
  [{ auth_methods: [] }, 'invalid_request'],
  [{ auth_methods: ['password'] }, 'invalid_request'],
  [{ provider: 'gmail', custom_provider: undefined }, 'auth_method_not_offered'],
  [{ config: { subdomain: 'acme' } }, 'config_invalid'],
  [{ auth_methods: undefined, api_key: { secret: KEY, user_id: 'u' } }, 'api_key_not_applicable'],
  [{ api_key: { secret: 'abcd', user_id: 'u' } }, 'invalid_request'],
] as const)('an integration with %j is not made: %s', async ([more, code]) => {
  const { h, made } = await withKeys(more)
  expect((await expectError(made, 422)).code).toBe(code)
  const list = await expectJson<{ data: unknown[] }>(await h.api('GET', '/data-integrations'), 200)
  expect(list.data).toEqual([])
})

test('keys are added beside each other, once for an Idempotency-Key, and each is replaced by its own id', async () => {
  const { h } = await withKeys()
  const path = '/data-integrations/keyed/api-key'
  const add = (secret: string, key?: string) =>
    h.api(
      'POST',
      path,
      { ...me, secret, connection_intent: 'add', account_display_name: secret },
      key === undefined ? {} : { headers: { 'idempotency-key': key } },
    )
  const first = await expectJson<{ id: string }>(await add('canary-key-one', 'once-1'), 201)
  expect(first).toMatchObject({ connection_role: 'compatibility' })
  const again = await Promise.all(Array.from({ length: 5 }, () => add('canary-key-one', 'once-1')))
  for (const answer of again)
    expect((await expectJson<typeof first>(answer, 201)).id).toBe(first.id)
  expect((await expectError(await add('canary-key-two', 'once-1'), 422)).code).toBe(
    'idempotency_key_reused',
  )
  const second = await expectJson<{ id: string }>(await add('canary-key-two'), 201)
  expect(second).toMatchObject({
    connection_role: 'standard',
    account_display_name: 'canary-key-two',
  })

  const rotate = { ...me, secret: 'canary-key-three', connected_account_id: second.id }
  expect(await expectJson(await h.api('PUT', path, rotate), 200)).toMatchObject({ id: second.id })
  const of = (connected_account_id: string) =>
    credentialsOf(h, 'keyed', { ...me, connected_account_id, supports_multiple_connections: true })
  expect((await of(first.id))['credential']?.['value']).toBe('canary-key-one')
  expect((await of(second.id))['credential']?.['value']).toBe('canary-key-three')
})

test('a key of several fields: the others are judged, vended beside it, and stay when it is rotated', async () => {
  const h = await seedEnvironment()
  const made = await h.api('POST', '/data-integrations', {
    provider: 'algolia',
    enabled: true,
    auth_methods: ['api_key'],
  })
  await expectJson(made, 201)
  const put = (body: object) =>
    h.api('PUT', '/data-integrations/algolia/api-key', { ...me, secret: KEY, ...body })
  for (const [config, field] of [
    [{}, 'config.app_id'],
    [{ app_id: 'short' }, 'config.app_id'],
    [{ app_id: 'AB12CD34EF', other: 'x' }, 'config.other'],
  ] as const) {
    const { code, errors } = await expectError(await put({ config }), 422)
    expect([code, errors?.[0]?.field]).toEqual(['config_invalid', field])
  }
  const config = { app_id: 'AB12CD34EF' }
  await expectJson(await put({ config }), 200)
  const vended = { active: true, credential: { auth_method: 'api_key', value: KEY, config } }
  expect(await credentialsOf(h, 'algolia')).toMatchObject(vended)
  await expectJson(await put({}), 200)
  expect(await credentialsOf(h, 'algolia')).toMatchObject(vended)
})

test('a provider of one’s own asks for them as one of the catalogue does', async () => {
  const app = { key: 'app_id', label: 'App', scope: 'installation', pattern: '[A-Z0-9]{10}' }
  const { h, made } = await withKeys({ custom_provider: { name: 'Keyed', config_fields: [app] } })
  await expectJson(made, 201)
  const config = { app_id: 'AB12CD34EF' }
  const body = { ...me, secret: KEY, config, connection_intent: 'add' }
  await expectJson(await h.api('POST', '/data-integrations/keyed/api-key', body), 201)
  expect(await credentialsOf(h, 'keyed')).toMatchObject({ credential: { value: KEY, config } })
})
