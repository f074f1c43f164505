/** Values that an organization sets where it brings its own client: whose addresses they are, and whose not. */
import { expect, test } from 'vitest'
import { sha256Hex } from '../../kit/digest.ts'
import { begin, open, toCallback, watch } from '../../test/connect-steps.ts'
import { rowsOf } from '../../test/faults.ts'
import { seedEnvironment, type Harness } from '../../test/harness.ts'
import { expectError, expectNoTrace } from '../../test/http-laws.ts'
import { bringClient, configure, createOpen } from '../../test/organization-client.ts'
import { outsideOrigin } from '../../test/outside.ts'
import { expectJson, readVend } from '../../test/wire.ts'

const PAIR = { client_id: 'org-client', client_secret: 'canary-secret-of-an-organization' }
const MINE = { user_id: 'user_1', organization_id: 'org_1' }

/** Snowflake, where the host is that of an account. */
const withAccounts = async (config: Record<string, string> = {}) => {
  const h = await seedEnvironment()
  await createOpen(h, { provider: 'snowflake', config })
  const put = (change: Record<string, unknown>, organization = 'org_1') =>
    configure(h, organization, change, { slug: 'snowflake' })
  return { h, put }
}

const startAt = async (h: Harness, slug: string, organization = 'org_1') => {
  const begun = await begin(h, { slug }, 'rest_confirmation', 'user_1', undefined, organization)
  const { location } = await expectJson<{ location: string }>(await open(begun), 200)
  return new URL(location)
}

/** The strict provider, whose token endpoint has a name that somebody has to tell. */
const AREA = {
  token_url: () => `${outsideOrigin()}/{area}`,
  config_fields: [{ key: 'area', label: 'Area', required: true, scope: 'integration' }],
}

const withAreas = async (options: Parameters<Harness['createProvider']>[0] = {}) => {
  const h = await seedEnvironment()
  const customProvider = { ...AREA, token_url: AREA.token_url() }
  const provider = await h.createProvider({ customProvider, ...options })
  return { h, provider }
}

test('each organization is sent to where it says its account is', async () => {
  const { h, put } = await withAccounts()
  await expectJson(await put(PAIR), 200)
  const lacking = await h.api('POST', '/data-integrations/snowflake/authorize', MINE)
  expect((await expectError(lacking, 422)).code).toBe('config_invalid')
  // It is said for the first time: nobody has connected with the client.
  const shown = await expectJson(await put({ config: { account: 'acme-prod' } }), 200)
  expect(shown).toMatchObject({ config: { account: 'acme-prod' } })
  await expectJson(await put({ ...PAIR, config: { account: 'other' } }, 'org_2'), 200)
  expect((await startAt(h, 'snowflake')).host).toBe('acme-prod.snowflakecomputing.com')
  expect((await startAt(h, 'snowflake', 'org_2')).host).toBe('other.snowflakecomputing.com')
})

test('the organization’s value stands before the developer’s, and gives way when it is taken back', async () => {
  const { h, put } = await withAccounts({ account: 'default' })
  await expectJson(await put({ ...PAIR, config: { account: 'acme-prod' } }), 200)
  await expectJson(await put(PAIR, 'org_2'), 200)
  expect((await startAt(h, 'snowflake')).host).toBe('acme-prod.snowflakecomputing.com')
  expect((await startAt(h, 'snowflake', 'org_2')).host).toBe('default.snowflakecomputing.com')
  await expectJson(await put({ ...PAIR, config: {} }), 200)
  expect((await startAt(h, 'snowflake')).host).toBe('default.snowflakecomputing.com')
})

test.for([
  [{ config: { nobody: 'x' } }, 400, 'config_invalid'],
  [{ config: { account: 'acme/evil.example' } }, 400, 'config_invalid'],
  [{ config: { account: 'evil.example#' } }, 400, 'config_invalid'],
  [{ config: { account: '' } }, 422, 'invalid_request'],
  [{ config: { account: 7 } }, 422, 'invalid_request'],
  [{ config: { account: 'elsewhere' } }, 400, 'client_required_for_new_address'],
] as const)('%o: refused with %i %s', async ([change, status, code]) => {
  const { put } = await withAccounts()
  await expectJson(await put({ ...PAIR, config: { account: 'acme-prod' } }), 200)
  await expectNoTrace(async () => {
    expect((await expectError(await put(change), status)).code).toBe(code)
  })
})

test('a whole host is the developer’s to name', async () => {
  const h = await seedEnvironment()
  await createOpen(h, {
    provider: 'hosted',
    config: { host: 'git.acme.example' },
    custom_provider: {
      name: 'Hosted',
      authorization_url: 'https://{host}/authorize',
      token_url: 'https://{host}/token',
      config_fields: [{ key: 'host', label: 'Host', required: true, scope: 'integration' }],
    },
  })
  const change = { ...PAIR, config: { host: 'evil.example' } }
  const refused = await configure(h, 'org_1', change, { slug: 'hosted' })
  const { code, message } = await expectError(refused, 400)
  expect([code, message]).toEqual(['config_invalid', expect.stringContaining('whole host')])
})

test('codes and refresh tokens go where the organization says, and its value is vended', async () => {
  const { h, provider } = await withAreas({ credentials: { type: 'organization' } })
  const client = await bringClient(h, provider, 'org_1')
  await expectJson(await configure(h, 'org_1', { config: { area: 'token' } }), 200)
  const begun = await begin(h, provider, 'rest_confirmation', 'user_1', undefined, 'org_1')
  await begun.browser.send(await toCallback(begun))
  expect((await watch(h, begun)).status).toBe('completed')
  const vended = await expectJson<{ credential: { value: string } }>(
    await h.api('POST', '/data-integrations/strict/credentials', MINE),
    200,
  )
  expect(vended).toMatchObject({ credential: { config: { area: 'token' } } })
  const rejected = { ...MINE, access_token_sha256: await sha256Hex(vended.credential.value) }
  const renewed = await h.api('POST', '/data-integrations/strict/token/rejected', rejected)
  expect((await readVend(renewed)).token).not.toBe(vended.credential.value)
  expect(await client.count('refresh_token')).toBe(1)
})

test('another address is another client: attempts end, and old grants go on where they were', async () => {
  const { h, provider } = await withAreas({ credentials: { type: 'organization' } })
  const client = await bringClient(h, provider, 'org_1')
  const pair = { client_id: client.clientId, client_secret: client.clientSecret }
  await expectJson(await configure(h, 'org_1', { config: { area: 'token' } }), 200)
  await h.connectedAccount(
    { ...provider, ...client },
    { organizationId: 'org_1', expiresInSeconds: -1 },
  )
  const attempt = await begin(h, provider, 'rest_confirmation', 'user_2', undefined, 'org_1')
  const callbackUrl = await toCallback(attempt)
  await expectJson(await configure(h, 'org_1', { ...pair, config: { area: 'nowhere' } }), 200)
  await attempt.browser.send(callbackUrl)
  expect((await watch(h, attempt)).error?.code).toBe('configuration_changed')
  const versions = await rowsOf<{ id: string }>('SELECT id FROM client_versions')
  expect(versions).toHaveLength(2)
  const vended = await readVend(await h.api('POST', '/data-integrations/strict/token', MINE))
  expect(vended.status).toBe(200)
  expect(await client.count('refresh_token')).toBe(1)
})

test('a grant of the developer’s client never goes where an organization says', async () => {
  const { h, provider } = await withAreas()
  await expectJson(
    await h.api('PUT', '/data-integrations/strict', { config: { area: 'token' } }),
    200,
  )
  await h.connectedAccount(provider, { organizationId: 'org_1', expiresInSeconds: -1 })
  const credentials = { type: 'organization' }
  await expectJson(await h.api('PUT', '/data-integrations/strict', { credentials }), 200)
  await expectJson(await configure(h, 'org_1', { ...PAIR, config: { area: 'nowhere' } }), 200)
  const vended = await readVend(await h.api('POST', '/data-integrations/strict/token', MINE))
  expect(vended.status).toBe(200)
  expect(await provider.count('refresh_token')).toBe(1)
})

test('the developer moves no host that organizations have given clients for', async () => {
  const { h, put } = await withAccounts({ account: 'default' })
  const move = (account: string) =>
    h.api('PUT', '/data-integrations/snowflake', { config: { account } })
  expect((await move('second')).status).toBe(200)
  await expectJson(await put(PAIR), 200)
  expect((await expectError(await move('third'), 409)).code).toBe('host_held_by_organizations')
})
