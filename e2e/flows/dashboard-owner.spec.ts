/** What an owner does now and then: settings, issuers, exports, a rotation of the key ring. */
import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { button, dialog, link, said } from '../support/dashboard-page.ts'
import { openLocalState } from '../stack/local-state.ts'
import { startAccessTeam } from '../support/access-team.ts'
import { enter, expectNoFindings, testElsewhere as test } from '../support/office.ts'
import { pipesApi } from '../support/pipes-api.ts'

// One deployment for all of them: whoever is first sets it up.
test.describe.configure({ mode: 'default', timeout: 60_000 })

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
