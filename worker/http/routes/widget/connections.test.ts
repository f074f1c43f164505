/** What a widget reads and ends: contract/widget.md 3, T22, T25, B106. */
import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { rowsOf } from '../../../test/faults.ts'
import { seedEnvironment } from '../../../test/harness.ts'
import { expectError, expectNoTrace, sendRaw, widgetHeaders } from '../../../test/http-laws.ts'
import { outsideOrigin } from '../../../test/outside.ts'
import { createSecretProvider, ownClient } from '../../../test/secret-providers.ts'
import { expectJson } from '../../../test/wire.ts'

const setUp = async () => {
  const h = await seedEnvironment({ name: 'Acme' })
  const provider = await h.createProvider()
  const account = await h.connectedAccount(provider, { userId: 'user_1' })
  const mine = async (as: { user?: string; token?: string } = {}) => {
    const response = await h.widget('GET', '/DataIntegrations/mine', undefined, as)
    return (await expectJson<{ data: Record<string, unknown>[] }>(response, 200)).data
  }
  return { h, provider, account, mine }
}

test('a row holds what both widgets read, in snake and in camel case', async () => {
  const { provider, account, mine } = await setUp()
  const text = expect.any(String) as string
  const installation = {
    object: 'connected_account',
    id: account.accountId,
    connection_role: 'compatibility',
    account_identifier: 'provider-user_1',
    account_display_name: null,
    nickname: null,
    preferred: false,
    user_id: 'user_1',
    organization_id: null,
    scopes: ['openid', 'offline_access', 'email'],
    auth_method: 'oauth',
    api_key_last_4: null,
    client_id: null,
    client_secret_last_4: null,
    config: {},
    last_used_at: null,
    last_refreshed_at: null,
    last_error: null,
    needs_user_at: null,
    needs_user_reason: null,
    state: 'connected',
    created_at: text,
    updated_at: text,
    userlandUserId: 'user_1',
    organizationId: null,
    createdAt: text,
    updatedAt: text,
    missing_scopes: [],
    picture_url: null,
  }
  expect(await mine()).toEqual([
    {
      object: 'data_integration',
      id: provider.integrationId,
      name: 'Strict',
      description: null,
      slug: 'strict',
      integrationType: 'custom',
      ownership: 'userland_user',
      credentialsType: 'custom',
      scopes: ['openid', 'offline_access', 'email'],
      createdAt: text,
      updatedAt: text,
      installation,
      configFields: [],
      config: {},
      authMethods: ['oauth'],
      connected_accounts: [installation],
      disabledSource: null,
      category: null,
      aliases: [],
      scopeDescriptions: {},
    },
  ])
})

test('a provider of the catalogue brings its icon, from this deployment', async () => {
  const { h, mine } = await setUp()
  const credentials = { type: 'shared' }
  await h.api('POST', '/data-integrations', { provider: 'github', enabled: true, credentials })
  const github = (await mine()).find(({ slug }) => slug === 'github')
  expect(github).toMatchObject({
    name: 'GitHub',
    iconSlug: 'github',
    iconUrl: `${env.PUBLIC_URL}/icons/github.svg`,
    installation: null,
    connected_accounts: [],
  })
})

test('a row says how it is connected, what has to be asked, and what was set for everybody', async () => {
  const { h, mine } = await setUp()
  const field = {
    key: 'tenant',
    label: 'Tenant',
    required: true,
    scope: 'installation',
    description: 'As in your address.',
    example: 'acme',
    pattern: '[a-z]+',
    pattern_flags: 'i',
    order: 2,
    default: 'token',
  }
  await createSecretProvider(h, {
    custom: {
      token_url: `${outsideOrigin()}/{tenant}`,
      config_fields: [field, { key: 'region', label: 'Region', scope: 'integration' }],
    },
    config: { region: 'eu' },
  })
  const client = await ownClient()
  const path = '/DataIntegrations/secretive/client-credentials'
  const config = { tenant: 'token' }
  await expectJson(await h.widget('PUT', path, { ...client.body, config }), 200)
  const { pattern_flags: patternFlags, ...shown } = field
  const row = (await mine()).find(({ slug }) => slug === 'secretive')
  expect(row).toMatchObject({
    authMethods: ['api_key', 'client_credentials'],
    configFields: [
      { ...shown, patternFlags, secret: false },
      { key: 'region', label: 'Region', required: true, scope: 'integration', secret: false },
    ],
    config: { region: 'eu' },
    installation: {
      auth_method: 'client_credentials',
      client_id: client.clientId,
      client_secret_last_4: client.body.client_secret.slice(-4),
      api_key_last_4: null,
      config,
    },
  })
})

test('the settings name the environment and the origin of the popup', async () => {
  const { h } = await setUp()
  const response = await h.widget('GET', '/settings', undefined)
  expect(await expectJson(response, 200)).toEqual({
    object: 'settings',
    authkitOrigin: env.PUBLIC_URL,
    teamName: 'Acme',
    logoDarkIconPath: null,
    logoDarkPath: null,
    logoLightIconPath: null,
    logoLightPath: null,
  })
})

test('another user, and the same user in an organization, see and end nothing of it', async () => {
  const { h, account, mine } = await setUp()
  const inOrganization = await h.widgetToken('user_1', 'org_1')
  const elsewhere = await seedEnvironment()
  const path = `/DataIntegrations/installations/${account.accountId}`
  const unknown = path.slice(0, -1)
  await expectNoTrace(async () => {
    for (const as of [{ user: 'user_2' }, { user: 'User_1' }, { token: inOrganization }]) {
      expect((await mine(as)).map(({ installation }) => installation)).toEqual([null])
      const foreign = await expectError(await h.widget('DELETE', path, undefined, as), 404)
      const none = await expectError(await h.widget('DELETE', unknown, undefined, as), 404)
      expect({ ...foreign, request_id: '' }).toEqual({ ...none, request_id: '' })
    }
    await expectError(await elsewhere.widget('DELETE', path, undefined), 404)
  })
  expect((await h.vend(account)).body.active).toBe(true)
})

test('a session ends with the key that asked for it', async () => {
  const { h } = await setUp()
  const token = await h.widgetToken('user_1')
  await rowsOf('UPDATE api_keys SET revoked_at = 1 WHERE id = ?', h.environment.keyId)
  const response = await h.widget('GET', '/DataIntegrations/mine', undefined, { token })
  expect((await expectError(response, 403)).code).toBe('widget_token_invalid')
})

test('a session with permissions needs an organization to manage', async () => {
  const { h } = await setUp()
  const scopes = ['widgets:pipes:manage']
  const alone = await h.api('POST', '/widgets/token', { user_id: 'u', scopes })
  expect((await expectError(alone, 422)).code).toBe('organization_required')
  const body = { user_id: 'u', organization_id: 'o', scopes }
  const { token } = await expectJson<{ token: string }>(
    await h.api('POST', '/widgets/token', body),
    201,
  )
  // As the published widgets read it.
  const claims = JSON.parse(atob(token.split('.')[1] ?? '')) as {
    permissions: string[]
    exp: number
  }
  expect(claims.permissions).toEqual(scopes)
  expect(claims.exp * 1000 - Date.now()).toBeLessThanOrEqual(15 * 60_000)
})

test('an address that starts a connection starts none for who only looks', async () => {
  const { h, provider } = await setUp()
  const path = `/_widgets/DataIntegrations/${provider.slug}/authorize`
  const headers = widgetHeaders(await h.widgetToken('user_1'))
  await expectNoTrace(async () => {
    for (const [method, purpose] of [
      ['HEAD', ''],
      ['GET', 'prefetch'],
      ['GET', 'prefetch;prerender'],
    ] as const) {
      const response = await sendRaw(path, {
        method,
        headers: { ...headers, 'sec-purpose': purpose },
      })
      expect(response.status).toBe(204)
    }
  })
  await expectJson(await sendRaw(path, { headers }), 200)
})

test('what the catalogue knows of a provider helps to find it, and says what was granted', async () => {
  const { h, mine } = await setUp()
  await expectJson(
    await h.api('POST', '/data-integrations', {
      provider: 'github',
      enabled: true,
      credentials: { type: 'custom', client_id: 'id', client_secret: 'canary-secret' },
      scopes: ['repo', 'unheard:of'],
    }),
    201,
  )
  const github = async () => (await mine()).find(({ slug }) => slug === 'github')
  expect(await github()).toMatchObject({ category: 'developer-tools', scopeDescriptions: {} })
  await expectJson(
    await h.api('POST', '/user_management/users/user_1/connected_accounts/github', {
      access_token: 'canary-imported-access',
      scopes: ['gist'],
    }),
    201,
  )
  expect((await github())?.['scopeDescriptions']).toEqual({
    repo: 'Full access to repositories',
    gist: 'Create gists',
  })
})
