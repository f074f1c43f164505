/** The dashboard behind Cloudflare Access: a key set on this machine, and the header that Access puts before each request. */
import { expect } from '@playwright/test'
import { button, dialog, link } from '../support/dashboard-page.ts'
import { startAccessTeam } from '../support/access-team.ts'
import { expectNoFindings, testBehindAccess as test } from '../support/office.ts'

test('operators sign in through Cloudflare Access, and what it only repeats is not fresh', async ({
  page,
  office,
  browser,
}) => {
  // Axe reads two screens twice, and the Worker begins anew.
  test.setTimeout(60_000)
  const { stack } = office
  const team = await startAccessTeam(office.team)
  await stack.restartWorker({
    bindings: {
      ACCESS_TEAM_DOMAIN: team.origin,
      ACCESS_AUD: team.audience,
      ACCESS_OWNER: 'ada@acme.example',
    },
  })
  try {
    await test.step('the owner of the configuration comes in', async () => {
      await page.goto(`${stack.url}/dashboard`)
      await button(page, 'Sign in through Access').click()
      await expect(page.getByRole('alert')).toContainText('did not come through Cloudflare Access')
      await team.letIn(page, 'Ada@acme.example')
      await button(page, 'Sign in through Access').click()
      await expect(page.getByRole('navigation', { name: 'Dashboard' })).toBeVisible()
      await button(page, 'ada').click()
      await page.getByRole('menuitem', { name: 'Sessions' }).click()
      await expect(page.getByText('Signing out of it ends every application')).toBeVisible()
      await expectNoFindings(page)
    })

    const context = await browser.newContext({ reducedMotion: 'reduce' })
    const theirs = await context.newPage()
    await test.step('somebody whom Access knows and nobody has invited is told so', async () => {
      await team.letIn(theirs, 'grace@acme.example')
      await theirs.goto(`${stack.url}/dashboard`)
      await button(theirs, 'Sign in through Access').click()
      await expect(theirs.getByRole('alert')).toContainText('Ask an owner to invite')
    })

    await test.step('who comes with an old assertion signs in anew for what is delicate', async () => {
      await team.letIn(page, 'ada@acme.example', 900)
      await button(page, 'ada').click()
      await page.getByRole('menuitem', { name: 'Sign out' }).click()
      await button(page, 'Sign in through Access').click()
      await link(page, 'People').click()
      await button(page, 'Invite').click()
      await page.getByLabel('Name', { exact: true }).fill('Grace')
      await page.getByLabel('E-mail address').fill('grace@acme.example')
      await dialog(page, 'Invite somebody').getByRole('button', { name: 'Invite' }).click()
      const again = dialog(page, 'Confirm that it is you')
      await expect(again.getByRole('link', { name: 'sign in again' })).toHaveAttribute(
        'href',
        /^\/cdn-cgi\/access\/logout/,
      )
      await expectNoFindings(page)
      await again.getByRole('button', { name: 'Go on' }).click()
      await expect(again.getByRole('alert')).toContainText(
        'still vouches for the sign-in of before',
      )
      await team.letIn(page, 'ada@acme.example')
      await again.getByRole('button', { name: 'Go on' }).click()
      await expect(dialog(page, 'A link for Grace')).toContainText('grace@acme.example')
    })

    await test.step('and whoever is invited comes in', async () => {
      await button(theirs, 'Sign in through Access').click()
      await expect(theirs.getByRole('navigation', { name: 'Dashboard' })).toBeVisible()
      // Access ends: what the browser still has opens nothing.
      await theirs.setExtraHTTPHeaders({})
      await theirs.reload()
      await expect(button(theirs, 'Sign in through Access')).toBeVisible()
      await context.close()
    })
  } finally {
    await team.close()
  }
})
