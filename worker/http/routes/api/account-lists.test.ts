/** Finding connections: what each filter means, together and alone, and what no answer holds. */
import { expect, test } from 'vitest'
import { insertAccountRows } from '../../../test/account-rows.ts'
import { rowsOf } from '../../../test/faults.ts'
import { seedEnvironment, type Harness } from '../../../test/harness.ts'
import { expectError } from '../../../test/http-laws.ts'
import { expectJson } from '../../../test/wire.ts'

type Account = Readonly<Record<string, unknown>> & { readonly id: string }
type Accounts = { readonly data: readonly Account[] }

const find = async (h: Harness, query: Readonly<Record<string, string>>): Promise<Accounts> => {
  const path = `/connected_accounts?${new URLSearchParams({ limit: '100', ...query }).toString()}`
  return expectJson<Accounts>(await h.api('GET', path), 200)
}

const SOON = Date.parse('2027-03-01T00:00:00Z')

/** Accounts that differ in all that a filter asks for, by name. */
async function seedKinds(h: Harness) {
  const kinds = {
    plain: {},
    slack: { slug: 'slack' },
    ada: { userId: 'ada' },
    'ada at work': { userId: 'ada', organizationId: 'org_1' },
    'bob at work': { userId: 'bob', organizationId: 'org_1' },
    shared: { ownerKind: 'organization', organizationId: 'org_1' },
    'shared elsewhere': { ownerKind: 'organization', organizationId: 'org_2', slug: 'slack' },
    over: { state: 'needs_reauthorization', lastErrorClass: 'needs_reauthorization' },
    'slack over': { state: 'needs_reauthorization', slug: 'slack' },
    failing: { lastErrorClass: 'retry', lastErrorCode: 'http_503', lastErrorAt: 1 },
    'slack failing': { lastErrorClass: 'retry', slug: 'slack' },
    key: { authMethod: 'api_key', slug: 'stripe' },
    octocat: { accountIdentifier: 'octocat' },
    'octocat at slack': { accountIdentifier: 'octocat', slug: 'slack' },
    soon: { needsUserAt: SOON, needsUserReason: 'grant_expires' },
    sooner: { needsUserAt: SOON - 1, needsUserReason: 'idle_limit' },
    'sooner as well': { needsUserAt: SOON - 1, needsUserReason: 'grant_expires' },
    now: {
      needsUserAt: 1,
      needsUserReason: 'needs_reauthorization',
      state: 'needs_reauthorization',
      userId: 'ada',
      dataIntegrationId: 'data_integration_2',
    },
    pending: {
      dataIntegrationId: 'data_integration_3',
      state: 'pending',
      userId: 'ada',
      slug: 'slack',
      organizationId: 'org_1',
    },
    gone: { state: 'disconnected', lastErrorClass: 'retry', accountIdentifier: 'octocat' },
  } satisfies Record<string, Parameters<typeof insertAccountRows>[1][number]>
  const names = Object.keys(kinds) as (keyof typeof kinds)[]
  const ids = await insertAccountRows(h.environment.id, Object.values(kinds))
  return { names: new Map(ids.map((id, index) => [id, names[index] as string])), kinds: names }
}

test('each filter finds what it names, filters together what all of them name', async () => {
  const h = await seedEnvironment()
  const { names, kinds } = await seedKinds(h)
  const found = async (query: Readonly<Record<string, string>>) =>
    (await find(h, query)).data.map(({ id }) => names.get(id))
  const visible = kinds.filter((name) => name !== 'pending' && name !== 'gone')
  const over = ['now', 'slack over', 'over']
  const cases: readonly [Readonly<Record<string, string>>, readonly string[]][] = [
    [{}, visible.toReversed()],
    [{ order: 'asc' }, visible],
    [
      { provider: 'slack' },
      ['octocat at slack', 'slack failing', 'slack over', 'shared elsewhere', 'slack'],
    ],
    [{ provider: 'Slack' }, []],
    [{ user_id: 'ada' }, ['now', 'ada at work', 'ada']],
    [{ user_id: 'ada', organization_id: 'org_1' }, ['ada at work']],
    [{ user_id: 'ada', connection_owner: 'organization' }, []],
    [{ organization_id: 'org_1' }, ['shared', 'bob at work', 'ada at work']],
    [{ organization_id: 'org_1', connection_owner: 'organization' }, ['shared']],
    [{ organization_id: 'org_1', connection_owner: 'user' }, ['bob at work', 'ada at work']],
    [{ connection_owner: 'organization' }, ['shared elsewhere', 'shared']],
    [{ connection_owner: 'organization', provider: 'slack' }, ['shared elsewhere']],
    [{ state: 'needs_reauthorization' }, over],
    [{ state: 'needs_reauthorization', provider: 'slack' }, ['slack over']],
    [{ state: 'connected' }, visible.toReversed().filter((name) => !over.includes(name))],
    [{ state: 'connected', user_id: 'ada' }, ['ada at work', 'ada']],
    [{ auth_method: 'api_key' }, ['key']],
    [{ auth_method: 'oauth', provider: 'stripe' }, []],
    [{ auth_method: 'client_credentials' }, []],
    [{ last_error_class: 'retry' }, ['slack failing', 'failing']],
    [{ last_error_class: 'retry', provider: 'slack' }, ['slack failing']],
    [{ last_error_class: 'needs_reauthorization', state: 'needs_reauthorization' }, ['over']],
    [{ last_error_class: 'never_heard_of' }, []],
    [{ account_identifier: 'octocat' }, ['octocat at slack', 'octocat']],
    [{ account_identifier: 'octocat', provider: 'strict' }, ['octocat']],
    [{ account_identifier: 'OCTOCAT' }, []],
    [{ account_identifier: 'octo' }, []],
    // The soonest first; of those at one time the oldest.
    [
      { needs_user_before: '2027-03-01T00:00:00.001Z' },
      ['now', 'sooner', 'sooner as well', 'soon'],
    ],
    [{ needs_user_before: '2027-03-01T00:00:00Z' }, ['now', 'sooner', 'sooner as well']],
    [
      { needs_user_before: '2027-03-01T00:00:00Z', order: 'desc' },
      ['sooner as well', 'sooner', 'now'],
    ],
    [
      { needs_user_before: '2027-03-01T00:00:00Z', state: 'connected' },
      ['sooner', 'sooner as well'],
    ],
    [{ needs_user_before: '2027-03-01T00:00:00Z', user_id: 'ada' }, ['now']],
  ]
  for (const [query, expected] of cases) {
    expect([query, await found(query)]).toEqual([query, expected])
  }
})

test('a row is a connected account with its integration, and nothing of a token', async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const account = await h.connectedAccount(provider)
  const { data } = await find(h, {})
  const byOwner = await expectJson<Account>(
    await h.api('GET', `/user_management/users/user_1/connected_accounts/${provider.slug}`),
    200,
  )
  const row = { ...byOwner, data_integration_id: provider.integrationId, provider_slug: 'strict' }
  expect(data).toEqual([row])
  const one = await h.api('GET', `/connected_accounts/${account.accountId}`)
  expect(await expectJson(one, 200)).toEqual(row)
  const text = JSON.stringify(data)
  for (const secret of [account.accessToken, account.refreshToken, provider.clientSecret]) {
    expect(text).not.toContain(secret)
  }
  expect(text).not.toMatch(/grant_|sealed|wrapped|w1\./)
})

test('a connection is there from its beginning to its end, and no longer', async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const { accountId } = await h.connectedAccount(provider)
  const path = `/connected_accounts/${accountId}`
  await rowsOf(`UPDATE connected_accounts SET state = 'pending' WHERE id = ?`, accountId)
  expect((await find(h, {})).data).toEqual([])
  expect((await expectError(await h.api('GET', path), 404)).code).toBe('account_not_found')

  await rowsOf(`UPDATE connected_accounts SET state = 'connected' WHERE id = ?`, accountId)
  expect((await find(h, {})).data).toHaveLength(1)
  const own = `/user_management/users/user_1/connected_accounts/${provider.slug}`
  expect((await h.api('DELETE', own)).status).toBe(204)
  expect((await find(h, { user_id: 'user_1' })).data).toEqual([])
  await expectError(await h.api('GET', path), 404)
})

test('another environment finds nothing, and its id says as little as one that never was', async () => {
  const [mine, theirs] = [await seedEnvironment(), await seedEnvironment()]
  const { names } = await seedKinds(theirs)
  const [own] = await insertAccountRows(mine.environment.id, [{ userId: 'ada' }])
  for (const query of [{}, { user_id: 'ada' }, { provider: 'strict' }, { order: 'asc' }]) {
    expect((await find(mine, query)).data.map(({ id }) => id)).toEqual([own])
  }
  expect((await find(mine, { organization_id: 'org_1' })).data).toEqual([])
  const ids = [...names.keys(), 'data_installation_x', 'data_installation_x'.repeat(50), '%00']
  const answers = await Promise.all(
    ids.map(async (id) => {
      const answer = await expectError(await mine.api('GET', `/connected_accounts/${id}`), 404)
      return JSON.stringify({ ...answer, request_id: '' })
    }),
  )
  expect(new Set(answers).size).toBe(1)
})

test.each([
  ['provider', ''],
  ['provider', 'x'.repeat(65)],
  ['user_id', ''],
  ['user_id', 'x'.repeat(256)],
  ['user_id', 'a\u0000b'],
  ['organization_id', ''],
  ['connection_owner', 'team'],
  ['state', 'disconnected'],
  ['state', 'pending'],
  ['auth_method', 'password'],
  ['needs_user_before', 'tomorrow'],
  ['needs_user_before', '2027-13-01T00:00:00Z'],
  ['needs_user_before', '1700000000000'],
  ['last_error_class', "'--"],
  ['account_identifier', ''],
  ['account_identifier', 'x'.repeat(513)],
])('%s=%j is a 422 that names it', async (field, value) => {
  const h = await seedEnvironment()
  const path = `/connected_accounts?${new URLSearchParams({ [field]: value }).toString()}`
  const { code, errors } = await expectError(await h.api('GET', path), 422)
  const fields = new Set(errors?.map((error) => error.field))
  expect([code, fields]).toEqual(['invalid_request', new Set([field])])
})
