/** What becomes of organizations' clients when the integration changes: its type, its hosts, its end. */
import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { createDeps } from '../../runtime/create-deps.ts'
import { begin, toCallback, watch } from '../../test/connect-steps.ts'
import { rowsOf } from '../../test/faults.ts'
import { seedEnvironment, type Harness } from '../../test/harness.ts'
import { expectError } from '../../test/http-laws.ts'
import { operatorPass } from '../../test/operator.ts'
import { bringClient, configure, type Configuration } from '../../test/organization-client.ts'
import { expectJson, readVend } from '../../test/wire.ts'
import { sweepRevocations } from '../tokens/queued-revocations.ts'

const ORGANIZATION = { type: 'organization' } as const
const MINE = { user_id: 'user_1', organization_id: 'org_1' }

const putIntegration = async (h: Harness, change: Record<string, unknown>) =>
  expectJson(await h.api('PUT', '/data-integrations/strict', change), 200)

const customOf = (provider: { readonly clientId: string; readonly clientSecret: string }) => ({
  type: 'custom',
  client_id: provider.clientId,
  client_secret: provider.clientSecret,
})

const configurationOf = async (h: Harness, organization = 'org_1') => {
  const path = `/organizations/${organization}/data_integration_configurations`
  const { data } = await expectJson<{ data: Configuration[] }>(await h.api('GET', path), 200)
  return data[0]
}

test('to organizations: old grants keep the developer’s client, attempts end, new ones need the organization’s', async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const account = await h.connectedAccount(provider, {
    organizationId: 'org_1',
    expiresInSeconds: -1,
  })
  const attempt = await begin(h, provider, 'rest_confirmation', 'user_2', undefined, 'org_1')
  const callbackUrl = await toCallback(attempt)
  const shown = await putIntegration(h, { credentials: ORGANIZATION })
  expect(shown).toMatchObject({ credentials: { type: 'organization' } })

  await attempt.browser.send(callbackUrl)
  expect((await watch(h, attempt)).error?.code).toBe('configuration_changed')
  const vended = await readVend(await h.api('POST', '/data-integrations/strict/token', MINE))
  expect(vended.token).not.toBe(account.accessToken)
  expect((await provider.seen()).tokens).toContain(vended.token)
  const again = await h.api('POST', '/data-integrations/strict/authorize', MINE)
  expect((await expectError(again, 409)).code).toBe('organization_credentials_missing')
  // Whoever is connected is still shown, to be disconnected.
  const path = '/user_management/users/user_1/data_providers?organization_id=org_1'
  const { data } = await expectJson<{ data: unknown[] }>(await h.api('GET', path), 200)
  expect(data).toMatchObject([{ slug: 'strict', credentials_type: 'organization' }])
  // A change of scopes touches no client; another refresh token would have none that it belongs to.
  const mine = '/user_management/users/user_1/connected_accounts/strict?organization_id=org_1'
  expect((await h.api('PUT', mine, { scopes: ['openid'] })).status).toBe(200)
  const foreign = await h.api('PUT', mine, { refresh_token: 'canary-other' })
  expect((await expectError(foreign, 409)).code).toBe('organization_credentials_missing')
})

test('and back: old grants keep the organization’s client, which waits until it is asked for again', async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider({ credentials: ORGANIZATION })
  const client = await bringClient(h, provider, 'org_1')
  const tokens = await client.mint('provider-user_1', 'openid offline_access email')
  const path = '/user_management/users/user_1/connected_accounts/strict?organization_id=org_1'
  const { access_token, refresh_token } = tokens
  await expectJson(
    await h.api('POST', path, {
      access_token,
      refresh_token,
      expires_at: new Date(Date.now() - 1000).toISOString(),
    }),
    201,
  )
  const missing = await h.api('PUT', '/data-integrations/strict', {
    credentials: { type: 'custom', client_id: 'x' },
  })
  expect((await expectError(missing, 422)).code).toBe('client_secret_required')
  await putIntegration(h, { credentials: customOf(provider) })

  const vended = await readVend(await h.api('POST', '/data-integrations/strict/token', MINE))
  expect((await client.seen()).tokens).toContain(vended.token)
  expect((await configurationOf(h))?.credentials).toBeUndefined()
  const refused = await configure(h, 'org_1', { client_id: 'x', client_secret: 'canary-x' })
  expect((await expectError(refused, 400)).code).toBe('credentials_not_organization_managed')
  const begun = await begin(h, provider, 'rest_confirmation', 'user_2', undefined, 'org_1')
  await begun.browser.send(await toCallback(begun))
  expect((await watch(h, begun)).status).toBe('completed')
  expect(await provider.count('authorization_code')).toBe(1)

  await putIntegration(h, { credentials: ORGANIZATION })
  expect((await configurationOf(h))?.credentials?.client_id).toBe(client.clientId)
})

test('a change of something else leaves the type as it is, and asks for no client', async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider({ credentials: ORGANIZATION })
  await bringClient(h, provider, 'org_1')
  const shown = await putIntegration(h, { description: 'Tasks', scopes: ['openid'] })
  expect(shown).toMatchObject({ credentials: { type: 'organization' }, description: 'Tasks' })
  expect((await h.api('POST', '/data-integrations/strict/authorize', MINE)).status).toBe(200)
})

test('a client that waits goes to no host that was not there when it was brought', async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider({ credentials: ORGANIZATION })
  const client = await bringClient(h, provider, 'org_1')
  const custom_provider = {
    name: 'Moved',
    authorization_url: 'https://auth.moved.example/authorize',
    token_url: 'https://api.moved.example/token',
  }
  const held = await h.api('PUT', '/data-integrations/strict', { custom_provider })
  expect((await expectError(held, 409)).code).toBe('host_held_by_organizations')
  const credentials = customOf(provider)
  await putIntegration(h, { credentials })
  await putIntegration(h, { credentials, custom_provider })
  await putIntegration(h, { credentials: ORGANIZATION })
  expect((await configurationOf(h))?.credentials).toMatchObject({
    has_credentials: false,
    client_id: null,
  })
  const again = await h.api('POST', '/data-integrations/strict/authorize', MINE)
  expect((await expectError(again, 409)).code).toBe('organization_credentials_missing')
  // The old client stays for the grants that were made with it, at the old hosts.
  const [row] = await rowsOf<{ definition: string }>(
    'SELECT definition FROM client_versions WHERE id = ?',
    client.clientVersionId,
  )
  expect(row?.definition).not.toContain('moved.example')
})

test('while no organization has brought a client the developer moves the host', async () => {
  const h = await seedEnvironment()
  await h.createProvider({ credentials: ORGANIZATION })
  const custom_provider = {
    name: 'Moved',
    authorization_url: 'https://auth.moved.example/authorize',
    token_url: 'https://api.moved.example/token',
  }
  await putIntegration(h, { custom_provider })
})

test('an integration takes what organizations have set with it, and their clients when nothing needs them', async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider({ credentials: ORGANIZATION })
  const client = await bringClient(h, provider, 'org_1')
  const begun = await begin(h, provider, 'rest_confirmation', 'user_1', undefined, 'org_1')
  await begun.browser.send(await toCallback(begun))
  await sweepRevocations(createDeps(env, { waitUntil: () => undefined }))
  expect(await rowsOf('SELECT id FROM client_versions')).toHaveLength(1)

  await client.faults('revocation', { kind: 'status', status: 503 })
  expect((await h.api('DELETE', '/data-integrations/strict')).status).toBe(204)
  expect(await rowsOf('SELECT id FROM organization_overrides')).toEqual([])
  await expect
    .poll(() => rowsOf(`SELECT outcome, tries FROM revocations`))
    .toEqual([{ outcome: 'pending', tries: 1 }])
  const deps = createDeps(env, { waitUntil: () => undefined })
  await sweepRevocations(deps)
  expect(await rowsOf('SELECT id FROM client_versions')).toHaveLength(1)
  await rowsOf('UPDATE revocations SET next_try_at = 1')
  await sweepRevocations(deps)
  expect((await client.seen()).revocations).not.toEqual([])
  expect(await rowsOf('SELECT id FROM client_versions')).toEqual([])
})

test('what is disconnected of an organization leaves what it has set', async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider({ credentials: ORGANIZATION })
  await bringClient(h, provider, 'org_1')
  expect((await h.api('DELETE', '/organizations/org_1')).status).toBe(200)
  expect((await configurationOf(h))?.credentials).toMatchObject({ has_credentials: true })
})

test('a key that seals an organization’s client is counted, moved, and not retired before', async () => {
  const h = await seedEnvironment()
  const { keys } = JSON.parse(env.VAULT_KEYRING) as { keys: Record<string, string> }
  h.restartIsolate({ VAULT_KEYRING: JSON.stringify({ active: 'k0', keys }) })
  const provider = await h.createProvider({ credentials: ORGANIZATION })
  const client = await bringClient(h, provider, 'org_1')
  h.restartIsolate()
  const operator = async (method: string, path: string) =>
    h.api(method, path, undefined, {
      headers: { authorization: `Bearer ${await operatorPass()}` },
    })
  const useOf = async () => {
    const { data } = await expectJson<{ data: { id: string; rows: number }[] }>(
      await operator('GET', '/keys'),
      200,
    )
    return data.find(({ id }) => id === 'k0')?.rows
  }
  expect(await useOf()).toBe(1)
  expect((await operator('POST', '/keys/k0/retire')).status).toBe(409)
  expect((await operator('POST', '/keys/k0/rewrap')).status).toBe(200)
  expect(await useOf()).toBe(0)
  const begun = await begin(h, provider, 'rest_confirmation', 'user_1', undefined, 'org_1')
  await begun.browser.send(await toCallback(begun))
  expect((await watch(h, begun)).status).toBe('completed')
  expect(await client.count('authorization_code')).toBe(1)
})
