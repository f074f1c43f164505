/** Several accounts of one provider in the browser: added, told apart, renewed one by one. Contract §5.9, T12. */
import { expect, test } from 'vitest'
import { createBrowser } from '../../../test/browser.ts'
import { complete, open, toCallback, watch, type Begun } from '../../../test/connect-steps.ts'
import { rowsOf } from '../../../test/faults.ts'
import { seedEnvironment, type Harness } from '../../../test/harness.ts'
import { expectError, expectNoTrace } from '../../../test/http-laws.ts'
import { createSecretProvider } from '../../../test/secret-providers.ts'
import { twoConnections } from '../../../test/two-connections.ts'
import { manager } from '../../../test/widget-sessions.ts'
import { expectJson } from '../../../test/wire.ts'
import { randomToken, sha256Base64Url } from '../../../kit/digest.ts'
import { systemRandom } from '../../../kit/ids.ts'

type Account = Record<string, unknown> & { readonly id: string }
type Row = { readonly slug: string; readonly connected_accounts: readonly Account[] }

const rowOf = async (h: Harness, token: string, list = 'mine', slug = 'strict') => {
  const answer = await h.widget('GET', `/DataIntegrations/${list}`, undefined, { token })
  const { data } = await expectJson<{ data: Row[] }>(answer, 200)
  return data.find((row) => row.slug === slug)?.connected_accounts ?? []
}

/** As our own element begins: a verifier in the page, and a handoff. */
async function begin(
  h: Harness,
  token: string,
  more: Record<string, unknown>,
  path = 'strict/authorize',
): Promise<Response & { readonly verifier: string }> {
  const verifier = randomToken(systemRandom)
  const body = {
    requireHandoff: true,
    config: {},
    code_challenge: await sha256Base64Url(verifier),
    ...more,
  }
  const answer = await h.widget('POST', `/DataIntegrations/${path}`, body, { token })
  return Object.assign(answer, { verifier })
}

async function begun(h: Harness, token: string, more: Record<string, unknown>, path?: string) {
  const answer = await begin(h, token, more, path)
  const { verifier } = answer
  const made = await expectJson<{
    url: string
    redirectToken: string
    handoffToken: string
    attempt: { id: string }
  }>(answer, 200)
  const { url, redirectToken, handoffToken, attempt } = made
  const whose = { user: 'user_1', sharedIn: undefined, memberOf: undefined }
  const attemptId = attempt.id
  const browser = createBrowser()
  const one: Begun = {
    mode: 'popup',
    ...whose,
    url,
    attemptId,
    verifier,
    handoffToken,
    redirectToken,
    browser,
  }
  return one
}

/** The whole way, to the account that comes of it. */
async function connect(
  h: Harness,
  token: string,
  more: Record<string, unknown>,
  account: string,
  path?: string,
): Promise<Account> {
  const one = await begun(h, token, more, path)
  await one.browser.send(await toCallback(one, { account }))
  const done = await expectJson<{ connected_account: Account }>(
    await complete(h, one, { token }),
    200,
  )
  return done.connected_account
}

const ADD = { connection_intent: 'add' }

test('another account is added, and each is told apart, with what it needs', async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const ask = (scopes: readonly string[]) =>
    h.api('PUT', `/data-integrations/${provider.slug}`, { scopes })
  await expectJson(await ask(['openid', 'email']), 200)
  const token = await h.widgetToken('user_1')
  const first = await connect(h, token, {}, 'one')
  const second = await connect(h, token, ADD, 'two')
  expect(await rowOf(h, token)).toMatchObject([
    {
      id: first.id,
      connection_role: 'compatibility',
      account_identifier: 'one',
      account_display_name: 'one@provider.example',
      state: 'connected',
      missing_scopes: [],
      needs_user_at: null,
      needs_user_reason: null,
    },
    { id: second.id, connection_role: 'standard', account_identifier: 'two' },
  ])
  // What is asked for since, the grants before do not have; and of one it is known when it ends.
  await expectJson(await ask(['openid', 'offline_access', 'email']), 200)
  await rowsOf(
    `UPDATE connected_accounts SET needs_user_at = 1900000000000, needs_user_reason = 'idle_limit' WHERE id = ?`,
    second.id,
  )
  expect(await rowOf(h, token)).toMatchObject([
    { id: first.id, missing_scopes: ['offline_access'], needs_user_at: null },
    {
      id: second.id,
      missing_scopes: ['offline_access'],
      needs_user_at: '2030-03-17T17:46:40.000Z',
      needs_user_reason: 'idle_limit',
    },
  ])
  const anew = await connect(h, token, { connected_account_id: second.id }, 'two')
  expect(anew).toMatchObject({ id: second.id, connection_role: 'standard' })
  expect((await rowOf(h, token)).map((one) => one['missing_scopes'])).toEqual([
    ['offline_access'],
    [],
  ])
})

test('exactly one is renewed: another account that comes back changes nothing', async () => {
  const { h, first, second, vend } = await twoConnections()
  const token = await h.widgetToken('user_1')
  const one = await begun(h, token, { connected_account_id: second.accountId })
  await one.browser.send(await toCallback(one, { account: 'stranger' }))
  expect(await watch(h, one)).toMatchObject({
    status: 'failed',
    error: { code: 'account_mismatch' },
    connected_account: null,
  })
  expect((await vend(second)).token).toBe(second.accessToken)
  expect((await vend(first)).token).toBe(first.accessToken)
})

test('somebody else’s connection is as unknown as one that never was, and two aims are one too many', async () => {
  const { h, second } = await twoConnections()
  const provider = await h.createProvider({ slug: 'other' })
  const elsewhere = await h.connectedAccount(provider)
  const tokens = [
    await h.widgetToken('user_2'),
    await h.widgetToken('user_1', 'org_1'),
    await manager(h),
  ]
  await expectNoTrace(async () => {
    const words = async (token: string, id: string) => {
      const answer = await begin(h, token, { connected_account_id: id })
      const { code, message } = await expectError(answer, 404)
      return { code, message }
    }
    const none = await words(tokens[0] ?? '', 'data_installation_none')
    expect(none.code).toBe('account_not_found')
    for (const token of tokens) expect(await words(token, second.accountId)).toEqual(none)
    // Nor is it one of another provider.
    const own = await h.widgetToken('user_1')
    expect(await words(own, elsewhere.accountId)).toEqual(none)
    for (const bad of [
      { ...ADD, connected_account_id: second.accountId },
      { connected_account_id: '' },
      { connection_intent: 'reauthorize' },
    ]) {
      const { errors } = await expectError(await begin(h, own, bad), 422)
      expect(errors?.[0]?.field).toBe(
        'connected_account_id' in bad ? 'connected_account_id' : 'connection_intent',
      )
    }
  })
})

test('an attempt to add is of its session alone, and its address alone opens nothing', async () => {
  const { h } = await twoConnections()
  const one = await begun(h, await h.widgetToken('user_1'), ADD)
  expect((await open(one, {})).status).toBe(403)
  await one.browser.send(await toCallback(one, { account: 'three' }))
  for (const token of [await h.widgetToken('user_2'), await h.widgetToken('user_1', 'org_1')]) {
    await expectError(await complete(h, one, { token }), 404)
  }
  const done = await expectJson<{ connected_account: Account }>(await complete(h, one), 200)
  expect(done.connected_account).toMatchObject({ connection_role: 'standard' })
})

test('what a connection has said of itself is not asked again when it is renewed', async () => {
  const h = await seedEnvironment()
  const field = { key: 'tenant', label: 'Tenant', scope: 'installation', pattern: '[a-z]+' }
  const provider = await h.createProvider({
    customProvider: { config_fields: [field, { ...field, key: 'team', required: false }] },
  })
  const token = await h.widgetToken('user_1')
  await expectError(await begin(h, token, {}), 422)
  const config = { tenant: 'acme', team: 'red' }
  const made = await connect(h, token, { config }, 'one')
  const again = { connected_account_id: made.id }
  expect(await connect(h, token, again, 'one')).toMatchObject({ id: made.id, config })
  // By a backend, too; and what is said now counts.
  const path = `/data-integrations/${provider.slug}/authorize`
  await expectJson(await h.api('POST', path, { user_id: 'user_1', ...again }), 200)
  const other = { ...again, config: { tenant: 'globex' } }
  expect(await connect(h, token, other, 'one')).toMatchObject({ config: { tenant: 'globex' } })
  // What has been set for everybody since is left out.
  await expectJson(
    await h.api('PUT', `/data-integrations/strict`, { config: { team: 'blue' } }),
    200,
  )
  await expectJson(await begin(h, token, again), 200)
  await expectJson(await begin(h, token, { ...again, config: { tenant: 'acme' } }), 200)
})

test('keys: one more beside the first, and exactly one replaced', async () => {
  const h = await seedEnvironment()
  await createSecretProvider(h)
  const token = await h.widgetToken('user_1')
  const path = '/DataIntegrations/secretive/api-key'
  const put = (secret: string, more: Record<string, unknown> = {}, as = token) =>
    h.widget('PUT', path, { secret: `canary-key-${secret}`, ...more }, { token: as })
  const first = await expectJson<Account>(await put('0001'), 200)
  const second = await expectJson<Account>(await put('0002', ADD), 200)
  expect(second).toMatchObject({ connection_role: 'standard', api_key_last_4: '0002' })
  const exact = { connected_account_id: second.id }
  expect(await expectJson(await put('0003', exact), 200)).toMatchObject({ id: second.id })
  const accounts = await rowOf(h, token, 'mine', 'secretive')
  expect(accounts).toMatchObject([
    { id: first.id, api_key_last_4: '0001', missing_scopes: [] },
    { id: second.id, api_key_last_4: '0003' },
  ])
  const stranger = await h.widgetToken('user_2')
  await expectNoTrace(async () => {
    await expectError(await put('0004', exact, stranger), 404)
    await expectError(await put('0004', { ...exact, ...ADD }), 422)
  })
  const end = `/DataIntegrations/installations/${second.id}`
  await expectJson(await h.widget('DELETE', end, undefined, { token }), 200)
  expect((await rowOf(h, token, 'mine', 'secretive')).map(({ id }) => id)).toEqual([first.id])
})

test('an organization shares several accounts, each renewed for itself by an administrator', async () => {
  const h = await seedEnvironment()
  await h.createProvider({ ownership: 'organization' })
  const token = await manager(h)
  const path = 'strict/organization/authorize'
  const first = await connect(h, token, {}, 'one', path)
  const second = await connect(h, token, ADD, 'two', path)
  const exact = { connected_account_id: second.id }
  expect(await connect(h, token, exact, 'two', path)).toMatchObject({ id: second.id })
  expect((await rowOf(h, token, 'organization')).map(({ id }) => id)).toEqual([first.id, second.id])
  await expectError(await begin(h, await manager(h, 'org_2'), exact, path), 404)
})
