/** Whose token it is, where an owner has several connections: contract 2.4, §5.9. */
import { expect, test } from 'vitest'
import { expectError } from '../../test/http-laws.ts'
import { PATH, twoConnections } from '../../test/two-connections.ts'

const FLAG = 'supports_multiple_connections'

const setUp = async () => {
  const two = await twoConnections()
  const { h, provider, first, second } = two
  const foreign = await h.connectedAccount(provider, { userId: 'user_2' })
  const get = (query = '') => h.api('GET', PATH + query)
  const vend = (more: Record<string, unknown>) =>
    h.vend({ slug: 'strict', userId: 'user_1' }, {}, more)
  const choices = [
    { id: first.accountId, account_identifier: 'one', account_display_name: null },
    { id: second.accountId, account_identifier: 'two', account_display_name: 'Work' },
  ]
  return { ...two, foreign, get, vend, choices }
}

test('a token is that of the connection that is meant', async () => {
  const { first, second, vend } = await setUp()
  for (const [more, token] of [
    [{}, first.accessToken],
    [{ [FLAG]: false }, first.accessToken],
    [{ [FLAG]: null, connected_account_id: null }, first.accessToken],
    [{ connected_account_id: second.accountId }, second.accessToken],
    [{ connected_account_id: second.accountId, [FLAG]: true }, second.accessToken],
    [{ connected_account_id: first.accountId, [FLAG]: true }, first.accessToken],
  ] as const) {
    expect((await vend(more)).token).toBe(token)
  }
})

test('who knows of several has to say which, and is told from what to choose', async () => {
  const { h, vend, choices, second } = await setUp()
  for (const route of ['token', 'credentials', 'token/rejected']) {
    const body = {
      user_id: 'user_1',
      [FLAG]: true,
      ...(route === 'token/rejected' ? { access_token_sha256: '0'.repeat(64) } : {}),
    }
    const response = await h.api('POST', `/data-integrations/strict/${route}`, body)
    expect(response.status).toBe(409)
    const error = (await response.json()) as { code: string; connected_accounts: unknown }
    expect(error.code).toBe('account_selection_required')
    expect(error.connected_accounts).toEqual(choices)
  }
  await h.api('DELETE', PATH)
  expect((await vend({ [FLAG]: true })).token).toBe(second.accessToken)
})

test('the id of nobody, of another owner and of another integration is that of no connection', async () => {
  const { h, foreign, vend, get } = await setUp()
  const other = await h.createProvider({ slug: 'other' })
  const elsewhere = await h.connectedAccount(other)
  for (const id of [foreign.accountId, elsewhere.accountId, 'data_installation_0', '']) {
    const more = { connected_account_id: id, [FLAG]: true }
    expect((await vend(more)).body).toEqual({ active: false, error: 'not_installed' })
    if (id === '') continue
    const answer = await expectError(await get(`?connected_account_id=${id}`), 404)
    expect(answer.code).toBe('account_not_found')
  }
})

test('a refused token is refreshed in the connection that it is of', async () => {
  const { h, provider, first, second, vend } = await setUp()
  const digest = async (token: string): Promise<string> => {
    const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token))
    return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('')
  }
  const rejected = await h.api('POST', '/data-integrations/strict/token/rejected', {
    user_id: 'user_1',
    connected_account_id: second.accountId,
    access_token_sha256: await digest(second.accessToken),
  })
  expect(await rejected.json()).toMatchObject({ active: true })
  expect((await vend({ connected_account_id: second.accountId })).token).not.toBe(
    second.accessToken,
  )
  expect((await vend({})).token).toBe(first.accessToken)
  expect(await provider.count('refresh_token')).toBe(1)
})
