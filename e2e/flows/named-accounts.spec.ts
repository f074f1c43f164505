/** Two accounts of one provider: called by names of the user's own, one of them chosen, each with its face. */
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type * as axe from 'axe-core'
import { expect, test } from '../support/fixtures.ts'
import { allowAtSandbox, whoseToken } from '../support/sandbox-consent.ts'
import { button, disconnect, pressForWindow, row } from '../support/widget-page.ts'

const NAME = 'Sandbox'
const SLUG = 'sandbox'
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** What axe finds in the widget, in both schemes. */
async function findings(page: Page): Promise<readonly string[]> {
  await page.addScriptTag({ path: AXE })
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const { violations } = await page.evaluate(() =>
      (globalThis as unknown as { axe: typeof axe }).axe.run('pipes-widget'),
    )
    found.push(...violations.map(({ id, help }) => `${colorScheme} ${id}: ${help}`))
  }
  return found
}

test('an account gets a name, another one is chosen by keyboard, and both show their faces', async ({
  context,
  host,
  page,
  user,
  world: { pipes },
}) => {
  const [first, second] = [`${user}@home.example`, `${user}@work.example`]
  const used = async () => whoseToken(pipes.url, await pipes.accessToken(SLUG, user))
  await page.goto(host.urlFor(user))
  const other = await context.newPage()
  await other.goto(host.urlFor(user))
  await allowAtSandbox(await pressForWindow(page, `Connect ${NAME}`), { account: first })
  await button(page, `Details of ${NAME}`).click()
  const adding = await pressForWindow(page, `Add another account of ${NAME}`)
  await allowAtSandbox(adding, { account: second })
  await expect(button(page, `Use this one: ${second}`)).toBeVisible()
  await expect(row(page, NAME)).toContainText('In use')
  expect(await used()).toBe(first)

  // By keyboard alone: a name, and with the next stops of Tab the choice.
  const field = page.getByRole('textbox', { name: 'Your name for it' }).nth(1)
  await page.bringToFront()
  await field.focus()
  await page.keyboard.type('Work')
  await page.keyboard.press('Enter')
  await expect(button(page, 'Use this one: Work')).toBeVisible()
  await expect(row(other, NAME)).toContainText('Work')
  await expect(field).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(button(page, 'Use this one: Work')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(button(page, `Use this one: ${first}`)).toBeVisible()
  await expect(button(page, `Manage ${NAME}`)).toBeFocused()
  expect(await used()).toBe(second)
  await expect(row(other, NAME).locator('.account').filter({ hasText: 'Work' })).toContainText(
    'In use',
  )

  // The faces come from the Worker alone. They are fetched behind the connecting: the list is read until they are there.
  const faces = row(page, NAME).locator('.account img')
  await expect(async () => {
    await page
      .locator('pipes-widget')
      .evaluate((widget) => (widget as never as Refreshable).refresh())
    expect(await faces.count()).toBe(2)
  }).toPass()
  await expect
    .poll(() =>
      faces.evaluateAll((all) => all.map((face) => (face as HTMLImageElement).naturalWidth)),
    )
    .toEqual([63, 63])
  for (const face of await faces.all()) {
    await expect(face).toHaveAttribute('src', new RegExp(`^${pipes.url}/account-pictures/`))
  }
  expect(await findings(page)).toEqual([])

  // Where the chosen one ends the other one is used.
  await button(page, 'Disconnect Work').click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText(`Work (${second})`)
  await dialog.getByRole('button', { name: 'Disconnect', exact: true }).click()
  await expect(row(page, NAME)).not.toContainText('Work')
  expect(await used()).toBe(first)
  await disconnect(page, NAME)
  await expect(row(page, NAME)).toContainText('Not connected')
})

type Refreshable = { readonly refresh: () => Promise<void> }
