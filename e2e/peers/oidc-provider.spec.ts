/** Against a provider that forgives nothing: rotation without a slip, and the way back when it is over. */
import { allow, signIn } from '../support/consent.ts'
import { expect, test } from '../support/fixtures.ts'
import { CONNECTED, NOTHING } from '../support/pipes-api.ts'
import { button, disconnect, pressForWindow, row } from '../support/widget-page.ts'
import { ACME_ID } from '../support/world.ts'

const { name, slug } = ACME_ID

const SHORT_SECONDS = 1
const HOUR_SECONDS = 3600
const ROUNDS = 3

test.afterEach(({ world }) => world.oidc.issueFor(HOUR_SECONDS))

test('fifty calls for an expired token are one refresh, and no refresh token is spent twice', async ({
  host,
  page,
  user,
  world: { oidc, pipes },
}) => {
  oidc.issueFor(SHORT_SECONDS)
  await page.goto(host.urlFor(user))
  const window = await pressForWindow(page, `Connect ${name}`)
  await signIn(window, user)
  const begun = oidc.tokenRequests.length
  await allow(window)
  await expect(row(page, name)).toContainText('Connected')
  const requests = () => oidc.tokenRequests.slice(begun)
  expect(requests()).toEqual([{ grantType: 'authorization_code', status: 200 }])

  await expect.poll(oidc.isLastTokenAlive).toBe(false)
  oidc.issueFor(HOUR_SECONDS)
  const tokens = await Promise.all(Array.from({ length: 50 }, () => pipes.accessToken(slug, user)))
  expect(new Set(tokens).size).toBe(1)
  expect(requests().slice(1)).toEqual([{ grantType: 'refresh_token', status: 200 }])
  const me = await fetch(`${oidc.origin}/me`, { headers: { authorization: `Bearer ${tokens[0]}` } })
  expect(await me.json()).toMatchObject({ sub: user })
})

test('each rotation goes on from the one before, in turn and in crowds', async ({
  host,
  page,
  user,
  world: { oidc, pipes },
}) => {
  oidc.issueFor(SHORT_SECONDS)
  await page.goto(host.urlFor(user))
  const window = await pressForWindow(page, `Connect ${name}`)
  await signIn(window, user)
  await allow(window)
  await expect(row(page, name)).toContainText('Connected')

  const begun = oidc.tokenRequests.length
  for (let round = 0; round < ROUNDS; round += 1) {
    await expect.poll(oidc.isLastTokenAlive).toBe(false)
    await Promise.all(Array.from({ length: 10 }, () => pipes.accessToken(slug, user)))
  }
  const refreshes = oidc.tokenRequests.slice(begun)
  expect(refreshes.length).toBeGreaterThanOrEqual(ROUNDS)
  // Reuse would have been answered with 400 once, and everything after it, too.
  expect(new Set(refreshes.map(({ status }) => status))).toEqual(new Set([200]))
})

test('revoked at the provider, the account wants reauthorization, and gets it in the widget', async ({
  host,
  page,
  user,
  world: { oidc, pipes },
}) => {
  oidc.issueFor(SHORT_SECONDS)
  await page.goto(host.urlFor(user))
  const window = await pressForWindow(page, `Connect ${name}`)
  await signIn(window, user)
  await allow(window)
  await expect(row(page, name)).toContainText('Connected')
  const { id } = await pipes.account(slug, user)

  await oidc.revokeLastGrant()
  await expect.poll(oidc.isLastTokenAlive).toBe(false)
  const begun = oidc.tokenRequests.length
  expect(await pipes.vend(slug, user)).toEqual({ active: false, error: 'needs_reauthorization' })
  expect(await pipes.vend(slug, user)).toEqual({ active: false, error: 'needs_reauthorization' })
  expect(oidc.tokenRequests.slice(begun)).toEqual([{ grantType: 'refresh_token', status: 400 }])
  await expect
    .poll(async () => (await pipes.account(slug, user))['state'])
    .toBe('needs_reauthorization')

  await page.reload()
  await expect(row(page, name)).toContainText('Requires reauthorization')
  await expect(button(page, `Disconnect ${name}`)).toBeVisible()
  oidc.issueFor(HOUR_SECONDS)
  const second = await pressForWindow(page, `Reauthorize ${name}`)
  await allow(second)
  await expect(row(page, name)).toContainText('Connected')
  expect(await pipes.standing(slug, user)).toEqual(CONNECTED)
  expect((await pipes.account(slug, user))['id']).toBe(id)
})

test('a disconnect ends the grant at the provider', async ({
  host,
  page,
  user,
  world: { oidc, pipes },
}) => {
  await page.goto(host.urlFor(user))
  const window = await pressForWindow(page, `Connect ${name}`)
  await signIn(window, user)
  await allow(window)
  await expect(row(page, name)).toContainText('Connected')
  const token = await pipes.accessToken(slug, user)
  const ask = async (): Promise<number> =>
    (await fetch(`${oidc.origin}/me`, { headers: { authorization: `Bearer ${token}` } })).status
  expect(await ask()).toBe(200)

  await disconnect(page, name)
  await expect(row(page, name)).toContainText('Not connected')
  expect(await pipes.standing(slug, user)).toEqual(NOTHING)
  await expect.poll(ask).toBe(401)
})
