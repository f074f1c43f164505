/** Administrators of an organization in the widget: contract/widget.md 4, 6. */
import { expect, test } from 'vitest'
import { rowsOf } from '../../../test/faults.ts'
import { seedEnvironment, type Harness } from '../../../test/harness.ts'
import { expectError, expectNoTrace } from '../../../test/http-laws.ts'
import { createOpen } from '../../../test/organization-client.ts'
import { createSecretProvider, ownClient } from '../../../test/secret-providers.ts'
import { manager } from '../../../test/widget-sessions.ts'
import { credentialsOf, expectJson } from '../../../test/wire.ts'

type Row = Record<string, unknown> & {
  readonly slug: string
  readonly connected_accounts: readonly { readonly id: string }[]
  readonly configuration: Record<string, unknown>
  readonly capabilities: Record<string, boolean>
}

const asAdmin = async (h: Harness, organization = 'org_1') => {
  const token = await manager(h, organization)
  const send = (method: string, path: string, body?: unknown) =>
    h.widget(method, `/DataIntegrations${path}`, body, { token })
  const list = async (path: string) =>
    (await expectJson<{ data: Row[] }>(await send('GET', path), 200)).data
  return { token, send, list }
}

/** Which capabilities a row has. */
const can = (row: Row | undefined): readonly string[] =>
  Object.entries(row?.capabilities ?? {}).flatMap(([name, isGiven]) => (isGiven ? [name] : []))

const text = expect.any(String) as string
const SCOPES = ['openid', 'offline_access', 'email']

test('a configuration holds what the published widget reads, and nothing of the developer’s client', async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  await createOpen(h, { enabled: false })
  const { list, send } = await asAdmin(h)
  const configuration = {
    object: 'data_integration_configuration',
    id: provider.integrationId,
    name: 'Strict',
    description: null,
    slug: 'strict',
    integrationType: 'custom',
    ownership: 'userland_user',
    authMethods: ['oauth'],
    enabled: true,
    scopes: SCOPES,
    defaultScopes: SCOPES,
    availableScopes: [],
    scopeDescriptions: {},
    credentials: {
      credentialsType: 'custom',
      hasCredentials: true,
      client_id: null,
      redactedClientSecret: null,
      redirectUri: provider.redirectUri,
    },
    configFields: [],
    config: {},
    createdAt: text,
    updatedAt: text,
  }
  expect(await list('/configurations')).toEqual([configuration])
  const change = { enabled: true, scopes: ['openid'] }
  const changed = await send('PUT', '/strict/configuration', change)
  expect(await expectJson(changed, 200)).toEqual({ ...configuration, scopes: ['openid'] })
  // Another organization has set nothing.
  expect(await (await asAdmin(h, 'org_2')).list('/configurations')).toEqual([configuration])
})

test('what an administrator saves holds for the members, and only of that organization', async () => {
  const h = await seedEnvironment()
  await h.createProvider()
  const { send } = await asAdmin(h)
  const [inside, outside] = [
    await h.widgetToken('user_1', 'org_1'),
    await h.widgetToken('user_1', 'org_2'),
  ]
  const begin = (token: string) =>
    h.widget('POST', '/DataIntegrations/strict/authorize', { config: {} }, { token })
  await expectJson(await send('PUT', '/strict/configuration', { enabled: false, scopes: [] }), 200)
  const refused = await expectError(await begin(inside), 404)
  expect(refused.code).toBe('integration_disabled')
  expect(refused.message).toContain('administrators of your organization')
  await expectJson(await begin(outside), 200)
  await expectNoTrace(async () => {
    const foreign = { enabled: true, scopes: ['repo'] }
    const wide = await expectError(await send('PUT', '/strict/configuration', foreign), 422)
    expect(wide.code).toBe('scope_not_configured')
    const empty = await expectError(await send('PUT', '/strict/configuration', {}), 400)
    expect(empty.code).toBe('configuration_empty')
    const other = await expectError(
      await send('PUT', '/nobody/configuration', { enabled: true }),
      404,
    )
    expect(other.code).toBe('integration_not_found')
  })
})

test('a form that is saved with the scopes as they were makes no choice of them', async () => {
  const h = await seedEnvironment()
  await h.createProvider()
  const { send } = await asAdmin(h)
  const kept = async () =>
    (await rowsOf<{ scopes: string | null }>('SELECT scopes FROM organization_overrides'))[0]
      ?.scopes
  const save = async (scopes: readonly string[]) =>
    expectJson<{ scopes: string[] }>(
      await send('PUT', '/strict/configuration', { enabled: true, scopes }),
      200,
    )
  await save(SCOPES.toReversed())
  expect(await kept()).toBeNull()
  expect((await save(['email'])).scopes).toEqual(['email'])
  expect(await kept()).toBe('["email"]')
  expect((await save(SCOPES)).scopes).toEqual(SCOPES)
  expect(await kept()).toBeNull()
})

test('an organization brings its own client; of its secret the last four characters come back', async () => {
  const h = await seedEnvironment()
  const { redirect_uri: redirectUri } = await createOpen(h, { ownership: 'organization' })
  const { send, list } = await asAdmin(h)
  const row = async () => (await list('/organization'))[0]
  const before = await row()
  expect(before).toMatchObject({
    object: 'data_integration',
    slug: 'github',
    ownership: 'organization',
    installation: null,
    connected_accounts: [],
    configuration: {
      hasOverride: false,
      rootEnabled: true,
      overrideEnabled: null,
      enabled: true,
      disabledSource: null,
      configured: false,
      credentials: { credentialsType: 'organization', hasCredentials: false, redirectUri },
    },
  })
  // Nobody can connect until there is a client.
  expect(can(before)).toEqual(['canConfigure'])
  const path = '/github/organization/configuration'
  const change = { enabled: true, client_id: 'Iv1.own', client_secret: 'canary-own-secret-wxyz' }
  const saved = await send('PUT', path, { ...change, scopes: ['repo'] })
  expect(await saved.clone().text()).not.toContain('canary')
  expect(await expectJson(saved, 200)).toMatchObject({
    credentials: { hasCredentials: true, client_id: 'Iv1.own', redactedClientSecret: 'wxyz' },
  })
  expect(can(await row())).toEqual(['canConfigure', 'canConnect'])
  // The published form, saved again with its secret untouched.
  await expectJson(await send('PUT', path, { enabled: false, scopes: ['repo'] }), 200)
  expect(await row()).toMatchObject({
    configuration: {
      enabled: false,
      overrideEnabled: false,
      disabledSource: 'organization',
      credentials: { client_id: 'Iv1.own' },
    },
  })
  expect(can(await row())).toEqual(['canConfigure'])
})

test('a key that is shared: connected, rotated, seen by members, and ended by an administrator', async () => {
  const h = await seedEnvironment()
  await createSecretProvider(h, { ownership: 'organization' })
  const { send, list } = await asAdmin(h)
  const path = '/secretive/organization/api-key'
  const made = await expectJson<{ id: string }>(
    await send('PUT', path, { secret: 'canary-shared-0001' }),
    200,
  )
  expect(made).toMatchObject({ user_id: null, organization_id: 'org_1', userlandUserId: null })
  const rotated = await send('PUT', path, { secret: 'canary-shared-0002' })
  expect(await expectJson(rotated, 200)).toMatchObject({ id: made.id, api_key_last_4: '0002' })
  const owner = { user_id: 'user_1', organization_id: 'org_1', connection_owner: 'organization' }
  const vended = JSON.stringify(await credentialsOf(h, 'secretive', owner))
  expect(vended).toContain('canary-shared-0002')

  const [row] = await list('/organization')
  expect(row?.connected_accounts.map(({ id }) => id)).toEqual([made.id])
  expect(can(row)).toEqual(['canConfigure', 'canUpdateCredentials', 'canDisconnect'])
  const clash = await send('PUT', '/secretive/organization/client-credentials', {
    ...(await ownClient()).body,
  })
  expect((await expectError(clash, 409)).code).toBe('auth_method_mismatch')

  const end = `/organization/installations/${made.id}`
  await expectNoTrace(async () => {
    const foreign = await expectError(await (await asAdmin(h, 'org_2')).send('DELETE', end), 404)
    const none = await expectError(await send('DELETE', end.slice(0, -1)), 404)
    expect({ ...foreign, request_id: '' }).toEqual({ ...none, request_id: '' })
    // Not by the door for one's own.
    await expectError(await send('DELETE', `/installations/${made.id}`), 404)
  })
  expect(await expectJson(await send('DELETE', end), 200)).toEqual({ success: true })
  expect(can((await list('/organization'))[0])).toEqual(['canConfigure', 'canConnect'])
  const client = await ownClient()
  const byClient = await send('PUT', '/secretive/organization/client-credentials', client.body)
  expect(await expectJson(byClient, 200)).toMatchObject({ client_id: client.clientId })
})

test('an administrator ends nothing that a member owns', async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const own = await h.connectedAccount(provider, { userId: 'user_1', organizationId: 'org_1' })
  const { send } = await asAdmin(h)
  await expectNoTrace(async () => {
    await expectError(await send('DELETE', `/organization/installations/${own.accountId}`), 404)
  })
})

test('what the developer has switched off is left out, unless it is connected: then it can be ended', async () => {
  const h = await seedEnvironment()
  await createSecretProvider(h, { ownership: 'organization' })
  const { send, list } = await asAdmin(h)
  const root = '/data-integrations/secretive/organization'
  await h.api('PUT', root, { enabled: false })
  expect(await list('/organization')).toEqual([])
  await h.api('PUT', root, { enabled: true })
  await send('PUT', '/secretive/organization/api-key', { secret: 'canary-shared' })
  await h.api('PUT', root, { enabled: false })
  const [row] = await list('/organization')
  expect(row?.configuration).toMatchObject({ rootEnabled: false, disabledSource: 'developer' })
  expect(can(row)).toEqual(['canDisconnect'])
})

test('of config fields an administrator is asked for what is open, and never for a whole host', async () => {
  const h = await seedEnvironment()
  await expectJson(
    await h.api('POST', '/data-integrations', {
      provider: 'fielded',
      enabled: true,
      credentials: { type: 'organization' },
      config: { host: 'login.example.org', region: 'eu' },
      custom_provider: {
        name: 'Fielded',
        authorization_url: 'https://{host}/auth',
        token_url: 'https://{region}.tokens.example.com/token',
        config_fields: [
          { key: 'host', label: 'Host', scope: 'integration' },
          { key: 'region', label: 'Region', scope: 'integration', pattern: '[a-z]+' },
          { key: 'label', label: 'Label', scope: 'integration', required: true },
        ],
      },
    }),
    201,
  )
  const [row] = await (await asAdmin(h)).list('/configurations')
  expect(row).toMatchObject({
    config: {},
    configFields: [
      { key: 'region', required: false, default: 'eu' },
      { key: 'label', required: true },
    ],
  })
})
