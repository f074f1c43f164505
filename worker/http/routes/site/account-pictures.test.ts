/** The picture of an account: fetched once by the Worker, shown from here, gone with the connection. */
import { afterEach, expect, test, vi } from 'vitest'
import { rowsOf } from '../../../test/faults.ts'
import { expectError, sendRaw } from '../../../test/http-laws.ts'
import { ADA, connectSandbox, setUpSandbox } from '../../../test/sandbox-provider.ts'
import { expectJson } from '../../../test/wire.ts'

type Account = { readonly id: string; readonly picture_url: string | null }
type Row = { readonly connected_accounts: readonly Account[] }

afterEach(() => {
  vi.restoreAllMocks()
})

async function setUp() {
  const sandbox = await setUpSandbox()
  const { h } = sandbox
  const token = await h.widgetToken('user_1')
  const account = async () => {
    const list = await h.widget('GET', '/DataIntegrations/mine', undefined, { token })
    const { data } = await expectJson<{ data: Row[] }>(list, 200)
    return data[0]?.connected_accounts[0]
  }
  const show = async (url: string) => sendRaw(new URL(url).pathname)
  const shown = async (): Promise<string> => {
    await expect.poll(async () => (await account())?.picture_url).toMatch(/^https?:/)
    return (await account())?.picture_url ?? ''
  }
  const kept = async (): Promise<number> =>
    (await rowsOf<{ id: string }>('SELECT id FROM account_pictures')).length
  return { ...sandbox, account, show, shown, kept }
}

test('it is shown from this Worker, to who knows its address, as nothing but a picture', async () => {
  const { h, show, shown } = await setUp()
  await connectSandbox(h, { account: ADA })
  const url = await shown()
  expect(new URL(url).pathname).toMatch(/^\/account-pictures\/[\w-]{43}$/)
  const answer = await show(url)
  expect(answer.status).toBe(200)
  const headers = Object.fromEntries(answer.headers)
  expect(headers).toMatchObject({
    'content-type': 'image/gif',
    'cache-control': 'private, max-age=3600',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'cross-origin',
  })
  expect(new TextDecoder().decode((await answer.arrayBuffer()).slice(0, 6))).toBe('GIF89a')
  await expectError(await sendRaw(`/account-pictures/${'a'.repeat(43)}`), 404)
})

test('it is gone with the connection, and the one of another account takes its place', async () => {
  const { h, show, shown, kept, account } = await setUp()
  const before = await kept()
  await connectSandbox(h, { account: ADA })
  const first = await shown()
  await connectSandbox(h, { account: 'grace@example.com' })
  await expect.poll(async () => (await account())?.picture_url).not.toBe(first)
  const second = await shown()
  expect((await show(first)).status).toBe(404)
  expect(await kept()).toBe(before + 1)
  const end = '/user_management/users/user_1/connected_accounts/sandbox'
  expect((await h.api('DELETE', end)).status).toBe(204)
  expect((await show(second)).status).toBe(404)
  expect(await kept()).toBe(before)
})
