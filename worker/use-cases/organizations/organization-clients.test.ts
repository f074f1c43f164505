/** Each organization connects with the OAuth client that it brings, with no other, and with none till then. */
import { expect, test } from 'vitest'
import { sha256Hex } from '../../kit/digest.ts'
import { begin, complete, open, toCallback, watch, type Begun } from '../../test/connect-steps.ts'
import { rowsOf } from '../../test/faults.ts'
import { seedEnvironment, type Harness, type TestProvider } from '../../test/harness.ts'
import { expectError, expectNoTrace } from '../../test/http-laws.ts'
import { bringClient, configure } from '../../test/organization-client.ts'
import { expectJson, readVend } from '../../test/wire.ts'

const setUp = async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider({ credentials: { type: 'organization' } })
  return { h, provider }
}

const authorize = (h: Harness, owner: Record<string, unknown>, slug = 'strict') =>
  h.api('POST', `/data-integrations/${slug}/authorize`, { user_id: 'user_1', ...owner })

/** A member's own connection, the whole way. */
async function connect(h: Harness, provider: TestProvider, memberOf: string): Promise<Begun> {
  const begun = await begin(h, provider, 'rest_confirmation', 'user_1', undefined, memberOf)
  await begun.browser.send(await toCallback(begun))
  expect((await watch(h, begun)).status).toBe('completed')
  return begun
}

const vend = async (h: Harness, organization?: string) =>
  readVend(
    await h.api('POST', '/data-integrations/strict/token', {
      user_id: 'user_1',
      ...(organization === undefined ? {} : { organization_id: organization }),
    }),
  )

const clientOf = async (organization: string): Promise<string | null | undefined> => {
  const [row] = await rowsOf<{ client_version_id: string | null }>(
    `SELECT client_version_id FROM connected_accounts WHERE organization_id = ? AND state <> 'disconnected'`,
    organization,
  )
  return row?.client_version_id
}

test.for(['sandbox', 'production'] as const)(
  'in a %s nobody connects before the organization has brought its client',
  async (kind) => {
    const h = await seedEnvironment({ kind })
    const credentials = { type: 'organization' }
    const body = { provider: 'github', enabled: true, credentials }
    const made = await expectJson(await h.api('POST', '/data-integrations', body), 201)
    expect(made).toMatchObject({ credentials: { type: 'organization' } })
    const { data } = await expectJson<{ data: unknown[] }>(
      await h.api('GET', '/data-integrations'),
      200,
    )
    expect(data).toEqual([made])
    const start = (owner: Record<string, unknown>) => authorize(h, owner, 'github')
    await expectNoTrace(async () => {
      const missing = await expectError(await start({ organization_id: 'org_1' }), 409)
      expect(missing.code).toBe('organization_credentials_missing')
      expect(missing.message).toContain('"org_1"')
      expect(missing.message).toContain(
        'PUT /organizations/{organization}/data_integration_configurations/github {"client_id"',
      )
      const alone = await expectError(await start({}), 422)
      expect(alone.code).toBe('organization_required')
      expect(alone.errors).toMatchObject([{ field: 'organization_id' }])
    })
    const pair = { client_id: 'org-client', client_secret: 'canary-organization-secret' }
    await expectJson(await configure(h, 'org_1', pair, { slug: 'github' }), 200)
    expect((await start({ organization_id: 'org_1' })).status).toBe(200)
    // Neither members of another organization nor users of none connect with it.
    await expectError(await start({ organization_id: 'org_2' }), 409)
    await expectError(await start({}), 422)
  },
)

test('the widget offers it only to members of organizations that have brought one', async () => {
  const { h, provider } = await setUp()
  await bringClient(h, provider, 'org_1')
  const slugs = async (organization?: string) => {
    const token = await h.widgetToken('user_1', organization)
    const answer = await h.widget('GET', '/DataIntegrations/mine', undefined, { token })
    const { data } = await expectJson<{ data: { slug: string }[] }>(answer, 200)
    return data.map(({ slug }) => slug)
  }
  expect([await slugs('org_1'), await slugs('org_2'), await slugs()]).toEqual([['strict'], [], []])
  const begun = h.widget('POST', '/DataIntegrations/strict/authorize', {}, { user: 'user_1' })
  expect((await expectError(await begun, 422)).code).toBe('organization_required')
})

test('two organizations connect and refresh, each with its own client and never with the other’s', async () => {
  const { h, provider } = await setUp()
  const first = await bringClient(h, provider, 'org_1')
  const second = await bringClient(h, provider, 'org_2')
  await connect(h, provider, 'org_1')
  await connect(h, provider, 'org_2')
  expect(await clientOf('org_1')).toBe(first.clientVersionId)
  expect(await clientOf('org_2')).toBe(second.clientVersionId)
  expect([
    await first.count('authorization_code'),
    await second.count('authorization_code'),
  ]).toEqual([1, 1])

  const token = await vend(h, 'org_1')
  expect((await first.seen()).tokens).toContain(token.token)
  const digest = await sha256Hex(token.token ?? '')
  const renewed = await readVend(
    await h.api('POST', '/data-integrations/strict/token/rejected', {
      user_id: 'user_1',
      organization_id: 'org_1',
      access_token_sha256: digest,
    }),
  )
  expect(renewed.token).not.toBe(token.token)
  expect([await first.count('refresh_token'), await second.count('refresh_token')]).toEqual([1, 0])
  const all = (await second.seen()).tokens
  expect(all).not.toContain(renewed.token)
})

test('a shared connection is made with the client of its organization', async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider({
    ownership: 'organization',
    credentials: { type: 'organization' },
  })
  const owner = { organization_id: 'org_1', connection_owner: 'organization' }
  const { code, message } = await expectError(await authorize(h, owner), 409)
  expect(code).toBe('organization_credentials_missing')
  expect(message).toContain('?ownership=organization')
  const client = await bringClient(h, provider, 'org_1', '?ownership=organization')
  const begun = await begin(h, provider, 'rest_confirmation', 'user_1', 'org_1')
  await begun.browser.send(await toCallback(begun))
  expect(await clientOf('org_1')).toBe(client.clientVersionId)
  const vended = await h.api('POST', '/data-integrations/strict/token', {
    user_id: 'user_2',
    ...owner,
  })
  expect((await client.seen()).tokens).toContain((await readVend(vended)).token)
})

test('another client of the organization ends its attempts, not those of others', async () => {
  const { h, provider } = await setUp()
  await bringClient(h, provider, 'org_1')
  await bringClient(h, provider, 'org_2')
  const beginIn = (organization: string) =>
    begin(h, provider, 'rest_confirmation', 'user_1', undefined, organization)
  const waiting = await beginIn('org_1')
  const away = await beginIn('org_1')
  const others = await beginIn('org_2')
  const callbackUrl = await toCallback(away)
  const newer = await bringClient(h, provider, 'org_1')

  expect((await expectError(await open(waiting), 409)).code).toBe('configuration_changed')
  await away.browser.send(callbackUrl)
  expect((await watch(h, away)).error?.code).toBe('configuration_changed')
  expect(await newer.count('authorization_code')).toBe(0)
  await others.browser.send(await toCallback(others))
  expect((await watch(h, others)).status).toBe('completed')
})

test('a candidate that waits when the client changes is given back', async () => {
  const { h, provider } = await setUp()
  const old = await bringClient(h, provider, 'org_1')
  const begun = await begin(h, provider, 'popup', 'user_1', undefined, 'org_1')
  await begun.browser.send(await toCallback(begun))
  expect((await watch(h, begun)).status).toBe('pending')
  await bringClient(h, provider, 'org_1')
  expect((await expectError(await complete(h, begun), 409)).code).toBe('configuration_changed')
  await expect.poll(async () => (await old.seen()).revocations).not.toEqual([])
  expect(await clientOf('org_1')).toBeUndefined()
})

test('a new secret for the same client holds at once, for old grants too, and ends no attempt', async () => {
  const { h, provider } = await setUp()
  const client = await bringClient(h, provider, 'org_1')
  await connect(h, provider, 'org_1')
  const begun = await begin(h, provider, 'rest_confirmation', 'user_2', undefined, 'org_1')
  const callbackUrl = await toCallback(begun)
  const pair = { client_id: client.clientId, client_secret: 'canary-of-nobody' }
  await expectJson(await configure(h, 'org_1', pair), 200)
  await begun.browser.send(callbackUrl)
  // The provider knows nothing of this secret: it was sent.
  expect((await watch(h, begun)).error?.code).toBe('exchange_failed')
  await expectJson(
    await configure(h, 'org_1', { ...pair, client_secret: client.clientSecret }),
    200,
  )
  await connect(h, provider, 'org_1')
  expect(await clientOf('org_1')).toBe(client.clientVersionId)
  expect(await rowsOf('SELECT id FROM client_versions')).toHaveLength(1)
})

test('an override that only narrows scopes or says on ends no attempt; one that says off does', async () => {
  const { h, provider } = await setUp()
  await bringClient(h, provider, 'org_1')
  const beginOne = async () => {
    const begun = await begin(h, provider, 'rest_confirmation', 'user_1', undefined, 'org_1')
    return { begun, callbackUrl: await toCallback(begun) }
  }
  const first = await beginOne()
  await expectJson(await configure(h, 'org_1', { enabled: true, scopes: ['openid'] }), 200)
  await first.begun.browser.send(first.callbackUrl)
  expect((await watch(h, first.begun)).status).toBe('completed')
  const second = await beginOne()
  await expectJson(await configure(h, 'org_1', { enabled: false }), 200)
  await second.begun.browser.send(second.callbackUrl)
  expect((await watch(h, second.begun)).error?.code).toBe('integration_disabled')
  const refused = await expectError(await authorize(h, { organization_id: 'org_1' }), 404)
  expect(refused.code).toBe('integration_disabled')
  expect(refused.message).toContain('this organization')
  await expectError(await authorize(h, { organization_id: 'org_2' }), 409)
})

test('an organization’s scopes are what its members are asked for', async () => {
  const { h, provider } = await setUp()
  await bringClient(h, provider, 'org_1')
  await bringClient(h, provider, 'org_2')
  await expectJson(await configure(h, 'org_1', { scopes: ['openid'] }), 200)
  const scopeIn = async (organization: string) => {
    const begun = await begin(h, provider, 'rest_confirmation', 'user_1', undefined, organization)
    const { location } = await expectJson<{ location: string }>(await open(begun), 200)
    return new URL(location).searchParams.get('scope')
  }
  expect(await scopeIn('org_1')).toBe('openid')
  expect(await scopeIn('org_2')).toBe('openid offline_access email')
})

test('tokens are imported with the organization’s client, and not without one', async () => {
  const { h, provider } = await setUp()
  const path = (query: string) => `/user_management/users/user_1/connected_accounts/strict${query}`
  const tokens = { access_token: 'canary-access', refresh_token: 'canary-refresh' }
  await expectNoTrace(async () => {
    const missing = await h.api('POST', path('?organization_id=org_1'), tokens)
    expect((await expectError(missing, 409)).code).toBe('organization_credentials_missing')
    const alone = await h.api('POST', path(''), tokens)
    expect((await expectError(alone, 422)).code).toBe('organization_required')
  })
  const client = await bringClient(h, provider, 'org_1')
  await expectJson(await h.api('POST', path('?organization_id=org_1'), tokens), 201)
  expect(await clientOf('org_1')).toBe(client.clientVersionId)
})
