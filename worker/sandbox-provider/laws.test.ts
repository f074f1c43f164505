/** For whom the sandbox provider is there, for whom it is not, and what it keeps. */
import { env } from 'cloudflare:workers'
import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test'
import { expect, test } from 'vitest'
import { seedEnvironment } from '../test/harness.ts'
import { allRows, expectError, sendRaw } from '../test/http-laws.ts'
import {
  ADA,
  advance,
  allowing,
  authorizationUrl,
  decide,
  lookAt,
  obtainTokens,
  setUpSandbox,
} from '../test/sandbox-provider.ts'
import { expectJson } from '../test/wire.ts'

const at = `/sandbox-provider/accounts/${encodeURIComponent(ADA)}`

test('a production environment is refused it, with either kind of credentials', async () => {
  const h = await seedEnvironment({ kind: 'production' })
  for (const credentials of [
    { type: 'shared' },
    { type: 'custom', client_id: h.environment.id, client_secret: 'canary-secret' },
  ]) {
    const before = await allRows()
    const body = { provider: 'sandbox', enabled: true, credentials }
    const error = await expectError(await h.api('POST', '/data-integrations', body), 422)
    expect(error.code).toBe('provider_sandbox_only')
    expect(await allRows()).toBe(before)
  }
  for (const type of ['shared', 'custom']) {
    const path = `/data-integrations?credentials_type=${type}`
    expect(await expectJson(await h.api('GET', path), 200)).toMatchObject({ data: [] })
  }
  const providers = '/user_management/users/user_1/data_providers'
  expect(await expectJson(await h.api('GET', providers), 200)).toMatchObject({ data: [] })
})

test('a production key scripts nothing, and a production environment is no client', async () => {
  const h = await seedEnvironment({ kind: 'production' })
  for (const [method, path, body] of [
    ['GET', at, undefined],
    ['POST', `${at}/script`, {}],
    ['POST', `${at}/revoke`, { by: 'user' }],
    ['POST', `${at}/restore`, undefined],
  ] as const) {
    expect((await expectError(await h.api(method, path, body), 403)).code).toBe('sandbox_only')
  }
  const integration = { id: '', redirect_uri: `${env.PUBLIC_URL}/x` }
  const { url } = await authorizationUrl({ h, integration })
  expect((await sendRaw(url.slice(env.PUBLIC_URL.length))).status).toBe(400)
})

test('an environment that becomes production connects no more', async () => {
  const sandbox = await setUpSandbox()
  const { url } = await authorizationUrl(sandbox)
  await env.DB.prepare(`UPDATE environments SET kind = 'production' WHERE id = ?`)
    .bind(sandbox.h.environment.id)
    .run()
  expect((await decide(url, allowing())).status).toBe(400)
  const path = '/data-integrations/sandbox/authorize'
  const refused = await expectError(await sandbox.h.api('POST', path, { user_id: 'u' }), 422)
  expect(refused.code).toBe('shared_credentials_not_allowed')
})

test('it knows no client but its own', async () => {
  const { h } = await setUpSandbox()
  const credentials = { type: 'custom', client_id: 'mine', client_secret: 'canary-secret' }
  const put = await h.api('PUT', '/data-integrations/sandbox', { credentials })
  expect((await expectError(put, 422)).code).toBe('custom_credentials_not_allowed')
  const custom = {
    provider: 'sandbox',
    credentials,
    custom_provider: {
      name: 'Mine',
      authorization_url: 'https://a.example/a',
      token_url: 'https://a.example/t',
    },
  }
  const post = await h.api('POST', '/data-integrations', custom)
  expect((await expectError(post, 422)).code).toBe('provider_reserved')
})

test('nobody can name its inner address for a provider of his own', async () => {
  const { h } = await setUpSandbox()
  const response = await h.api('POST', '/data-integrations', {
    provider: 'mine',
    credentials: { type: 'custom', client_id: 'x', client_secret: 'canary-secret' },
    custom_provider: {
      name: 'Mine',
      authorization_url: 'https://a.example/authorize',
      token_url: 'https://sandbox-provider.invalid/token',
    },
  })
  expect((await expectError(response, 422)).code).toBe('url_not_allowed')
})

test('each environment has its own: another one’s key finds and changes nothing', async () => {
  const [one, other] = [await setUpSandbox(), await setUpSandbox()]
  const { access_token } = await obtainTokens(one)
  for (const [method, path, body] of [
    ['GET', at, undefined],
    ['POST', `${at}/revoke`, { by: 'admin' }],
    ['POST', `${at}/restore`, undefined],
  ] as const) {
    const error = await expectError(await other.h.api(method, path, body), 404)
    expect(error.code).toBe('sandbox_account_not_found')
  }
  await other.script({ behaviour: { expires_in: 1 }, faults: [{ kind: 'html' }] })
  await other.revoke('admin')
  expect(await lookAt(access_token)).toBe(ADA)
  expect(await one.account()).toMatchObject({
    blocked: false,
    faults: [],
    behaviour: { expires_in: 3600 },
  })
})

test.for<[string, unknown, string]>([
  ['script', { faults: [{ kind: 'meteor' }] }, 'faults.0.kind'],
  ['script', { faults: [{ kind: 'slow', milliseconds: 60_001 }] }, 'faults.0.milliseconds'],
  ['script', { faults: [{ kind: 'server_error', status: 200 }] }, 'faults.0.status'],
  ['script', { faults: [{ kind: 'rate_limited', seconds: -1 }] }, 'faults.0.seconds'],
  ['script', { faults: [{ kind: 'account_switched' }] }, 'faults.0.account'],
  ['script', { faults: [{ kind: 'html', times: 0 }] }, 'faults.0.times'],
  ['script', { faults: [{ kind: 'html', on: 'login' }] }, 'faults.0.on'],
  ['script', { faults: [{ kind: 'html', seconds: 1 }] }, 'faults.0.seconds'],
  ['script', { faults: Array.from({ length: 51 }, () => ({ kind: 'html' })) }, 'faults'],
  ['script', { behaviour: { rotation: 'sometimes' } }, 'behaviour.rotation'],
  ['script', { behaviour: { expires_in: 0 } }, 'behaviour.expires_in'],
  ['script', { behaviour: { expires_in: 1.5 } }, 'behaviour.expires_in'],
  ['script', { behaviour: { scopes: 'profile' } }, 'behaviour.scopes'],
  ['script', { account: ADA }, 'account'],
  ['revoke', { by: 'nobody' }, 'by'],
  ['revoke', {}, 'by'],
])('%s refuses %j', async ([name, body, field]) => {
  const { h, account, script } = await setUpSandbox()
  await script({})
  const before = await account()
  const { errors } = await expectError(await h.api('POST', `${at}/${name}`, body), 422)
  expect(errors?.[0]?.field).toBe(field)
  expect(await account()).toEqual(before)
})

test.for(['%20', 'a%20b', '%00', 'x'.repeat(201)])('%s is no account', async (name) => {
  const { h } = await setUpSandbox()
  await expectError(await h.api('POST', `/sandbox-provider/accounts/${name}/script`, {}), 422)
})

test.for<[string, Record<string, unknown>]>([
  ['no account', { account: undefined }],
  ['a blank account', { account: ' ' }],
  ['no scopes', { scopes: undefined }],
  ['an unknown decision', { decision: 'maybe' }],
  ['a fault that is none', { faults: [{ kind: 'meteor' }] }],
  ['another member', { user_id: 'x' }],
])('the consent page’s answer is refused with %s', async ([, changes]) => {
  const { url } = await authorizationUrl(await setUpSandbox())
  await expectError(await decide(url, allowing(changes)), 422)
})

test('its storage holds digests and no token', async () => {
  const sandbox = await setUpSandbox()
  const tokens = await obtainTokens(sandbox)
  const dump = await runInDurableObject(objectOf(sandbox.h.environment.id), (_, { storage }) =>
    JSON.stringify(
      ['accounts', 'grants', 'tokens'].map((table) =>
        storage.sql.exec(`SELECT * FROM "${table}"`).toArray(),
      ),
    ),
  )
  expect(dump).toContain(ADA)
  for (const token of [
    tokens.access_token,
    tokens.refresh_token,
    sandbox.client.clientSecret ?? '',
  ]) {
    expect(dump).not.toContain(token.split('.').at(-1))
  }
})

test('who only asks leaves nothing behind', async () => {
  const id = 'environment_00000000000000000000000000'
  await lookAt(`sandbox-access.${id}.${'x'.repeat(43)}`)
  await runInDurableObject(objectOf(id), async (_, { storage }) => {
    expect(
      storage.sql.exec(`SELECT name FROM sqlite_master WHERE name NOT LIKE '_cf%'`).toArray(),
    ).toEqual([])
    expect(await storage.getAlarm()).toBeNull()
  })
})

test('what nobody has used for a week is forgotten', async () => {
  const sandbox = await setUpSandbox()
  const { access_token } = await obtainTokens(sandbox, { behaviour: { expires_in: 2_592_000 } })
  const object = objectOf(sandbox.h.environment.id)
  advance(6 * 86_400)
  expect(await runDurableObjectAlarm(object)).toBe(true)
  expect(await lookAt(access_token)).toBe(ADA)
  advance(86_400 + 1)
  expect(await runDurableObjectAlarm(object)).toBe(true)
  expect(await lookAt(access_token)).toBe('401')
  await runInDurableObject(object, (_, { storage }) => {
    expect(
      storage.sql.exec(`SELECT name FROM sqlite_master WHERE name = 'tokens'`).toArray(),
    ).toEqual([])
  })
  expect(await lookAt((await obtainTokens(sandbox)).access_token)).toBe(ADA)
})

test('there is a bound to grants, and to the tokens of one', async () => {
  const sandbox = await setUpSandbox()
  const id = sandbox.h.environment.id
  const object = objectOf(id)
  const consent = {
    environmentId: id,
    account: ADA,
    scopes: ['profile'],
    redirectUri: 'x',
    codeChallenge: 'x',
    behaviour: {},
    faults: undefined,
  }
  for (let round = 0; round < 21; round += 1) {
    await Promise.all(Array.from({ length: 50 }, () => object.consent(consent)))
  }
  expect((await sandbox.account()).grants.length).toBe(1000)

  const first = await obtainTokens(sandbox, { behaviour: { rotation: 'none' } })
  for (let round = 0; round < 110; round += 1)
    await object.refresh(id, first.refresh_token, undefined)
  const count = await runInDurableObject(object, (_, { storage }) =>
    storage.sql
      .exec('SELECT count(*) AS n FROM tokens GROUP BY grant_id ORDER BY n DESC LIMIT 1')
      .one(),
  )
  expect(count).toEqual({ n: 100 })
})

test('the object can be lost from memory at any time', async () => {
  const sandbox = await setUpSandbox()
  const { access_token } = await obtainTokens(sandbox)
  await evictDurableObject(objectOf(sandbox.h.environment.id))
  expect(await lookAt(access_token)).toBe(ADA)
})

const objectOf = (environmentId: string) => env.SANDBOX_PROVIDER.getByName(environmentId)
