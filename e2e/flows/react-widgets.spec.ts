/**
 * The published React widgets of the hosted product, unmodified, against our Worker: the list, OAuth by
 * their popup, an API key, a shared connection, what an organization configures.
 */
import { randomUUID } from 'node:crypto'
import type { Locator, Page } from '@playwright/test'
import { chooseAccount } from '../support/consent.ts'
import { expect, test as base } from '../support/fixtures.ts'
import { CONNECTED, NOTHING, type PipesApi } from '../support/pipes-api.ts'
import { startReactPage, type ReactPage } from '../support/react-page.ts'
import { writeOver } from '../support/write-over.ts'

const KEYED = 'react-keyed'
const OWNED = 'react-owned'
const SHARED = 'react-shared'
const KEY = 'rk_react_canary_0001'

const test = base.extend<{ readonly organization: string; readonly react: ReactPage }>({
  react: [async ({ lasting }, use) => use(await lasting(startReactPage)), { timeout: 60_000 }],
  organization: async ({}, use) => use(`org_${randomUUID()}`),
})

// One worker bundles the page, once.
test.describe.configure({ mode: 'default' })

async function create(pipes: PipesApi, body: Readonly<Record<string, unknown>>): Promise<void> {
  const made = await pipes.call('POST', '/data-integrations', { enabled: true, ...body })
  expect([made.status, await made.text()]).toEqual([201, expect.any(String)])
}

async function session(pipes: PipesApi, body: Readonly<Record<string, unknown>>): Promise<string> {
  const made = await pipes.call('POST', '/widgets/token', body)
  expect(made.status).toBe(201)
  return ((await made.json()) as { readonly token: string }).token
}

async function credential(
  pipes: PipesApi,
  slug: string,
  owner: Readonly<Record<string, string>>,
): Promise<string> {
  const path = `/data-integrations/${slug}/credentials`
  return (await pipes.call('POST', path, owner)).text()
}

/** The smallest part of the page that has the name and a button. */
const rowOf = (page: Page, name: string): Locator =>
  page
    .locator('main div')
    .filter({ has: page.getByText(name, { exact: true }) })
    .filter({ has: page.getByRole('button') })
    .last()

const inDialog = (page: Page, name: string): Locator =>
  page.getByRole('dialog').getByRole('button', { name, exact: true })

/**
 * The widgets learn that something is connected when their page comes back to the front; not from a list that they had asked
 * for before, so whoever sees nothing new looks away once more.
 */
const comeBackTo = (page: Page, row: Locator, text: string): Promise<void> =>
  expect(async () => {
    await page.evaluate(() => globalThis.dispatchEvent(new Event('visibilitychange')))
    await expect(row).toContainText(text, { timeout: 1000 })
  }).toPass({ timeout: 10_000 })

test('<Pipes> lists, connects GitHub by its popup, keeps an API key, and disconnects', async ({
  page,
  react,
  user,
  world: { pipes },
}) => {
  await create(pipes, {
    provider: KEYED,
    auth_methods: ['api_key'],
    custom_provider: { name: 'React Keyed' },
  })
  await page.goto(react.urlFor(pipes, 'Pipes', await session(pipes, { user_id: user })))
  await rowOf(page, 'GitHub').getByRole('button', { name: 'Connect' }).click()
  const opened = page.waitForEvent('popup')
  await inDialog(page, 'Connect').click()
  const window = await opened
  await chooseAccount(window, 'octocat')
  await expect(window.getByRole('heading')).toContainText('Connected')
  await window.close()
  await comeBackTo(page, rowOf(page, 'GitHub'), 'Connected')
  expect(await pipes.standing('github', user)).toEqual(CONNECTED)

  await rowOf(page, 'React Keyed').getByRole('button', { name: 'Connect' }).click()
  await writeOver(page.getByRole('dialog').locator('input'), KEY)
  await inDialog(page, 'Connect').click()
  await expect(rowOf(page, 'React Keyed')).toContainText('Connected')
  expect(await credential(pipes, KEYED, { user_id: user })).toContain(KEY)

  for (const name of ['GitHub', 'React Keyed']) {
    await rowOf(page, name).getByRole('button', { name: 'Pipe actions' }).click()
    await page.getByRole('menuitem', { name: 'Disconnect account' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Disconnect' }).click()
    await expect(rowOf(page, name).getByRole('button', { name: 'Connect' })).toBeVisible()
  }
  expect(await pipes.standing('github', user)).toEqual(NOTHING)
  expect(await credential(pipes, KEYED, { user_id: user })).toContain('not_installed')
})

test('<PipesAdmin> takes an organization’s own client, and shares a connection with its members', async ({
  page,
  react,
  user,
  organization,
  world: { pipes },
}) => {
  await create(pipes, {
    provider: OWNED,
    credentials: { type: 'organization' },
    scopes: ['read'],
    custom_provider: {
      name: 'React Owned',
      authorization_url: 'https://provider.example/authorize',
      token_url: 'https://provider.example/token',
    },
  })
  await create(pipes, {
    provider: SHARED,
    ownership: 'organization',
    auth_methods: ['api_key'],
    custom_provider: { name: 'React Shared' },
  })
  const whose = { user_id: user, organization_id: organization }
  const manager = await session(pipes, { ...whose, scopes: ['widgets:pipes:manage'] })
  await page.goto(react.urlFor(pipes, 'PipesAdmin', manager))

  await rowOf(page, 'React Owned').getByRole('button', { name: 'Configure' }).click()
  await writeOver(page.getByRole('textbox', { name: /Client ID/ }), 'react-client')
  await writeOver(
    page.getByRole('textbox', { name: /Client Secret/ }),
    'react-client-secret-canary',
  )
  await inDialog(page, 'Next').click()
  await inDialog(page, 'Save').click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(rowOf(page, 'React Owned')).not.toContainText('Not configured')
  const path = `/organizations/${organization}/data_integration_configurations`
  const configured = await (await pipes.call('GET', path)).text()
  expect(configured).toContain('react-client')
  expect(configured).not.toContain('react-client-secret-canary')

  await rowOf(page, 'React Shared').getByRole('button', { name: 'Connect' }).click()
  await writeOver(page.getByRole('dialog').locator('input'), KEY)
  await inDialog(page, 'Connect').click()
  await expect(rowOf(page, 'React Shared')).toContainText('Connected')
  const owner = { ...whose, connection_owner: 'organization' }
  expect(await credential(pipes, SHARED, owner)).toContain(KEY)

  // A member who may manage nothing sees it, and cannot take it away.
  const member = await session(pipes, { ...whose, user_id: `${user}-member` })
  await page.goto(react.urlFor(pipes, 'Pipes', member))
  await expect(page.locator('main')).toContainText('React SharedAvailable')
  await expect(page.getByRole('button', { name: /actions|Configure/ })).toHaveCount(0)
})
