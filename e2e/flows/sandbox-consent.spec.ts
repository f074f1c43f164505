/** The consent page of the sandbox provider: by keyboard, when something is filled in wrong, and as axe sees it. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type * as axe from 'axe-core'
import { expect, test } from '../support/fixtures.ts'
import type { PipesApi } from '../support/pipes-api.ts'
import { whoseToken } from '../support/sandbox-consent.ts'
import { button, keepWindowsOpen } from '../support/widget-page.ts'
import { writeOver } from '../support/write-over.ts'

const NAME = 'Sandbox'
const SLUG = 'sandbox'
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** Evaluated and not added as a tag: the page's policy admits no script but its own. */
async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(await readFile(AXE, 'utf8'))
  const found = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run(document),
  )
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`)
}

const open = async (page: Page, pipes: PipesApi, user: string): Promise<void> => {
  await page.goto(await pipes.authorize(SLUG, user))
  await button(page, `Continue to ${NAME}`).click()
  await button(page, 'Allow').waitFor()
}

test('the consent page is used by keyboard alone', async ({ context, page, user, world }) => {
  await keepWindowsOpen(context)
  await open(page, world.pipes, user)
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowDown')
  await expect(page.getByLabel('Grace Hopper')).toBeChecked()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Connected' })).toBeVisible()
  const token = await world.pipes.accessToken(SLUG, user)
  expect(await whoseToken(world.stack.url, token)).toBe('grace@example.com')
})

test('the consent page says what is wrong with what was filled in', async ({
  page,
  user,
  world,
}) => {
  await open(page, world.pipes, user)
  await page.getByRole('radio', { name: 'Another account' }).check()
  await button(page, 'Allow').click()
  await expect(page.getByRole('alert')).toContainText('Write the name of the account')
  await expect(page.getByLabel('Name of another account')).toBeFocused()
  await page.getByLabel('Grace Hopper').check()
  await page.getByText('Behaviour of this connection').click()
  await writeOver(page.getByLabel('Access token lives'), '0')
  await button(page, 'Allow').click()
  await expect(page.getByRole('alert')).toContainText('from 1 to 2592000')
  await expect(page.getByLabel('Access token lives')).toBeFocused()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the consent page, and it fits a telephone, ${colorScheme}`, async ({
    page,
    user,
    world,
  }) => {
    const problems: string[] = []
    page.on('console', (message) => problems.push(message.text()))
    page.on('pageerror', (error) => problems.push(error.message))
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width: 360, height: 720 })
    await open(page, world.pipes, user)
    await page.getByText('Behaviour of this connection').click()
    expect(problems).toEqual([])
    // Less where a scroll bar takes its part.
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBeLessThanOrEqual(360)
    expect(await violations(page)).toEqual([])
  })
}
