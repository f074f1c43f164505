/** What an owner does now and then: settings, people, passkeys, a rotation of the key ring. */
import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { openLocalState } from '../stack/local-state.ts'
import { startAccessTeam } from '../support/access-team.ts'
import { accept, enter, findings, testElsewhere as test } from '../support/office.ts'
import { pipesApi } from '../support/pipes-api.ts'

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: true })
const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true })
/** By its host: what is in it is slotted, and no descendant of the `dialog` itself. */
const dialog = (page: Page, label: string) => page.locator(`wa-dialog[label="${label}"]`)
const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true })
const said = (page: Page, text: string) => page.getByRole('status').filter({ hasText: text })

// One deployment for all of them: whoever is first sets it up.
test.describe.configure({ mode: 'default', timeout: 60_000 })

async function expectNoFindings(page: Page): Promise<void> {
  expect(await findings(page)).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  expect(await findings(page, ['color-contrast'])).toEqual([])
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
}

test('settings hold as they are set, an issuer is tried first, and lists leave as files', async ({
  page,
  office,
}) => {
  const team = await startAccessTeam(office.team)
  await enter(page, office)
  await link(page, 'Settings').click()

  await test.step('a session’s length, keep-alive and the confirmation page', async () => {
    await page.getByLabel('Minutes that a widget’s session lives').fill('90')
    await button(page, 'Save settings').click()
    await expect(page.getByText('Must be a whole number from 5 to 60.')).toBeVisible()
    await page.getByLabel('Minutes that a widget’s session lives').fill('30')
    await page.getByLabel('Days that an unused connection is kept alive').fill('90')
    await page.getByRole('switch', { name: /^Confirmation page/ }).press('Space')
    await button(page, 'Save settings').click()
    await expect(said(page, 'Saved.')).toBeVisible()
    const pipes = pipesApi(office.stack.url, office.stack.apiKey)
    const session = await pipes.call('POST', '/widgets/token', { user_id: 'user_1' })
    const { token } = (await session.json()) as { readonly token: string }
    const { iat, exp } = JSON.parse(atob(token.split('.')[1] ?? '')) as Record<string, number>
    expect((exp ?? 0) - (iat ?? 0)).toBe(1800)
    const unbound = await pipes.call('POST', '/data-integrations/sandbox/authorize', {
      user_id: 'user_1',
    })
    expect(await unbound.json()).toMatchObject({ code: 'binding_required' })
  })

  await test.step('an issuer of user tokens, found by its keys', async () => {
    await button(page, 'Add issuer').click()
    const form = dialog(page, 'Add an issuer')
    await form.getByLabel('Issuer', { exact: true }).fill(team.origin)
    await form.getByLabel('Audience').fill('pipes')
    await form.getByRole('button', { name: 'Look for its keys' }).click()
    await expect(form.locator('wa-input[name="issuer"] .fault')).toContainText('where its keys are')
    await form.getByLabel('Address of its keys').fill(`${team.origin}/cdn-cgi/access/certs`)
    await form.getByRole('button', { name: 'Look for its keys' }).click()
    await expect(form.getByRole('status')).toContainText('One key')
    await expectNoFindings(page)
    // Meanwhile somebody else changes the environment: the second is told, and does it again.
    await renameFromElsewhere(page, 'Renamed')
    await form.getByRole('button', { name: 'Believe it' }).click()
    await expect(form.getByRole('alert')).toContainText('changed')
    await form.getByRole('button', { name: 'Believe it' }).click()
    const issuers = page.getByRole('list', { name: 'Issuers' })
    await expect(issuers).toContainText(team.origin)
    await expect(page.getByText('Renamed').first()).toBeVisible()
    await button(page, `Remove ${team.origin}`).click()
    await dialog(page, 'Remove this issuer?').getByRole('button', { name: 'Remove' }).click()
    await expect(page.getByText('Nobody is believed yet')).toBeVisible()
    await team.close()
  })

  await test.step('connections and the audit are downloaded', async () => {
    const textOf = async (format: RegExp): Promise<string> => {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('menuitem', { name: format }).click(),
      ])
      return readFile(await file.path(), 'utf8')
    }
    await button(page, 'Export connections').click()
    expect(await textOf(/^CSV/)).toMatch(/^"id","provider","user_id"/)
    await link(page, 'Audit').click()
    await button(page, 'Export the audit').click()
    expect(await textOf(/^JSON/)).toContain('"action":"connections.exported"')
  })
})

test('people come, get another role, and go; a passkey has a name; an environment is made', async ({
  page,
  office,
  browser,
}) => {
  await enter(page, office)
  await link(page, 'People').click()
  await button(page, 'Invite').click()
  await page.getByLabel('Name', { exact: true }).fill('Joan')
  await button(page, 'Make a link').click()
  const url = (await page.locator('pd-invite-person .copy code').textContent()) ?? ''
  await button(page, 'Done').click()
  const context = await browser.newContext({ reducedMotion: 'reduce' })
  const theirs = await context.newPage()
  await accept(theirs, url.trim(), 'Joan')
  await link(theirs, 'Settings').click()
  await expect(button(theirs, 'Save settings')).toBeVisible()

  await page.reload()
  await page.getByRole('combobox', { name: 'Role of Joan' }).click()
  await page.getByRole('option', { name: 'Viewer' }).click()
  await expect(said(page, 'Joan is viewer now.')).toBeVisible()
  await theirs.reload()
  await expect(heading(theirs, 'Settings')).toBeVisible()
  await expect(button(theirs, 'Save settings')).toHaveCount(0)

  await button(page, 'Remove Joan').click()
  await expect(dialog(page, 'Remove Joan?')).toContainText('Every session of theirs ends')
  await dialog(page, 'Remove Joan?').getByRole('button', { name: 'Remove' }).click()
  await expect(said(page, 'Joan is removed.')).toBeVisible()
  await expect(button(page, 'Remove Joan')).toHaveCount(0)
  await theirs.reload()
  await expect(heading(theirs, 'Sign in to Pipes')).toBeVisible()
  await context.close()

  await test.step('one’s own passkeys and sessions', async () => {
    // A browser that forgets its cookie leaves a session behind.
    await page.context().clearCookies()
    await page.reload()
    await button(page, 'Sign in with a passkey').click()
    await button(page, 'Ada').click()
    await page.getByRole('menuitem', { name: 'Passkeys and sessions' }).click()
    const passkeys = page.getByRole('list', { name: 'Passkeys' })
    await button(page, 'Rename Passkey').click()
    await page.getByLabel('Name', { exact: true }).fill('Laptop')
    await page.getByLabel('Name', { exact: true }).press('Enter')
    await expect(passkeys).toContainText('Laptop')
    await expectNoFindings(page)
    await button(page, 'Remove Laptop').click()
    const question = dialog(page, 'Remove Laptop?')
    await question.getByRole('button', { name: 'Remove' }).click()
    await expect(question.getByRole('alert')).toContainText('only passkey')
    await question.getByRole('button', { name: 'Cancel' }).click()
    await expect(button(page, 'Remove Laptop')).toBeFocused()
    // The authenticator of the test has one passkey for this account, and says so as a device does.
    await button(page, 'Add a passkey').click()
    const form = dialog(page, 'Add a passkey')
    await form.getByRole('button', { name: 'Create a passkey' }).click()
    await expect(form.getByRole('alert')).toContainText('already has a passkey')
    await form.getByRole('button', { name: 'Cancel' }).click()
    await expect(page.getByText('(this one)')).toBeVisible()
    const others = page.getByRole('button', { name: 'End', exact: true })
    const count = await others.count()
    expect(count).toBeGreaterThan(0)
    await others.first().click()
    await expect(others).toHaveCount(count - 1)
  })

  await test.step('another environment', async () => {
    await link(page, 'Settings').click()
    await button(page, 'New environment').click()
    const form = dialog(page, 'New environment')
    await form.getByRole('button', { name: 'Create' }).click()
    await expect(form.locator('wa-input[name="name"] .fault')).toBeVisible()
    await form.getByLabel('Name').fill('Staging')
    await form.getByRole('button', { name: 'Create' }).click()
    await expect(said(page, 'Staging is created.')).toBeVisible()
    await expect(button(page, /Environment: Staging/)).toBeVisible()
  })
})

test('the key ring is rotated, with its progress', async ({
  page,
  office: { stack, ...office },
}) => {
  const pipes = pipesApi(stack.url, stack.apiKey)
  const made = await pipes.call('POST', '/data-integrations', {
    provider: 'linear',
    credentials: { type: 'custom', client_id: 'id', client_secret: 'secret-of-linear' },
  })
  expect(made.status).toBe(201)
  const { vaultKeyring } = (await openLocalState(stack.directory)).read()
  const { active, keys } = JSON.parse(vaultKeyring) as {
    readonly active: string
    readonly keys: Readonly<Record<string, string>>
  }
  const k9 = Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64')
  const ring = JSON.stringify({ active: 'k9', keys: { ...keys, k9 } })
  await stack.restartWorker({ bindings: { VAULT_KEYRING: ring } })

  await enter(page, { stack, ...office })
  await link(page, 'API keys').click()
  await button(page, 'Rotate the key').click()
  const steps = page.getByRole('list', { name: 'Rotation' })
  await expect(steps).toContainText('npm run keys -- add')
  await expectNoFindings(page)
  await button(page, `Move ${active} to k9`).click()
  await expect(steps.getByRole('status')).toHaveText(/^(\d+) of \1 moved\.$/)
  await expect(page.getByRole('row', { name: new RegExp(`^${active} May go`) })).toBeVisible()
  await button(page, `Check that ${active} may go`).click()
  await expect(said(page, 'wraps nothing')).toBeVisible()
})

/** The same environment is changed from elsewhere, while the page stays as it is. */
const renameFromElsewhere = (page: Page, name: string): Promise<void> =>
  page.evaluate(
    async (body) => {
      const { data } = (await (await fetch('/operator/environments')).json()) as {
        readonly data: readonly { readonly id: string; readonly version: string }[]
      }
      const [environment] = data
      await fetch(`/operator/environments/${environment?.id}`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json', 'if-match': environment?.version ?? '' },
        body: JSON.stringify(body),
      })
    },
    { name },
  )
