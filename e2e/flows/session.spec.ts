/** The widget's session ends while its user is at the provider. */
import { randomUUID } from 'node:crypto'
import { attemptsOf } from '../support/attempts.ts'
import { chooseAccount } from '../support/consent.ts'
import { sessionUntil } from '../support/expired-session.ts'
import { expect, test } from '../support/fixtures.ts'
import { CONNECTED, NOTHING } from '../support/pipes-api.ts'
import { button, pressForWindow, row } from '../support/widget-page.ts'

const LIFETIME_MS = 4000

test('a session that expires during the consent is renewed, and the connect completes', async ({
  host,
  page,
  user,
  world: { pipes, stack },
}) => {
  const endsAt = Date.now() + LIFETIME_MS
  const first = await sessionUntil(stack, user, endsAt)
  const given: string[] = []
  host.answerSessions(async () => {
    const token = given.length === 0 ? first : await pipes.widgetToken(user)
    given.push(token)
    return { status: 200, token }
  })
  // By this machine's clock the session is good for long: only the Worker's refusal tells.
  await page.clock.install({ time: endsAt - 15 * 60_000 })
  await page.goto(host.urlFor(user))
  const window = await pressForWindow(page, 'Connect GitHub')
  await expect(row(page, 'GitHub')).toContainText('Waiting for GitHub')
  await expect.poll(() => listStatus(pipes.url, first)).toBe(403)
  await chooseAccount(window, 'octocat')
  await expect(row(page, 'GitHub')).toContainText('octocat')
  expect(given).toHaveLength(2)
  expect(await pipes.standing('github', user)).toEqual(CONNECTED)
})

test('a session that ends for good says so, and goes on where it was when there is a new one', async ({
  host,
  page,
  user,
  world: { pipes, stack },
}) => {
  const first = await sessionUntil(stack, user, Date.now() + LIFETIME_MS)
  let isSignedIn = true
  host.answerSessions(async () => (isSignedIn ? { status: 200, token: first } : { status: 401 }))
  await page.goto(host.urlFor(user))
  const window = await pressForWindow(page, 'Connect GitHub')
  await expect(row(page, 'GitHub')).toContainText('Waiting for GitHub')
  isSignedIn = false
  await expect(page.locator('pipes-widget')).toContainText('Your session has expired')
  await chooseAccount(window, 'octocat')
  await expect.poll(() => attemptsOf(stack, user)).toMatchObject([{ status: 'pending' }])
  expect(await pipes.standing('github', user)).toEqual(NOTHING)

  host.answerSessions(async () => ({ status: 200, token: await pipes.widgetToken(user) }))
  await button(page, 'Try again').click()
  await expect(row(page, 'GitHub')).toContainText('octocat')
  expect(await pipes.standing('github', user)).toEqual(CONNECTED)
})

test('another user who signs in during the consent does not get the connection', async ({
  host,
  page,
  user,
  world: { pipes, stack },
}) => {
  const other = `user_${randomUUID()}`
  // Long enough to reach the provider's page with it, on a busy machine too.
  const first = await sessionUntil(stack, user, Date.now() + 2 * LIFETIME_MS)
  let current = user
  host.answerSessions(async () => ({
    status: 200,
    token: current === user ? first : await pipes.widgetToken(current),
  }))
  await page.goto(host.urlFor(user))
  const window = await pressForWindow(page, 'Connect GitHub')
  await window.getByRole('button').filter({ hasText: 'octocat' }).waitFor()
  current = other
  await expect
    .poll(() => listStatus(pipes.url, first), { timeout: 2 * LIFETIME_MS + 2000 })
    .toBe(403)
  await expect(row(page, 'GitHub')).toContainText('no longer known')
  expect(await pipes.standing('github', user)).toEqual(NOTHING)
  expect(await pipes.standing('github', other)).toEqual(NOTHING)
})

const listStatus = async (url: string, token: string): Promise<number> => {
  const headers = { authorization: `Bearer ${token}` }
  return (await fetch(`${url}/_widgets/DataIntegrations/mine`, { headers })).status
}
