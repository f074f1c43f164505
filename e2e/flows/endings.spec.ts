/** Connects that do not go straight: each ends in a page that says so, and in the widget. */
import { allow, chooseAccount, deny, signIn } from '../support/consent.ts'
import { attemptsOf, expireAttempts } from '../support/attempts.ts'
import { expect, test } from '../support/fixtures.ts'
import { CONNECTED, NOTHING } from '../support/pipes-api.ts'
import {
  blockWindows,
  button,
  keepWindowsOpen,
  pressForWindow,
  row,
} from '../support/widget-page.ts'
import { ACME_ID } from '../support/world.ts'

const { name, slug } = ACME_ID

test('a denied connect says so in the window and in the row', async ({
  host,
  page,
  user,
  world,
}) => {
  await page.goto(host.urlFor(user))
  const window = await pressForWindow(page, `Connect ${name}`)
  const shown = window.getByRole('heading', { name: 'Access was not granted' }).waitFor()
  await signIn(window, user)
  await deny(window)
  await shown
  await expect(row(page, name)).toContainText('Access was declined at Acme ID')
  await expect(row(page, name)).toContainText('Not connected')
  expect(await world.pipes.standing(slug, user)).toEqual(NOTHING)

  const second = await pressForWindow(page, `Connect ${name}`)
  await allow(second)
  await expect(row(page, name)).toContainText('Connected')
  await expect(row(page, name)).not.toContainText('declined')
})

test('where windows are blocked, the connect goes through the same tab', async ({
  host,
  page,
  user,
  world,
}) => {
  await blockWindows(page)
  await page.goto(host.urlFor(user))
  await button(page, 'Connect GitHub').click()
  await chooseAccount(page, 'octocat')
  await expect(row(page, 'GitHub')).toContainText('Connected')
  await expect(row(page, 'GitHub')).toContainText('octocat')
  expect(page.url()).toBe(host.urlFor(user))
  expect(await world.pipes.standing('github', user)).toEqual(CONNECTED)

  await page.reload()
  await expect(row(page, 'GitHub')).toContainText('octocat')
})

test('a connect in the same tab that is denied comes back and says so', async ({
  host,
  page,
  user,
  world,
}) => {
  await blockWindows(page)
  await page.goto(host.urlFor(user))
  await button(page, `Connect ${name}`).click()
  await signIn(page, user)
  await deny(page)
  await expect(row(page, name)).toContainText('Access was declined at Acme ID')
  expect(page.url()).toBe(host.urlFor(user))
  expect(await world.pipes.standing(slug, user)).toEqual(NOTHING)
})

test('an attempt that took too long says so in the row', async ({ host, page, user, world }) => {
  await page.goto(host.urlFor(user))
  const window = await pressForWindow(page, `Connect ${name}`)
  await signIn(window, user)
  await expireAttempts(world.stack, user)
  const { tokenRequests } = world.oidc
  const before = tokenRequests.length
  await expect(row(page, name)).toContainText('took too long')
  expect(await world.pipes.standing(slug, user)).toEqual(NOTHING)
  expect(tokenRequests).toHaveLength(before)
})

test('an answer that comes after the attempt has expired is told so, and not exchanged', async ({
  context,
  host,
  page,
  user,
  world,
}) => {
  // The widget looks away, so that it does not close the window first.
  await context.route('**/_widgets/DataIntegrations/attempts/*', (route) => route.abort())
  await page.goto(host.urlFor(user))
  const window = await pressForWindow(page, `Connect ${name}`)
  await signIn(window, user)
  await expireAttempts(world.stack, user)
  const before = world.oidc.tokenRequests.length
  await allow(window)
  await expect(window.getByRole('heading', { name: 'Not connected' })).toBeVisible()
  await expect(window.getByText('took longer than ten minutes')).toBeVisible()
  expect(world.oidc.tokenRequests).toHaveLength(before)
  expect(await attemptsOf(world.stack, user)).toEqual([
    { status: 'failed', failure_code: 'attempt_expired' },
  ])
  await context.unroute('**/_widgets/DataIntegrations/attempts/*')
  await expect(row(page, name)).toContainText('took too long')
})

test('a callback that is loaded again is told so, and exchanges nothing', async ({
  context,
  host,
  page,
  user,
  world,
}) => {
  await keepWindowsOpen(context)
  await page.goto(host.urlFor(user))
  const window = await pressForWindow(page, `Connect ${name}`)
  await signIn(window, user)
  await allow(window)
  await expect(window.getByRole('heading', { name: 'Connected' })).toBeVisible()
  const before = world.oidc.tokenRequests.length
  await window.reload()
  await expect(window.getByRole('heading', { name: 'Already handled' })).toBeVisible()
  expect(world.oidc.tokenRequests).toHaveLength(before)
  expect(await world.pipes.standing(slug, user)).toEqual(CONNECTED)
})

test('a tampered state is not known, and the honest window can still finish', async ({
  host,
  page,
  user,
  world,
}) => {
  await page.goto(host.urlFor(user))
  const window = await pressForWindow(page, `Connect GitHub`)
  await window.getByRole('button').filter({ hasText: 'octocat' }).waitFor()
  const honest = window.url()
  const tampered = new URL(honest)
  tampered.searchParams.set('state', `${tampered.searchParams.get('state')}x`)

  await window.goto(tampered.href)
  await chooseAccount(window, 'octocat')
  await expect(window.getByRole('heading', { name: 'This link is not known' })).toBeVisible()
  expect(await world.pipes.standing('github', user)).toEqual(NOTHING)
  await expect(row(page, 'GitHub')).toContainText('Waiting for GitHub')

  await window.goto(honest)
  await chooseAccount(window, 'octocat')
  await expect(row(page, 'GitHub')).toContainText('Connected')
})

test('two tabs connect two providers at once, each its own', async ({
  context,
  host,
  user,
  world,
}) => {
  // One after the other: Firefox's driver opens no two at once.
  const one = await context.newPage()
  const two = await context.newPage()
  await Promise.all([one.goto(host.urlFor(user)), two.goto(host.urlFor(user))])
  const first = await pressForWindow(one, 'Connect GitHub')
  const second = await pressForWindow(two, 'Connect Linear')
  await chooseAccount(second, 'ada@example.com')
  await chooseAccount(first, 'octocat')
  await expect(row(one, 'GitHub')).toContainText('octocat')
  await expect(row(two, 'Linear')).toContainText('ada@example.com')
  expect(await world.pipes.standing('github', user)).toEqual(CONNECTED)
  expect(await world.pipes.standing('linear', user)).toEqual(CONNECTED)
})

test('two tabs connect the same provider at once, and there is one connection', async ({
  context,
  host,
  user,
  world,
}) => {
  // One after the other: Firefox loses one of two that are made at once.
  const one = await context.newPage()
  const two = await context.newPage()
  await Promise.all([one.goto(host.urlFor(user)), two.goto(host.urlFor(user))])
  const first = await pressForWindow(one, 'Connect GitHub')
  const second = await pressForWindow(two, 'Connect GitHub')
  await chooseAccount(first, 'octocat')
  await chooseAccount(second, 'octocat')
  await expect(row(one, 'GitHub')).toContainText('octocat')
  await expect(row(two, 'GitHub')).toContainText('octocat')
  expect(await attemptsOf(world.stack, user)).toEqual([
    { status: 'completed', failure_code: null },
    { status: 'completed', failure_code: null },
  ])
  const database = await world.stack.mf.getD1Database('DB')
  const accounts = await database
    .prepare('SELECT count(*) AS n FROM connected_accounts WHERE user_id = ?')
    .bind(user)
    .first('n')
  expect(accounts).toBe(1)
  expect(await world.pipes.standing('github', user)).toEqual(CONNECTED)
})
