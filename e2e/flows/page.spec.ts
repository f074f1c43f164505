/** The widget in a customer's page: by keyboard, for screen readers, with hostile text, on a page that nobody registered. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type * as axe from 'axe-core'
import { bootstrapStatements } from '../../worker/tools/bootstrap-statements.ts'
import type { LocalState } from '../stack/local-state.ts'
import { allow, deny, signIn } from '../support/consent.ts'
import { expect, test } from '../support/fixtures.ts'
import { startHostPage } from '../support/host-page.ts'
import { connectByHttp } from '../support/http-browser.ts'
import { CONNECTED, NOTHING, pipesApi } from '../support/pipes-api.ts'
import { button, pressForWindow, row } from '../support/widget-page.ts'
import { ACME_ID } from '../support/world.ts'

/** Presses Tab until the focus is on a button with this name. */
async function tabTo(page: Page, name: string): Promise<void> {
  const wanted = button(page, name)
  await expect(async () => {
    await page.keyboard.press('Tab')
    await expect(wanted).toBeFocused({ timeout: 100 })
  }).toPass({ intervals: [0] })
}

test('the keyboard alone connects and disconnects', async ({
  host,
  page,
  user,
  world: { pipes },
}) => {
  await page.goto(host.urlFor(user))
  await expect(row(page, 'GitHub')).toContainText('Not connected')
  await tabTo(page, 'Connect GitHub')
  const opened = page.waitForEvent('popup')
  await page.keyboard.press('Enter')
  const window = await opened
  const account = window.getByRole('button').filter({ hasText: 'octocat' })
  await account.focus()
  await window.keyboard.press('Enter')

  await expect(row(page, 'GitHub')).toContainText('octocat')
  // A key that is pressed before the window is gone goes nowhere.
  await expect.poll(() => window.isClosed()).toBe(true)
  await page.bringToFront()
  await expect.poll(() => page.evaluate(() => document.hasFocus())).toBe(true)
  // The row's one button kept the focus while it changed its meaning.
  await expect(button(page, 'Disconnect GitHub')).toBeFocused()
  expect(await pipes.standing('github', user)).toEqual(CONNECTED)

  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Disconnect GitHub?' })
  await expect(dialog).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(button(page, 'Disconnect GitHub')).toBeFocused()

  await page.keyboard.press('Enter')
  await expect(dialog).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(row(page, 'GitHub')).toContainText('Not connected')
  await expect(button(page, 'Connect GitHub')).toBeFocused()
  expect(await pipes.standing('github', user)).toEqual(NOTHING)
})

test('a strict page may have the widget in its own language', async ({
  page,
  world: { stack },
}) => {
  await page.goto(stack.appUrl)
  await expect(button(page, 'Connect Slack')).toBeVisible()
  await page.evaluate(() => document.documentElement.setAttribute('lang', 'zh-TW'))
  await expect(button(page, '連結 Slack')).toBeVisible()
})

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = await page.evaluate(() => {
    // A colour that is still fading in has no contrast yet, where less motion cannot be asked for.
    const tree = document.querySelector('pipes-widget')?.shadowRoot
    for (const running of tree?.getAnimations() ?? []) running.cancel()
    return (globalThis as unknown as { axe: typeof axe }).axe.run('pipes-widget')
  })
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the widget, ${colorScheme}`, async ({ host, page, user, world }) => {
    await connectByHttp(world.pipes, 'github', user, { account: 'octocat' })
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.goto(host.urlFor(user))
    await page.addScriptTag({ path: AXE })
    await expect(row(page, 'GitHub')).toContainText('Connected')
    expect(await violations(page)).toEqual([])

    const window = await pressForWindow(page, `Connect ${ACME_ID.name}`)
    await expect(row(page, ACME_ID.name)).toContainText('Waiting')
    await page.bringToFront()
    expect(await violations(page)).toEqual([])
    await signIn(window, user)
    await deny(window)
    await expect(row(page, ACME_ID.name)).toContainText('declined')
    expect(await violations(page)).toEqual([])

    await button(page, 'Disconnect GitHub').click()
    await expect(page.getByRole('dialog')).toBeVisible()
    expect(await violations(page)).toEqual([])
  })
}

test('markup in a description and in an account’s name is text', async ({
  host,
  page,
  user,
  world: { pipes },
}) => {
  const hostile = `<img src=x onerror="document.title='hit'"><b>bold</b>`
  const describe = async (description: string): Promise<void> => {
    const path = `/data-integrations/${ACME_ID.slug}`
    expect((await pipes.call('PUT', path, { description })).status).toBe(200)
  }
  await describe(hostile)
  await page.goto(host.urlFor(user))
  await expect(page.getByText(hostile)).toBeVisible()
  const window = await pressForWindow(page, `Connect ${ACME_ID.name}`)
  await signIn(window, `${hostile}\u202Egpj.exe`)
  await allow(window)
  await expect(row(page, ACME_ID.name)).toContainText('Connected')
  // Once as the description, once as the account, which also lost its direction override.
  await expect(row(page, ACME_ID.name).getByText(hostile)).toHaveCount(2)
  await expect(row(page, ACME_ID.name)).not.toContainText('\u202E')
  await expect(row(page, ACME_ID.name).locator('b')).toHaveCount(0)
  await expect(page).toHaveTitle('A page with connections')

  await button(page, `Disconnect ${ACME_ID.name}`).click()
  await expect(page.getByRole('dialog')).toContainText(hostile)
  await expect(page).toHaveTitle('A page with connections')
  await describe('Strict to the last letter.')
})

test('in production, a page that is not registered says what to register', async ({
  page,
  user,
  world: { stack },
}) => {
  const { apiKeyPepper } = JSON.parse(
    await readFile(join(stack.directory, 'secrets.json'), 'utf8'),
  ) as LocalState
  const { statements, environmentId, apiKey } = await bootstrapStatements({
    name: 'Acme production',
    kind: 'production',
    allowedOrigins: [],
    returnUrls: [],
    pepper: apiKeyPepper,
    now: Date.now(),
  })
  const database = await stack.mf.getD1Database('DB')
  await database.batch(
    statements.map(({ sql, parameters }) => database.prepare(sql).bind(...parameters)),
  )
  const host = await startHostPage(pipesApi(stack.url, apiKey.reveal()))
  await page.addInitScript(() => {
    addEventListener('pipes-error', (event) => {
      const { code, message } = event as unknown as Record<'code' | 'message', string>
      document.title = `${code}: ${message}`
    })
  })
  await page.goto(host.urlFor(user))
  const widget = page.locator('pipes-widget')
  const line = `Add "${host.origin}" to its allowed_origins: PUT /environments/${environmentId}.`
  await expect(widget).toContainText(`The origin ${host.origin} is not registered`)
  await expect(widget).toContainText('“Acme production”')
  await expect(widget).toContainText(line)
  // And to the page itself, for its log.
  expect(await page.title()).toMatch(/^origin_not_allowed: The origin/)
  expect(await page.title()).toContain(line)

  await database
    .prepare('UPDATE environments SET allowed_origins = ? WHERE id = ?')
    .bind(JSON.stringify([host.origin]), environmentId)
    .run()
  await button(page, 'Try again').click()
  await expect(widget).toContainText('No integrations yet')
  await host.close()
})
