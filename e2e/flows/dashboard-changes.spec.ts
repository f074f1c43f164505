/** What gets in an operator's way, and what is done to connections: nothing typed is lost, nothing is done unseen. */
import { expect } from '@playwright/test'
import { button, dialog, heading, link, way } from '../support/dashboard-page.ts'
import { enter, findings, withOffice, type Office } from '../support/office.ts'
import { pipesApi } from '../support/pipes-api.ts'
import { allowAtSandbox, whoseToken } from '../support/sandbox-consent.ts'

/** Environments and keys that others do not begin with. */
const test = withOffice()

test.describe.configure({ mode: 'default' })

const backend = ({ stack }: Office) => pipesApi(stack.url, stack.apiKey)

/** Every operator has signed in ten minutes ago. */
async function growOld({ stack }: Office): Promise<void> {
  const database = await stack.mf.getD1Database('DB')
  await database.prepare('UPDATE operator_sessions SET created_at = created_at - 600000').run()
}

test('a provider’s form keeps what is typed: a second passkey, another operator, a session that ends, no network', async ({
  page,
  office,
}) => {
  const api = backend(office)
  const secrets = { type: 'custom', client_id: 'old-client', client_secret: 'old-secret-0001' }
  await api.call('POST', '/data-integrations', {
    provider: 'notion',
    enabled: true,
    credentials: secrets,
  })
  await enter(page, office)
  await way(page, 'Providers').click()
  await page.getByRole('link', { name: /^Notion/ }).click()
  const form = dialog(page, 'Edit Notion')
  const description = form.getByLabel('Description (optional)')
  const save = (): Promise<void> => form.getByRole('button', { name: 'Save', exact: true }).click()
  const open = async (): Promise<void> => {
    await button(page, 'Edit').click()
    await expect(description).toBeVisible()
  }

  await test.step('a new secret asks who it is; whoever declines has lost nothing', async () => {
    await open()
    await form.getByLabel('Client ID').fill('new-client')
    await form.getByLabel('Client secret').fill('new-secret-0002')
    await description.fill('Link your notes.')
    await growOld(office)
    await save()
    const confirm = dialog(page, 'Confirm that it is you')
    await expect(button(page, 'Use your passkey')).toBeFocused()
    expect(await findings(page)).toEqual([])
    await confirm.getByRole('button', { name: 'Not now' }).click()
    await expect(form.getByRole('alert')).toBeVisible()
    await expect(form.getByLabel('Client secret')).toHaveValue('new-secret-0002')
    await save()
    await button(page, 'Use your passkey').click()
    await expect(page.getByText('Saved.')).toBeVisible()
    await expect(page.getByText('•••• 0002')).toBeVisible()
    await expect(page.getByText('new-client')).toBeVisible()
    await expect(page.getByText('Link your notes.')).toBeVisible()
  })

  await test.step('the second of two operators is told, and saves over it by decision', async () => {
    await open()
    await description.fill('Mine.')
    await api.call('PUT', '/data-integrations/notion', { description: 'Theirs.', enabled: false })
    await save()
    await expect(form.getByRole('alert')).toContainText('changed')
    await expect(description).toHaveValue('Mine.')
    // Behind the form is what the other one has set.
    await expect(page.locator('.head').getByText('Disabled', { exact: true })).toBeAttached()
    await save()
    await expect(form).toHaveCount(0)
    await expect(page.getByText('Mine.', { exact: true })).toBeVisible()
    await expect(button(page, 'Enable')).toBeVisible()
  })

  await test.step('a session that ends in the middle', async () => {
    await open()
    await description.fill('Typed for a long time.')
    await page.context().clearCookies()
    await save()
    await expect(page.getByText('Your session has ended')).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(form).toHaveCount(0)
    await expect(page.getByText('Typed for a long time.')).toBeVisible()
  })

  await test.step('no network', async () => {
    await open()
    await description.fill('Typed in a tunnel.')
    await page.context().setOffline(true)
    await save()
    await expect(form.getByRole('alert')).toContainText('offline')
    await expect(description).toHaveValue('Typed in a tunnel.')
    await page.context().setOffline(false)
    await save()
    await expect(form).toHaveCount(0)
    await expect(page.getByText('Typed in a tunnel.')).toBeVisible()
  })
})

test('a connection is refreshed, marked and ended, and its timeline says each', async ({
  page,
  office,
}) => {
  const api = backend(office)
  const { url } = office.stack
  await page.goto(await api.authorize('sandbox', 'user_actions'))
  await button(page, /^Continue/).click()
  await allowAtSandbox(page)
  await expect(heading(page, 'Connected')).toBeVisible()
  const token = await api.accessToken('sandbox', 'user_actions')

  await enter(page, office)
  await way(page, 'Connections').click()
  await page.getByLabel('Search', { exact: true }).fill('user_actions')
  await expect(page).toHaveURL(/search=user_actions/)
  await page.getByRole('main').getByRole('link').first().click()
  const timeline = page.getByRole('list', { name: 'Timeline' })
  await expect(timeline).toContainText('Connected.')

  await button(page, 'Refresh now').click()
  await expect(timeline).toContainText('The token was refreshed.')
  expect(await api.accessToken('sandbox', 'user_actions')).not.toBe(token)

  await button(page, 'Mark for reauthorization').click()
  await dialog(page, 'Mark for reauthorization?').getByRole('button', { name: 'Mark it' }).click()
  await expect(page.getByText('To be reauthorized', { exact: true })).toBeVisible()
  await expect(button(page, 'Mark for reauthorization')).toHaveCount(0)
  expect((await api.standing('sandbox', 'user_actions')).token).toBe('needs_reauthorization')

  await button(page, 'Disconnect').click()
  const question = dialog(page, 'Disconnect this account?')
  await question.getByRole('button', { name: 'Disconnect', exact: true }).click()
  await expect(page.getByText('Disconnected', { exact: true })).toBeVisible()
  await expect(button(page, 'Disconnect')).toHaveCount(0)
  // The grant is given back behind the answer.
  await expect.poll(() => whoseToken(url, token)).toBe('dead')
  await expect(async () => {
    await page.reload()
    await expect(timeline).toContainText('was given back')
  }).toPass()
})

test('what organizations set is seen from the provider and from the organization', async ({
  page,
  office,
}) => {
  const api = backend(office)
  await api.call('POST', '/data-integrations', {
    provider: 'snowflake',
    enabled: true,
    credentials: { type: 'organization' },
  })
  const set = async (organization: string, slug: string, body: object): Promise<void> => {
    const path = `/organizations/${organization}/data_integration_configurations/${slug}`
    expect((await api.call('PUT', path, body)).status).toBe(200)
  }
  await set('org_north', 'snowflake', {
    client_id: 'north',
    client_secret: 'of-north-4711',
    config: { account: 'north-prod' },
  })
  await set('org_north', 'sandbox', { enabled: false })
  await set('org_south', 'snowflake', { enabled: false })

  await enter(page, office)
  await way(page, 'Providers').click()
  await page.getByRole('link', { name: /^Snowflake/ }).click()
  const north = page.getByRole('row', { name: /^org_north/ })
  await expect(north).toContainText('Own client north, secret •••• 4711')
  await expect(north).toContainText('north-prod')
  await expect(page.getByRole('row', { name: /^org_south/ })).toContainText('Switched off')
  await link(page, 'org_north').click()
  await expect(page.getByRole('row', { name: /^Sandbox/ })).toContainText('Switched off')
  await expect(page.getByRole('row', { name: /^Snowflake/ })).toContainText('north-prod')
  await expect(page.getByRole('row', { name: /org_south/ })).toHaveCount(0)
  expect(await findings(page)).toEqual([])
  await link(page, 'All organizations').click()
  await expect(page.getByRole('row', { name: /^org_south/ })).toBeVisible()
  await page.getByLabel('Organization', { exact: true }).fill('org_nowhere')
  await page.keyboard.press('Enter')
  await expect(page.getByText('It sets nothing for itself')).toBeVisible()
  expect(await page.content()).not.toContain('of-north-4711')
})

test('providers go from the sandbox to production without their secrets', async ({
  page,
  office,
}) => {
  await backend(office).call('POST', '/data-integrations', {
    provider: 'asana',
    enabled: true,
    description: 'Your tasks.',
    credentials: { type: 'custom', client_id: 'of-sandbox', client_secret: 'of-sandbox-0815' },
  })
  await enter(page, office)
  await way(page, 'Settings').click()
  await button(page, 'New environment').click()
  await page.getByLabel('Name', { exact: true }).fill('Live')
  await page.getByRole('radio', { name: /^Production/ }).click()
  await button(page, 'Create').click()
  await expect(heading(page, 'Live')).toBeVisible()
  await expect(heading(page, 'Three steps to the first token')).toBeVisible()

  await way(page, 'Settings').click()
  await button(page, /^Copy its providers here/).click()
  await expect(page.getByText(/providers copied from/)).toContainText('could not be copied')
  await way(page, 'Providers').click()
  await expect(page.getByRole('link', { name: /^Sandbox/ })).toHaveCount(0)
  await page.getByRole('link', { name: /^Asana/ }).click()
  await expect(page.getByText('of-sandbox', { exact: true })).toBeVisible()
  await expect(page.getByText('Client secret')).toHaveCount(0)
  await button(page, 'Enable').click()
  await expect(page.getByRole('alert')).toContainText('secret')
  await button(page, 'Edit').click()
  await page.getByLabel('Client secret').fill('of-production-0816')
  await button(page, 'Save').click()
  await expect(page.getByText('•••• 0816')).toBeVisible()
  await button(page, 'Enable').click()
  await expect(page.getByText('Asana is enabled.')).toBeVisible()
})
