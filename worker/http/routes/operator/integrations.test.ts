/** Providers in the dashboard: set up as a person does it, and two people at once are told of each other. */
import { env } from 'cloudflare:workers'
import { expect, test, vi } from 'vitest'
import { SETUP_GUIDES } from '../../../providers/setup/all.ts'
import { join, setUpOwner } from '../../../test/dashboard.ts'
import { beforeNextBatch, rowsOf } from '../../../test/faults.ts'
import { seedEnvironment } from '../../../test/harness.ts'
import { allRows, expectError, expectNoTrace } from '../../../test/http-laws.ts'
import { outsideOrigin } from '../../../test/outside.ts'
import { expectJson } from '../../../test/wire.ts'

type Shown = {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly description: string | null
  readonly redirect_uri: string
  readonly version: string
  readonly accounts: { readonly connected: number; readonly needs_reauthorization: number }
}

const setUp = async () => {
  const h = await seedEnvironment({ kind: 'sandbox' })
  const owner = await setUpOwner()
  const at = `/environments/${h.environment.id}`
  return { h, owner, at }
}

const SECRET = 'canary-client-secret-of-github'
const github = {
  provider: 'github',
  enabled: true,
  credentials: { type: 'custom', client_id: 'id-of-github', client_secret: SECRET },
}

test('a provider is set up with the redirect URI that was shown before', async () => {
  const { h, owner, at } = await setUp()
  const entry = await owner.call('GET', `${at}/catalogue/github`)
  const page = await expectJson<{
    redirect_key: string
    redirect_uri: string
    taken: string[]
    set_up: { text: string; url: string | null; copy: string | null }[]
    scopes: { available: { value: string; description: string }[] }
  }>(entry, 200)
  // The guide of its documentation, from the file that the build made.
  expect(page.set_up[0]?.url).toBe(SETUP_GUIDES['github']?.consoleUrl)
  expect(page.set_up.find(({ copy }) => copy === page.redirect_uri)?.text).toContain(
    '“Authorization callback URL”',
  )
  expect(page.taken).toEqual([])
  expect(page.scopes.available).toContainEqual({
    value: 'repo',
    description: 'Full access to repositories',
  })

  const body = { ...github, redirect_key: page.redirect_key }
  const made = await owner.call('POST', `${at}/integrations`, body)
  const shown = await expectJson<Shown>(made, 201)
  expect(shown).toMatchObject({ redirect_uri: page.redirect_uri, name: 'GitHub' })
  // Backends see the same one.
  const api = await h.api('GET', '/data-integrations/github')
  expect(await api.json()).toMatchObject({ id: shown.id, redirect_uri: page.redirect_uri })
  const after = await owner.call('GET', `${at}/catalogue/github`)
  expect(await after.json()).toMatchObject({ taken: ['user'] })

  const taken = await owner.call('POST', `${at}/integrations`, {
    ...body,
    ownership: 'organization',
  })
  expect((await expectError(taken, 409)).code).toBe('redirect_key_taken')
  const again = await owner.call('POST', `${at}/integrations`, github)
  expect((await expectError(again, 409)).code).toBe('integration_exists')
})

test('the second of two who edit is told, and nothing of his is written', async () => {
  const { owner, at } = await setUp()
  const other = await join(owner, 'developer')
  await owner.call('POST', `${at}/integrations`, github)
  const path = `${at}/integrations/github`
  const read = async () => (await owner.call('GET', path)).json<Shown>()
  const { version } = await read()
  const ifMatch = { 'if-match': `"${version}"` }

  const first = await owner.call('PUT', path, { description: 'First' }, ifMatch)
  expect(await first.json()).toMatchObject({ description: 'First' })
  await expectNoTrace(async () => {
    for (const headers of [ifMatch, { 'if-match': version }, { 'if-match': 'nonsense' }]) {
      const second = await other.call('PUT', path, { description: 'Second' }, headers)
      expect((await expectError(second, 409)).code).toBe('changed_meanwhile')
      const gone = await other.call('DELETE', path, undefined, headers)
      expect((await expectError(gone, 409)).code).toBe('changed_meanwhile')
    }
  })
  const now = { 'if-match': (await read()).version }
  const retried = await other.call('PUT', path, { description: 'Second' }, now)
  expect(await retried.json()).toMatchObject({ description: 'Second' })

  // Somebody is faster, between what a deletion has read and what it writes.
  const { version: seen } = await read()
  const remove = () => other.call('DELETE', path, undefined, { 'if-match': seen })
  beforeNextBatch(() => env.DB.exec('UPDATE data_integrations SET updated_at = updated_at + 1'))
  expect((await expectError(await remove(), 409)).code).toBe('changed_meanwhile')
  expect(await rowsOf('SELECT id FROM disconnect_jobs')).toEqual([])

  // At once, from the same version: one.
  const { version: both } = await read()
  const answers = await Promise.all(
    [owner, other].map((page, index) =>
      page.call('PUT', path, { description: `At once ${index}` }, { 'if-match': both }),
    ),
  )
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(1)
})

test('environments are edited in the same manner', async () => {
  const { owner, at } = await setUp()
  const { version } = await (await owner.call('GET', at)).json<{ version: string }>()
  const headers = { 'if-match': version }
  const first = await owner.call('PUT', at, { branding: { name: 'Acme' } }, headers)
  expect(await first.json()).toMatchObject({ branding: { name: 'Acme' } })
  await expectNoTrace(async () => {
    const second = await owner.call('PUT', at, { branding: { name: 'Other' } }, headers)
    expect((await expectError(second, 409)).code).toBe('changed_meanwhile')
  })
  const listed = await (
    await owner.call('GET', '/environments')
  ).json<{ data: { version: string }[] }>()
  expect(listed.data.map((one) => one.version)).not.toContain(version)
  const missing = await owner.call('PUT', '/environments/environment_0', { name: 'x' })
  await expectError(missing, 404)
})

test('secrets, hosts and who is let in ask for a fresh sign-in; words do not', async () => {
  const { h, owner, at } = await setUp()
  await owner.call('POST', `${at}/integrations`, github)
  const { slug } = await h.createProvider()
  const start = Date.now()
  vi.spyOn(Date, 'now').mockReturnValue(start + 5 * 60_000)
  const path = `${at}/integrations/github`
  for (const [target, body, status] of [
    [path, { description: 'x', enabled: false, scopes: ['repo'] }, 200],
    [at, { name: 'Acme', branding: { name: 'Acme' } }, 200],
    [path, { credentials: github.credentials }, 403],
    [path, { api_key: { secret: 'canary-key', user_id: 'user_1' } }, 403],
    [path, { config: { domain: 'evil' } }, 403],
    [`${at}/integrations/${slug}`, { custom_provider: { name: 'Strict' } }, 403],
    [at, { allowed_origins: ['https://evil.example'] }, 403],
    [at, { return_urls: ['https://evil.example/'] }, 403],
    [at, { user_token_issuers: [] }, 403],
    [at, { requires_binding: true }, 200],
    [at, { requires_binding: false }, 403],
  ] as const) {
    const answer = await owner.call('PUT', target, body)
    expect([body, answer.status]).toEqual([body, status])
    if (status === 403) expect((await expectError(answer, 403)).code).toBe('fresh_sign_in_required')
  }
})

test('a provider says how many connections go with it, and what was done is in the audit', async () => {
  const { h, owner, at } = await setUp()
  const provider = await h.createProvider()
  await h.connectedAccount(provider)
  const account = await h.connectedAccount(provider, { userId: 'user_2' })
  const accounts = async () => {
    const answer = await owner.call('GET', `${at}/integrations`)
    const { data } = await answer.json<{ data: Shown[] }>()
    return data.find(({ slug }) => slug === provider.slug)?.accounts
  }
  expect(await accounts()).toEqual({ connected: 2, needs_reauthorization: 0 })
  await h.api('DELETE', `/user_management/users/${account.userId}/connected_accounts/strict`)
  expect(await accounts()).toEqual({ connected: 1, needs_reauthorization: 0 })

  expect((await owner.call('POST', `${at}/integrations/strict/check`)).status).toBe(200)
  await owner.call('PUT', `${at}/integrations/strict`, {
    description: 'canary-description',
    credentials: { type: 'custom', client_id: 'new', client_secret: SECRET },
  })
  expect((await owner.call('DELETE', `${at}/integrations/strict`)).status).toBe(204)
  expect(await accounts()).toBeUndefined()
  await expect
    .poll(() =>
      rowsOf(
        'SELECT count FROM connection_counts WHERE count > 0 AND environment_id = ?',
        h.environment.id,
      ),
    )
    .toEqual([])
  const path = `/audit?environment_id=${h.environment.id}`
  const text = await (await owner.call('GET', path)).text()
  const { data } = JSON.parse(text) as { data: { action: string; details: unknown }[] }
  expect(data.map(({ action, details }) => [action, details])).toEqual([
    ['integration.deleted', { fields: [] }],
    ['integration.updated', { fields: ['description', 'credentials'] }],
    ['integration.checked', { fields: [] }],
  ])
  expect(text).not.toContain('canary')
  expect(await allRows()).not.toContain(SECRET)
})

test('an id of one environment does nothing through another’s path', async () => {
  const { h, owner, at } = await setUp()
  await h.createProvider()
  const other = await seedEnvironment()
  const elsewhere = `/environments/${other.environment.id}`
  await expectNoTrace(async () => {
    for (const [method, path, body] of [
      ['GET', '/integrations/strict', undefined],
      ['PUT', '/integrations/strict', { description: 'x' }],
      ['POST', '/integrations/strict/check', {}],
      ['DELETE', '/integrations/strict', undefined],
    ] as const) {
      const refused = await owner.call(method, `${elsewhere}${path}`, body)
      expect((await expectError(refused, 404)).code).toBe('integration_not_found')
    }
  })
  expect((await owner.call('GET', `${at}/integrations/strict`)).status).toBe(200)
})

test('an issuer of user tokens is tried before it is believed', async () => {
  const { owner, at } = await setUp()
  const check = (body: object) => owner.call('POST', `${at}/check-issuer`, body)
  const issuer = outsideOrigin()
  const found = await expectJson<{ jwks_uri: string; keys: unknown[] }>(
    await check({ issuer }),
    200,
  )
  expect(found).toMatchObject({ issuer, jwks_uri: `${issuer}/jwks` })
  expect(found.keys).toContainEqual(
    expect.objectContaining({ algorithms: expect.arrayContaining(['RS256']) }),
  )
  const told = { issuer: 'https://auth.example.com', jwks_uri: found.jwks_uri }
  expect((await check(told)).status).toBe(200)
  for (const [body, field, code] of [
    [{ issuer: `${issuer}/other` }, 'issuer', 'issuer_not_found'],
    [{ issuer, jwks_uri: `${issuer}/nowhere` }, 'jwks_uri', 'issuer_keys_unreadable'],
    [{ issuer, jwks_uri: 'https://169.254.169.254/' }, 'jwks_uri', 'issuer_keys_unreadable'],
    [{ issuer: 'http://10.0.0.1' }, 'issuer', 'issuer_not_found'],
  ] as const) {
    const refused = await expectError(await check(body), 422)
    expect([body, refused.errors?.[0]]).toMatchObject([body, { field, code }])
  }
})

test('a server describes itself, and only as what it is', async () => {
  const { owner, at } = await setUp()
  const discover = (url: string) => owner.call('POST', `${at}/discover`, { url })
  const issuer = outsideOrigin()
  for (const url of [issuer, `${issuer}/`, `${issuer}/.well-known/openid-configuration`]) {
    expect(await (await discover(url)).json()).toMatchObject({
      issuer,
      authorization_url: `${issuer}/auth`,
      token_url: `${issuer}/token`,
      authenticate_via: 'request_body',
      client_secret_required: true,
    })
  }
  for (const [url, code] of [
    [`${issuer}/other`, 'discovery_failed'],
    ['https://169.254.169.254/', 'url_not_allowed'],
    ['http://auth.example.com', 'url_not_allowed'],
    ['nonsense', 'url_not_allowed'],
  ]) {
    const refused = await expectError(await discover(url ?? ''), 422)
    expect([url, refused.errors?.[0]]).toMatchObject([url, { field: 'url', code }])
  }
})
