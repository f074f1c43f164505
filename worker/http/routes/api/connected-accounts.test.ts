/** A user's accounts as a backend sees them: contract 2.5 and 5.6. */
import { expect, test } from 'vitest'
import { seedEnvironment } from '../../../test/harness.ts'
import { expectError, expectNoTrace } from '../../../test/http-laws.ts'
import { expectJson } from '../../../test/wire.ts'

const setUp = async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const account = await h.connectedAccount(provider)
  const path = `/user_management/users/user_1/connected_accounts/${provider.slug}`
  return { h, provider, account, path }
}

test('an account is found by its user, its organization and, if named, its id', async () => {
  const { h, account, path } = await setUp()
  for (const query of ['', `?connected_account_id=${account.accountId}`]) {
    const found = await expectJson(await h.api('GET', path + query), 200)
    expect(found).toMatchObject({ object: 'connected_account', id: account.accountId })
  }
  for (const query of ['?organization_id=org_1', '?connected_account_id=data_installation_x']) {
    const response = await h.api('GET', path + query)
    expect((await expectError(response, 404)).code).toBe('account_not_found')
  }
  const other = await h.api('GET', path.replace('user_1', 'user_2'))
  expect((await expectError(other, 404)).code).toBe('account_not_found')
  const unknown = await h.api('GET', path.replace('strict', 'nobody'))
  expect((await expectError(unknown, 404)).code).toBe('integration_not_found')
})

test('a disconnect that names another account ends none', async () => {
  const { h, account, path } = await setUp()
  await expectNoTrace(async () => {
    await expectError(
      await h.api('DELETE', `${path}?connected_account_id=data_installation_x`),
      404,
    )
    await expectError(await h.api('DELETE', `${path}?organization_id=org_1`), 404)
    await expectError(await h.api('DELETE', path.replace('user_1', 'user_2')), 404)
  })
  expect((await h.vend(account)).body.active).toBe(true)
  const named = await h.api('DELETE', `${path}?connected_account_id=${account.accountId}`)
  expect(named.status).toBe(204)
  expect((await h.vend(account)).body).toEqual({ active: false, error: 'not_installed' })
})

test('the providers of a user are those that are on, and those that still hold an account', async () => {
  const { h, provider, account } = await setUp()
  const credentials = { type: 'shared' }
  await h.api('POST', '/data-integrations', { provider: 'github', credentials })
  const list = async (user = 'user_1') => {
    const path = `/user_management/users/${user}/data_providers`
    const { data } = await expectJson<{ data: Record<string, unknown>[] }>(
      await h.api('GET', path),
      200,
    )
    return data
  }
  const [row, ...more] = await list()
  expect(more).toEqual([])
  expect(row).toMatchObject({
    object: 'data_provider',
    id: provider.integrationId,
    slug: 'strict',
    name: 'Strict',
    connection_owner: 'user',
    ownership: 'userland_user',
    integration_type: 'custom',
    integrationType: 'custom',
    connected_account: { id: account.accountId },
    connected_accounts: [{ id: account.accountId }],
  })
  await h.api('PUT', `/data-integrations/${provider.slug}`, { enabled: false })
  expect(await list()).toHaveLength(1)
  expect(await list('user_2')).toEqual([])
})

test('the parts of an owner’s name cannot be moved across their border', async () => {
  const { h, provider } = await setUp()
  await h.connectedAccount(provider, { userId: 'a:b', organizationId: 'c' })
  const get = (user: string, organization: string) =>
    h.api(
      'GET',
      `/user_management/users/${encodeURIComponent(user)}/connected_accounts/strict?organization_id=${encodeURIComponent(organization)}`,
    )
  expect((await get('a:b', 'c')).status).toBe(200)
  for (const [user, organization] of [
    ['a', 'b:c'],
    ['A:b', 'c'],
    ['a:b', 'C'],
  ] as const) {
    expect((await get(user, organization)).status).toBe(404)
  }
})

test('an owner without a name is refused, and never taken for the personal one', async () => {
  const { h, account, path } = await setUp()
  const providers = '/user_management/users/user_1/data_providers'
  await expectNoTrace(async () => {
    for (const [method, address] of [
      ['GET', path],
      ['DELETE', path],
      ['GET', providers],
    ] as const) {
      for (const [field, bad] of [
        ['organization_id', `${address}?organization_id=`],
        ['organization_id', `${address}?organization_id=a%0ab`],
        ['user_id', address.replace('user_1', 'a%00b')],
        ['user_id', address.replace('user_1', 'x'.repeat(256))],
      ] as const) {
        const { code, errors } = await expectError(await h.api(method, bad), 422)
        expect([code, errors?.[0]?.field]).toEqual(['invalid_request', field])
      }
    }
  })
  expect((await h.vend(account)).body.active).toBe(true)
})
