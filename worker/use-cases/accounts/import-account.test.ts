/** Tokens that a product already has become connections (contract 2.5, §5.4). */
import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { seedEnvironment, type Harness, type TestProvider } from '../../test/harness.ts'
import { expectError, expectNoTrace } from '../../test/http-laws.ts'
import { rowsOf } from '../../test/faults.ts'
import { expectJson } from '../../test/wire.ts'

const ACCESS = 'canary-imported-access'
const FUTURE = '2099-01-31T12:00:00Z'

const setUp = async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  return { h, provider }
}

const pathOf = (user: string) => `/user_management/users/${user}/connected_accounts/strict`

const put = (h: Harness, body: unknown, user = 'user_1') => h.api('POST', pathOf(user), body)

const realTokens = (provider: TestProvider) =>
  provider.mint('provider-user_1', 'openid offline_access email')

const eventsOf = async (h: Harness): Promise<string[]> =>
  (
    await rowsOf<{ name: string }>(
      `SELECT name FROM events WHERE environment_id = ?
         AND name GLOB 'pipes.connected_account.*' ORDER BY created_at`,
      h.environment.id,
    )
  ).map(({ name }) => name)

test.for([
  ['nothing', {}, 'needs_reauthorization'],
  ['nulls, which are nothing', { access_token: null, expires_at: null }, 'needs_reauthorization'],
  ['an access token', { access_token: ACCESS }, 'connected'],
  ['both tokens', { access_token: ACCESS, refresh_token: 'r' }, 'connected'],
  ['all three', { access_token: ACCESS, refresh_token: 'r', expires_at: FUTURE }, 'connected'],
  ['a refresh token', { refresh_token: 'r' }, 'connected'],
  [
    'a state that wins',
    { access_token: ACCESS, state: 'needs_reauthorization' },
    'needs_reauthorization',
  ],
  ['a stated connection', { access_token: ACCESS, state: 'connected' }, 'connected'],
] as const)('an import of %s', async ([, body, state]) => {
  const { h } = await setUp()
  const made = await expectJson(await put(h, body), 201)
  expect(made).toMatchObject({
    object: 'connected_account',
    user_id: 'user_1',
    organization_id: null,
    state,
    scopes: [],
    connection_role: 'compatibility',
  })
  expect(await expectJson(await h.api('GET', pathOf('user_1')), 200)).toMatchObject({ state })
  const name = state === 'connected' ? 'connected' : 'reauthorization_needed'
  expect(await eventsOf(h)).toEqual([`pipes.connected_account.${name}`])
})

test.for([
  ['an end without a refresh token', { access_token: ACCESS, expires_at: FUTURE }, 'refresh_token'],
  ['an end of nothing', { expires_at: FUTURE }, 'expires_at'],
  ['an end beside a refresh token', { refresh_token: 'r', expires_at: FUTURE }, 'expires_at'],
  ['a connection without a token', { state: 'connected' }, 'state'],
] as const)('%s is refused, and nothing is written', async ([, body, name]) => {
  const { h } = await setUp()
  await expectNoTrace(async () => {
    const error = await expectError(await put(h, body), 422)
    expect(error.code).toBe('invalid_token_combination')
    expect(error.errors?.[0]?.field).toBe(name)
  })
})

test.for([
  ['an empty token', { access_token: '' }],
  ['a token with a line break', { access_token: 'canary\nx' }],
  ['a token beyond ASCII', { access_token: 'canary-ü' }],
  ['a token without end', { access_token: 'a'.repeat(16_385) }],
  ['a token that is a number', { refresh_token: 1 }],
  ['a time that is none', { access_token: ACCESS, expires_at: 'tomorrow' }],
  ['a scope with a blank', { access_token: ACCESS, scopes: ['a b'] }],
  ['a state of ours', { state: 'disconnected' }],
  ['an acting user, who is in the path', { access_token: ACCESS, user_id: 'user_2' }],
] as const)('%s is refused', async ([, body]) => {
  const { h } = await setUp()
  await expectNoTrace(async () => {
    const error = await expectError(await put(h, body), 422)
    expect(error.code).toBe('invalid_request')
    expect(JSON.stringify(error)).not.toContain('canary')
  })
})

test('an imported access token is vended as it is, with the scopes that were told', async () => {
  const { h } = await setUp()
  await put(h, { access_token: ACCESS, scopes: ['openid'] })
  const answer = await h.api('POST', '/data-integrations/strict/token', { user_id: 'user_1' })
  expect(await answer.json()).toEqual({
    active: true,
    access_token: {
      object: 'access_token',
      access_token: ACCESS,
      expires_at: null,
      scopes: ['openid'],
      missing_scopes: ['offline_access', 'email'],
    },
  })
})

test.for([
  ['alone', (refresh_token: string) => ({ refresh_token })],
  [
    'beside an access token that has run out',
    (refresh_token: string) => ({
      refresh_token,
      access_token: ACCESS,
      expires_at: '2020-01-01T00:00:00Z',
    }),
  ],
] as const)('an imported refresh token %s gets a fresh access token', async ([, bodyOf]) => {
  const { h, provider } = await setUp()
  const tokens = await realTokens(provider)
  await expectJson(await put(h, bodyOf(tokens.refresh_token)), 201)
  const vended = await h.vend({ slug: 'strict', userId: 'user_1' })
  expect(vended.body).toMatchObject({ active: true })
  expect(JSON.stringify(vended.body)).not.toContain(ACCESS)
  expect(await provider.count('refresh_token')).toBe(1)
})

test('without tokens a connection needs its user, also after its object was lost', async () => {
  const { h } = await setUp()
  await put(h, {})
  const vended = await h.vend({ slug: 'strict', userId: 'user_1' })
  expect(vended.body).toEqual({ active: false, error: 'needs_reauthorization' })
})

test('who is connected is not imported again, and keeps what was', async () => {
  const { h } = await setUp()
  const made = await expectJson<{ id: string }>(await put(h, { access_token: ACCESS }), 201)
  const again = await put(h, { access_token: 'canary-other' })
  expect((await expectError(again, 409)).code).toBe('account_exists')
  const vended = await h.vend({ slug: 'strict', userId: 'user_1' })
  expect(JSON.stringify(vended.body)).toContain(ACCESS)

  expect((await h.api('DELETE', pathOf('user_1'))).status).toBe(204)
  const anew = await expectJson<{ id: string }>(await put(h, { access_token: ACCESS }), 201)
  expect(anew.id).not.toBe(made.id)
})

test('of eight imports at once one is taken, and the others leave nothing', async () => {
  const { h } = await setUp()
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, i) => put(h, { access_token: `canary-race-${i}` })),
  )
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
    201,
    ...Array(7).fill(409),
  ])
  const winner = answers.findIndex(({ status }) => status === 201)
  const vended = await h.vend({ slug: 'strict', userId: 'user_1' })
  expect(JSON.stringify(vended.body)).toContain(`canary-race-${winner}`)
  const kept = await rowsOf(
    'SELECT grant_id FROM credential_versions WHERE environment_id = ?',
    h.environment.id,
  )
  expect(kept).toHaveLength(1)
})

test('imported tokens lie sealed', async () => {
  const { h } = await setUp()
  await put(h, { access_token: ACCESS, refresh_token: 'canary-imported-refresh' })
  const { results } = await env.DB.prepare('SELECT * FROM credential_versions').all()
  expect(results.length).toBeGreaterThan(0)
  expect(JSON.stringify(results)).not.toContain('canary-imported')
})

test('an import for a person and one for the same person in an organization are two', async () => {
  const { h } = await setUp()
  await put(h, { access_token: 'canary-own' })
  const inOrganization = `${pathOf('user_1')}?organization_id=org_1`
  await expectJson(await h.api('POST', inOrganization, { access_token: 'canary-org' }), 201)
  const tokenFor = async (more: object) =>
    JSON.stringify(
      await (
        await h.api('POST', '/data-integrations/strict/token', { user_id: 'user_1', ...more })
      ).json(),
    )
  expect(await tokenFor({})).toContain('canary-own')
  expect(await tokenFor({ organization_id: 'org_1' })).toContain('canary-org')
})
