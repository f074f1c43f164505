/** A connect that something cuts in the middle: it ends in success, or in a row that can be tried again. */
import { chooseAccount } from '../support/consent.ts'
import { expect, test } from '../support/fixtures.ts'
import { CONNECTED, NOTHING } from '../support/pipes-api.ts'
import { button, pressForWindow, row } from '../support/widget-page.ts'

test('a page that cuts its windows off connects in its own tab', async ({
  host,
  page,
  user,
  world,
}) => {
  await page.goto(`${host.urlFor(user)}&coop`)
  await pressForWindow(page, 'Connect GitHub')
  await expect(row(page, 'GitHub')).toContainText('will open in this tab', { timeout: 20_000 })
  await button(page, 'Connect GitHub').click()
  await chooseAccount(page, 'octocat')
  await expect(row(page, 'GitHub')).toContainText('octocat')
  expect(await world.pipes.standing('github', user)).toEqual(CONNECTED)
})

test('a page that is loaded anew in the middle connects nobody, and can begin again', async ({
  host,
  page,
  user,
  world,
}) => {
  await page.goto(host.urlFor(user))
  const lost = await pressForWindow(page, 'Connect GitHub')
  await expect(lost.getByRole('button').filter({ hasText: 'octocat' })).toBeVisible()
  await page.reload()
  await expect(row(page, 'GitHub')).toContainText('Not connected')
  await chooseAccount(lost, 'octocat')
  await expect(row(page, 'GitHub')).toContainText('Not connected')
  expect(await world.pipes.standing('github', user)).toEqual(NOTHING)

  await chooseAccount(await pressForWindow(page, 'Connect GitHub'), 'octocat')
  await expect(row(page, 'GitHub')).toContainText('octocat')
})
