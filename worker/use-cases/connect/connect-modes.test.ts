/** A connection in each mode, from Connect to a token, against a strict provider. */
import { expect, test } from 'vitest'
import {
  begin,
  complete,
  eventNames,
  open,
  RETURN_TO,
  returned,
  toCallback,
  watch,
} from '../../test/connect-steps.ts'
import { rowsOf } from '../../test/faults.ts'
import { seedEnvironment } from '../../test/harness.ts'
import { expectJson } from '../../test/wire.ts'

const setUp = async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const isConnected = async (user = 'user_1') =>
    (await h.vend({ slug: provider.slug, userId: user })).body.active === true
  return { h, provider, isConnected }
}

test('a popup is bound by its handoff, and the page that began finishes with its verifier', async () => {
  const { h, provider, isConnected } = await setUp()
  const begun = await begin(h, provider, 'popup')
  expect((await watch(h, begun)).status).toBe('created')
  const callbackUrl = await toCallback(begun)
  expect((await watch(h, begun)).status).toBe('opened')
  const page = await begun.browser.send(callbackUrl)
  expect(page.status).toBe(200)
  expect(await page.text()).toContain('Finishing…')

  expect((await watch(h, begun)).status).toBe('pending')
  expect(await isConnected()).toBe(false)
  expect(await eventNames(h)).toEqual([])

  const completed = await expectJson<{ connected_account: Record<string, unknown> }>(
    await complete(h, begun),
    200,
  )
  expect(completed).toMatchObject({ object: 'connect_attempt', status: 'completed', error: null })
  expect(completed.connected_account).toMatchObject({
    state: 'connected',
    user_id: 'user_1',
    account_identifier: 'provider-user_1',
    account_display_name: 'provider-user_1@provider.example',
  })
  expect(await isConnected()).toBe(true)
  expect(await eventNames(h)).toEqual(['connected'])
})

test('a page that left in its own tab comes back with a code in the fragment', async () => {
  const { h, provider, isConnected } = await setUp()
  const begun = await begin(h, provider, 'same_tab')
  const back = await begun.browser.send(await toCallback(begun))
  expect(back.status).toBe(303)
  expect(back.headers.get('referrer-policy')).toBe('no-referrer')
  expect(back.headers.get('cache-control')).toBe('no-store')
  const location = new URL(back.headers.get('location') ?? '')
  expect(`${location.origin}${location.pathname}${location.search}`).toBe(RETURN_TO)
  const params = returned(back)
  expect([...params.keys()]).toEqual(['pipes_attempt', 'pipes_completion_code'])
  expect(params.get('pipes_attempt')).toBe(begun.attemptId)
  expect(await isConnected()).toBe(false)

  // The verifier alone is what the attacker of T01 has.
  expect((await complete(h, begun)).status).toBe(403)
  expect(await isConnected()).toBe(false)
  const completionCode = params.get('pipes_completion_code')
  expect((await complete(h, begun, { completionCode })).status).toBe(200)
  expect(await isConnected()).toBe(true)
})

test('the published widget needs nothing but its handoff', async () => {
  const { h, provider, isConnected } = await setUp()
  const begun = await begin(h, provider, 'react')
  const page = await begun.browser.send(await toCallback(begun))
  expect(await page.text()).toContain('Connected')
  expect(await isConnected()).toBe(true)
  expect(await watch(h, begun)).toMatchObject({
    status: 'completed',
    connected_account: { state: 'connected' },
  })
  expect((await complete(h, begun)).status).toBe(409)
  expect(await eventNames(h)).toEqual(['connected'])
})

test('a backend without a session of its own asks on a page whose connection it will be', async () => {
  const { h, provider, isConnected } = await setUp()
  const begun = await begin(h, provider, 'rest_confirmation')
  const page = await (await begun.browser.send(begun.url)).text()
  expect(page).toContain('Connect Strict for user_1?')
  const unconfirmed = await open(begun, {})
  expect(unconfirmed.status).toBe(403)
  expect(await unconfirmed.json()).toMatchObject({ code: 'confirmation_required' })

  const back = await begun.browser.send(await toCallback(begun))
  expect([back.status, back.headers.get('location')]).toEqual([303, RETURN_TO])
  expect(await isConnected()).toBe(true)
})

test('a backend that keeps a verifier in its own session finishes by itself', async () => {
  const { h, provider, isConnected } = await setUp()
  const begun = await begin(h, provider, 'rest_verifier')
  const back = await begun.browser.send(await toCallback(begun))
  const location = new URL(back.headers.get('location') ?? '')
  expect(location.hash).toBe('')
  expect(location.searchParams.get('page')).toBe('1')
  const completionCode = returned(back).get('pipes_completion_code')
  expect(await isConnected()).toBe(false)

  const response = await complete(h, begun, { completionCode })
  expect(await expectJson(response, 200)).toMatchObject({
    object: 'connected_account',
    user_id: 'user_1',
    organization_id: null,
    state: 'connected',
    account_identifier: 'provider-user_1',
  })
  expect(await isConnected()).toBe(true)
})

test('a user of an organization and the same user without one are two owners', async () => {
  const { h, provider } = await setUp()
  const token = await h.widgetToken('user_1', 'org_1')
  const begun = await begin(h, provider, 'popup')
  await begun.browser.send(await toCallback(begun))
  expect((await complete(h, begun, { token })).status).toBe(404)
  const path = `/DataIntegrations/attempts/${begun.attemptId}`
  expect((await h.widget('GET', path, undefined, { token })).status).toBe(404)
  const status = `/DataIntegrations/${provider.integrationId}/authorization-status/${begun.redirectToken}`
  expect((await h.widget('GET', status, undefined, { token })).status).toBe(404)
  expect(await (await h.widget('GET', status, undefined)).json()).toEqual({ isConnecting: true })
  expect((await complete(h, begun)).status).toBe(200)
  expect(await (await h.widget('GET', status, undefined)).json()).toEqual({ isConnecting: false })
})

test('connecting again keeps the account’s id and replaces its grant', async () => {
  const { h, provider } = await setUp()
  const first = await h.connectThrough(provider)
  const second = await h.connectThrough(provider)
  type Body = { connected_account: { id: string; created_at: string } }
  const [one, other] = (await Promise.all([first.completed.json(), second.completed.json()])) as [
    Body,
    Body,
  ]
  expect(other.connected_account.id).toBe(one.connected_account.id)
  expect(other.connected_account.created_at).toBe(one.connected_account.created_at)
  // The same account there: ending its old grant could end the new one, too.
  expect((await provider.seen()).revocations).toEqual([])
  expect(await eventNames(h)).toEqual(['connected', 'connected'])
})

test('connecting another account there gives the old grant back', async () => {
  const { h, provider } = await setUp()
  await h.connectThrough(provider, { account: 'old' })
  const [oldAccess] = (await provider.seen()).tokens
  await h.connectThrough(provider, { account: 'new' })
  await expect.poll(async () => (await provider.seen()).revocations).toContain(oldAccess)
  const [row] = await rowsOf<{ account_identifier: string }>('SELECT * FROM connected_accounts')
  expect(row?.account_identifier).toBe('new')
})

test('two tabs of one user finish independently, into one account', async () => {
  const { h, provider, isConnected } = await setUp()
  const [one, other] = [await begin(h, provider), await begin(h, provider)]
  await one.browser.send(await toCallback(one))
  await other.browser.send(await toCallback(other))
  expect((await complete(h, one)).status).toBe(200)
  expect((await complete(h, other)).status).toBe(200)
  const [first, second] = [await watch(h, one), await watch(h, other)]
  expect(first.connected_account?.id).toBeTypeOf('string')
  expect(second.connected_account?.id).toBe(first.connected_account?.id)
  // Repeated, it still finds the account that another attempt made.
  expect((await complete(h, other)).status).toBe(200)
  expect(await rowsOf('SELECT id FROM connected_accounts')).toHaveLength(1)
  expect(await isConnected()).toBe(true)
})

test('an attempt whose account was disconnected since shows none', async () => {
  const { h, provider } = await setUp()
  const begun = await begin(h, provider)
  await begun.browser.send(await toCallback(begun))
  await complete(h, begun)
  await h.api('DELETE', `/user_management/users/user_1/connected_accounts/${provider.slug}`)
  expect(await watch(h, begun)).toMatchObject({ status: 'completed', connected_account: null })
  expect((await complete(h, begun)).status).toBe(409)
})
