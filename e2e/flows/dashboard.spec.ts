/** The operator's first day: set up, configure a provider, see a user connect, find the connection, end it. */
import { expect, type Page } from '@playwright/test'
import { button, dialog, heading, link } from '../support/dashboard-page.ts'
import { chooseAccount } from '../support/consent.ts'
import { accept, enter, expectNoFindings, test } from '../support/office.ts'
import { pressForWindow, row } from '../support/widget-page.ts'

// One deployment for all of them: whoever is first sets it up.
test.describe.configure({ mode: 'default' })

/** Every page in both themes, as axe sees it: all rules in the light, colours in the dark. */
test('an operator sets Pipes up, connects GitHub, and follows a user’s connection to its end', async ({
  page,
  office,
}) => {
  // Axe reads eleven screens twice.
  test.setTimeout(60_000)
  const { client } = office
  const refusedByPolicy: string[] = []
  page.on('console', (message) => {
    if (/Content Security Policy|Trusted/.test(message.text())) refusedByPolicy.push(message.text())
  })

  await test.step('the printed link makes a passkey', async () => {
    await enter(page, office)
    await expect(heading(page, 'Three steps to the first token')).toBeVisible()
    expect(page.url()).not.toContain('setup')
    await expectNoFindings(page)
  })

  await test.step('GitHub is connected with the client that it was given', async () => {
    await link(page, 'Providers').click()
    await expectNoFindings(page)
    await button(page, 'Connect provider').click()
    await page.getByLabel('Search providers').fill('git hub')
    await expectNoFindings(page)
    await page.getByRole('list', { name: 'Providers' }).getByRole('button').first().click()
    const setUp = dialog(page, 'Set up GitHub')
    await page.getByRole('radio', { name: /^Yours/ }).click()
    const uri = (await setUp.locator('.copy code').first().textContent())?.trim() ?? ''
    expect(uri).toMatch(/\/data-integrations\/github\/dik_\w+\/callback$/)
    await office.register('github', uri)
    await page.getByLabel('Client ID').fill(client.id)
    await expectNoFindings(page)
    await setUp.getByRole('button', { name: 'Connect provider' }).click()
    await expect(setUp).toContainText('Send client_id and client_secret together')
    await page.getByLabel('Client secret').fill(client.secret)
    await page.getByLabel('Description').fill('See your repositories.')
    await setUp.getByRole('button', { name: 'Connect provider' }).click()
    await expect(heading(page, 'GitHub')).toBeFocused()
    await button(page, 'Test').click()
    await expect(page.getByRole('group', { name: 'Test' })).toContainText('Right')
    await expectNoFindings(page)
  })

  await test.step('its row is in the widget, and a user connects', async () => {
    await link(page, 'Developers').click()
    await button(page, 'Show the widget').click()
    await expect(row(page, 'GitHub')).toContainText('See your repositories.')
    await expectNoFindings(page)
    const window = await pressForWindow(page, 'Connect GitHub')
    await chooseAccount(window, 'octocat')
    await expect(row(page, 'GitHub')).toContainText('octocat')
  })

  await test.step('the connection is found, its timeline read, and it is ended', async () => {
    await link(page, 'Connections').click()
    await page.getByLabel('Search', { exact: true }).fill('user_play')
    await expect(page).toHaveURL(/search=user_play/)
    await expectNoFindings(page)
    await link(page, 'octocat').click()
    await expect(page.getByRole('list', { name: 'Timeline' })).toContainText('Connected.')
    await expectNoFindings(page)
    await button(page, 'Disconnect').click()
    const question = dialog(page, 'Disconnect this account?')
    await question.getByRole('button', { name: 'Disconnect', exact: true }).click()
    await expect(page.getByText('Disconnected', { exact: true })).toBeVisible()
    await expect(page.getByRole('status').filter({ hasText: 'Disconnected.' })).toBeVisible()
    await expect(page.getByRole('list', { name: 'Timeline' })).toContainText('Disconnected.')
  })

  await test.step('what was done is in the audit list, and no other page has a finding', async () => {
    await link(page, 'Audit').click()
    await expect(page.getByRole('row', { name: /account\.disconnected/ })).toContainText('Ada')
    await expectNoFindings(page)
    await link(page, 'API keys').click()
    await expect(page.getByRole('row', { name: /Active/ })).toBeVisible()
    await expectNoFindings(page)
    await link(page, 'People').click()
    await expect(page.getByText('Ada (you)')).toBeVisible()
    await expectNoFindings(page)
    await button(page, 'Ada').click()
    await page.getByRole('menuitem', { name: 'Passkeys and sessions' }).click()
    await expect(page.getByText('(this one)')).toBeVisible()
    await expectNoFindings(page)
  })

  expect(refusedByPolicy).toEqual([])
})

test('nothing typed is lost: a session that ends, another operator, no network', async ({
  page,
  office,
}) => {
  await enter(page, office)
  await link(page, 'Settings').click()
  const save = (): Promise<void> => button(page, 'Save settings').click()
  const name = page.getByLabel('Name of your product')
  await name.fill('Acme')
  await expectNoFindings(page)

  await page.context().clearCookies()
  await save()
  await expect(page.getByText('Your session has ended')).toBeVisible()
  await expectNoFindings(page)
  await page.keyboard.press('Enter')
  await expect(page.getByText('Saved.')).toBeVisible()
  await expect(name).toHaveValue('Acme')

  await page.context().setOffline(true)
  await name.fill('Acme Inc.')
  await save()
  await expect(page.getByRole('alert')).toContainText('offline')
  await page.context().setOffline(false)

  await page.getByLabel('Accent colour').fill('blue')
  await save()
  await expect(page.getByText('Must be a colour of the form #rrggbb.')).toBeVisible()
  await expect(page.getByLabel('Accent colour')).toBeFocused()
  await page.getByLabel('Accent colour').fill('#1d4ed8')

  await asAnotherOperator(page, { requires_binding: true })
  await save()
  await expect(page.getByRole('alert')).toContainText('changed')
  // What the other one has set is there, beside what was typed.
  await expect(name).toHaveValue('Acme Inc.')
  await expect(page.getByRole('switch')).not.toBeChecked()
  await save()
  await expect(page.getByText('Saved.')).toBeVisible()
})

test('a provider of one’s own comes from its discovery document, by keyboard alone', async ({
  page,
  office,
}) => {
  await enter(page, office)
  const { keyboard } = page
  // The button that signed in is gone: the keyboard is where the page begins.
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await button(page, 'Skip to the page').press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
  await link(page, 'Providers').focus()
  await keyboard.press('Enter')
  await expect(heading(page, 'Providers')).toBeFocused()
  await keyboard.press('Tab')
  await keyboard.press('Enter')
  await expect(page.getByLabel('Search providers')).toBeFocused()
  await keyboard.press('Escape')
  await expect(button(page, 'Connect provider')).toBeFocused()

  await keyboard.press('Enter')
  await expect(page.getByLabel('Search providers')).toBeFocused()
  await keyboard.type('no such thing')
  await expect(page.getByText('No provider is called so')).toBeVisible()
  await keyboard.press('Tab')
  await keyboard.press('Tab')
  await keyboard.press('Enter')
  await expect(button(page, 'All providers')).toBeFocused()
  await keyboard.press('Tab')
  await keyboard.type('Acme ID')
  await expect(page.getByLabel('Slug', { exact: true })).toHaveValue('acme-id')
  await button(page, 'Show the redirect URI').focus()
  await keyboard.press('Enter')
  const uri = page.locator('pd-custom-provider-form .copy code')
  await expect(uri).toHaveText(/\/acme-id\/dik_\w+\/callback$/)
  await office.register('issuer', (await uri.textContent()) ?? '')

  // What the form has no field for is JSON, in the words of the API; an entry of the catalogue is a beginning.
  const advanced = page.getByLabel('Whatever else it needs, as JSON')
  await page.getByText('Advanced', { exact: true }).press('Enter')
  await page.getByLabel('Start from the catalogue').fill('slack')
  await button(page, 'Fill in').press('Enter')
  await expect(advanced).toHaveValue(/"param": "user_scope"/)
  await expect(page.getByLabel('Token URL')).toHaveValue('https://slack.com/api/oauth.v2.access')
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Acme ID')
  await advanced.fill('{ "oauth": { "userinfo": { "label_paths": ["a..b"] } } }')

  await page.getByLabel('Issuer or discovery URL').focus()
  await keyboard.type('http://10.0.0.1')
  await keyboard.press('Tab')
  await keyboard.press('Enter')
  await expect(page.locator('wa-input[name="url"] .fault')).not.toBeEmpty()
  await page.getByLabel('Issuer or discovery URL').fill(office.issuer)
  await button(page, 'Find endpoints').press('Enter')
  await expect(page.getByLabel('Token URL')).toHaveValue(`${office.issuer}/token`)

  await page.getByLabel('Client ID').fill(office.client.id)
  await page.getByLabel('Client secret').fill(office.client.secret)
  await page.getByLabel('Scopes (optional)').fill('openid email offline_access')
  await keyboard.press('Enter')
  await expect(page.getByRole('alert')).toHaveText(/oauth\.userinfo\.label_paths\.0: must be paths/)
  await expect(advanced).toBeFocused()
  // To axe a label is none while its place in the dialog is scrolled away.
  await page.getByRole('combobox').scrollIntoViewIfNeeded()
  await expectNoFindings(page)
  await advanced.fill('{ "oauth": { "userinfo": { "label_paths": ["email"] } } }')
  await page.getByLabel('Scopes (optional)').press('Enter')
  await expect(heading(page, 'Acme ID')).toBeFocused()
  await button(page, 'Test').press('Enter')
  await expect(page.getByRole('group', { name: 'Test' })).toContainText('Right')
  await expect(page.getByRole('group', { name: 'Test' })).not.toContainText('Wrong')

  await button(page, 'Disable').press('Enter')
  await expect(page.getByText('Acme ID is disabled.')).toBeVisible()
  await button(page, 'Delete').press('Enter')
  await expect(page.getByText('It has no connections.')).toBeVisible()
  await expect(button(page, 'Cancel')).toBeFocused()
  await keyboard.press('Tab')
  await keyboard.press('Enter')
  await expect(heading(page, 'Providers')).toBeFocused()
  await expect(page.getByRole('link', { name: /^Acme ID/ })).toHaveCount(0)
})

test('a key is shown once; whoever is invited to look, looks', async ({
  page,
  office,
  browser,
}) => {
  await enter(page, office)
  await link(page, 'API keys').click()
  await button(page, 'Create key').click()
  await page.getByLabel('Name', { exact: true }).fill('Backend')
  await page.getByLabel('Name', { exact: true }).press('Enter')
  await expect(page.locator('pd-new-key .copy code')).toHaveText(/^sk_test_/)
  await button(page, 'I have it').click()
  await button(page, 'Revoke Backend').click()
  await dialog(page, 'Revoke Backend?').getByRole('button', { name: 'Revoke' }).click()
  await expect(page.getByRole('row', { name: /Backend/ })).toContainText('Revoked')
  expect(await page.content()).not.toContain('sk_test_')

  await link(page, 'People').click()
  await button(page, 'Invite').click()
  await page.getByLabel('Name', { exact: true }).fill('Grace')
  await page.getByRole('combobox', { name: 'Role', exact: true }).click()
  await page.getByRole('option', { name: 'Viewer' }).click()
  await button(page, 'Make a link').click()
  const url = (await page.locator('pd-invite-person .copy code').textContent()) ?? ''

  const context = await browser.newContext({ reducedMotion: 'reduce' })
  const theirs = await context.newPage()
  await accept(theirs, url.trim(), 'Grace')
  expect(theirs.url()).not.toContain('invitation')
  await link(theirs, 'Providers').click()
  await expect(theirs.getByRole('link', { name: /^Sandbox/ })).toBeVisible()
  await expect(button(theirs, 'Connect provider')).toHaveCount(0)
  await expect(link(theirs, 'People')).toHaveCount(0)
  await context.close()
})

/** The same environment is changed from elsewhere, while the page stays as it is. */
const asAnotherOperator = (page: Page, changes: object): Promise<void> =>
  page.evaluate(async (body) => {
    const { data } = (await (await fetch('/operator/environments')).json()) as {
      readonly data: readonly { readonly id: string; readonly version: string }[]
    }
    const [environment] = data
    await fetch(`/operator/environments/${environment?.id}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', 'if-match': environment?.version ?? '' },
      body: JSON.stringify(body),
    })
  }, changes)
