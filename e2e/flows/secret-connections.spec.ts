/** What a person types: API keys, and what a provider has to be told. On a strict page, with the script that is embedded. */
import type { Page } from '@playwright/test'
import { allow, signIn } from '../support/consent.ts'
import { expect, test } from '../support/fixtures.ts'
import type { HostPage } from '../support/host-page.ts'
import type { PipesApi } from '../support/pipes-api.ts'
import { button, disconnect, row } from '../support/widget-page.ts'
import { ACME_ID } from '../support/world.ts'

const KEYED = { slug: 'keyed', name: 'Keyed' }

/** @returns what the browser complains about, as it comes */
async function openStrictPage(
  page: Page,
  host: HostPage,
  user: string,
): Promise<readonly string[]> {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  await page.goto(host.strictUrlFor(user))
  return complaints
}

async function keyOf(pipes: PipesApi, user: string): Promise<unknown> {
  const path = `/data-integrations/${KEYED.slug}/credentials`
  const answer = await pipes.call('POST', path, { user_id: user })
  expect(answer.status).toBe(200)
  return answer.json()
}

test('an API key is connected, vended, updated and disconnected, on a strict page', async ({
  host,
  page,
  user,
  world: { pipes },
}) => {
  const made = await pipes.call('POST', '/data-integrations', {
    provider: KEYED.slug,
    enabled: true,
    description: 'Whoever has the key may enter.',
    auth_methods: ['api_key'],
    custom_provider: { name: KEYED.name },
  })
  expect(made.status).toBe(201)
  const loaded: string[] = []
  page.on('request', (request) => loaded.push(new URL(request.url()).pathname))
  const complaints = await openStrictPage(page, host, user)
  await expect(row(page, KEYED.name)).toContainText('Not connected')
  expect(loaded).not.toContain('/pipes-widget-form.js')
  expect(await keyOf(pipes, user)).toMatchObject({ active: false, error: 'not_installed' })

  await button(page, `Connect ${KEYED.name}`).click()
  const dialog = page.getByRole('dialog', { name: `Connect ${KEYED.name}` })
  await expect(dialog).toContainText('Whoever has the key may enter.')
  expect(loaded).toContain('/pipes-widget-form.js')
  await expect(page.getByLabel('API key', { exact: true })).toBeFocused()

  // Too short for the Worker, which says so at the field.
  await page.keyboard.type('abc')
  await page.keyboard.press('Enter')
  await expect(dialog.getByText('This was not accepted')).toBeVisible()
  await page.getByLabel('API key', { exact: true }).fill('rk_canary_one_0001')
  await page.keyboard.press('Enter')
  await expect(row(page, KEYED.name)).toContainText('•••• 0001')
  await expect(button(page, `Update key of ${KEYED.name}`)).toBeFocused()
  expect(JSON.stringify(await keyOf(pipes, user))).toContain('rk_canary_one_0001')

  await button(page, `Update key of ${KEYED.name}`).click()
  await page.getByLabel('New API key', { exact: true }).fill('rk_canary_two_0002')
  await page.getByRole('dialog').getByRole('button', { name: 'Update', exact: true }).click()
  await expect(row(page, KEYED.name)).toContainText('•••• 0002')
  expect(JSON.stringify(await keyOf(pipes, user))).toContain('rk_canary_two_0002')

  await page.reload()
  await expect(row(page, KEYED.name)).toContainText('•••• 0002')
  await disconnect(page, KEYED.name)
  await expect(row(page, KEYED.name)).toContainText('Not connected')
  expect(await keyOf(pipes, user)).toMatchObject({ active: false, error: 'not_installed' })
  expect(loaded.filter((path) => path.includes('canary'))).toEqual([])
  // The browser reports the 422 itself; nothing was refused by the page's policy.
  expect(complaints.filter((text) => !text.includes('422'))).toEqual([])
})

test('what a provider has to be told is asked before its window opens', async ({
  host,
  page,
  user,
  world: { oidc, pipes },
}) => {
  const tell = async (body: object): Promise<void> => {
    const path = `/data-integrations/${ACME_ID.slug}`
    const answer = await pipes.call('PUT', path, { custom_provider: body })
    expect([answer.status, await answer.text()]).toEqual([200, expect.any(String)])
  }
  await tell({
    authorization_url: `${oidc.origin}/{door}`,
    config_fields: [
      {
        key: 'door',
        label: 'Door',
        required: true,
        scope: 'installation',
        description: 'By which you go in.',
        example: 'auth',
        pattern: '[a-z]+',
      },
    ],
  })
  try {
    const complaints = await openStrictPage(page, host, user)
    await button(page, `Connect ${ACME_ID.name}`).click()
    const door = page.getByLabel('Door', { exact: true })
    await door.fill('AUTH')
    await page.keyboard.press('Enter')
    await expect(page.getByText('This does not look as it should.')).toBeVisible()
    await expect(door).toBeFocused()
    expect(page.context().pages()).toHaveLength(1)

    await door.fill('auth')
    const opened = page.waitForEvent('popup')
    await page.keyboard.press('Enter')
    const window = await opened
    await signIn(window, user)
    expect(new URL(window.url()).origin).toBe(oidc.origin)
    await allow(window)
    await expect(row(page, ACME_ID.name)).toContainText('Connected')
    expect(await pipes.account(ACME_ID.slug, user)).toMatchObject({ config: { door: 'auth' } })
    expect(complaints).toEqual([])
  } finally {
    await tell({ authorization_url: `${oidc.origin}/auth`, config_fields: [] })
  }
})
