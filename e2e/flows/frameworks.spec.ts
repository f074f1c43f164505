/** The npm package in pages of others: React, Vue, Svelte, and one that draws everything itself. */
import { randomUUID } from 'node:crypto'
import { bundleHosts } from '../hosts/bundle.ts'
import { connectIn, test as base } from '../hosts/fixtures.ts'
import { expect } from '../support/fixtures.ts'
import { CONNECTED, NOTHING } from '../support/pipes-api.ts'
import { button, row } from '../support/widget-page.ts'

const bundle = async () => ({
  scripts: await bundleHosts('frameworks'),
  close: async () => undefined,
})
const test = base.extend({
  scripts: [
    async ({ lasting }, use) => use((await lasting(bundle)).scripts),
    { scope: 'test', timeout: 60_000 },
  ],
})

// One worker bundles the pages, once.
test.describe.configure({ mode: 'default' })

for (const name of ['react', 'vue', 'svelte']) {
  test(`properties, events and methods work from ${name}`, async ({ open, page, user, world }) => {
    const lists: string[] = []
    page.on('request', (request) => {
      const { pathname } = new URL(request.url())
      if (request.method() === 'GET' && pathname.endsWith('/mine')) lists.push(pathname)
    })
    await open(name)
    await expect(row(page, 'GitHub')).toContainText('Not connected')
    const widget = page.locator('pipes-widget')
    expect(lists).toHaveLength(1)
    await expect(page.locator('html')).toHaveAttribute('data-asked', '1')
    await expect(widget).toHaveAttribute('theme', 'light')

    await connectIn(page, page)
    await expect(row(page, 'GitHub')).toContainText('octocat')
    await expect(page.locator('output')).toHaveText('github as octocat')
    expect(await world.pipes.standing('github', user)).toEqual(CONNECTED)

    await button(page, 'Dark').click()
    await expect(widget).toHaveAttribute('theme', 'dark')
    const before = lists.length
    await button(page, 'Refresh').click()
    await expect.poll(() => lists.length).toBe(before + 1)
    // The session was good for all of it.
    await expect(page.locator('html')).toHaveAttribute('data-asked', '1')
  })
}

test('the element for administrators works from React, with dialogs that come when needed', async ({
  hosts,
  open,
  page,
  world: { pipes },
}) => {
  const organization_id = `org_${randomUUID()}`
  const scopes = ['widgets:pipes:manage']
  hosts.answerSessions(async (user_id) => {
    const made = await pipes.call('POST', '/widgets/token', { user_id, organization_id, scopes })
    const { token } = (await made.json()) as { readonly token: string }
    return { status: made.status === 201 ? 200 : 500, token }
  })
  const chunks: string[] = []
  page.on('request', (request) => chunks.push(new URL(request.url()).pathname))
  await open('react-admin')
  await expect(row(page, 'Slack')).toContainText('Available')
  expect(chunks.some((path) => path.includes('dialogs'))).toBe(false)
  await button(page, 'Settings for Slack').click()
  await expect(page.getByRole('dialog')).toContainText('Permissions to ask for')
  expect(chunks.some((path) => path.includes('dialogs'))).toBe(true)
  await button(page, 'Cancel').click()
  await page.getByRole('switch', { name: 'Allow Slack' }).click()
  await button(page, 'Switch off').click()
  await expect(page.locator('output')).toHaveText('slack off')
})

test('without the element: the same flows behind buttons of the page', async ({
  open,
  page,
  user,
  world: { pipes },
}) => {
  const made = await pipes.call('POST', '/data-integrations', {
    provider: 'headless-keyed',
    enabled: true,
    auth_methods: ['api_key'],
    custom_provider: { name: 'Keyless' },
  })
  expect(made.status).toBe(201)
  await open('headless')
  await expect(row(page, 'GitHub')).toContainText('idle')
  await expect(page.locator('pipes-widget')).toHaveCount(0)
  await connectIn(page, page, 'Add GitHub')
  await expect(row(page, 'GitHub')).toContainText('has octocat')
  await expect(page.locator('output')).toHaveText('github as octocat')

  await page.getByLabel('Key').fill('abc')
  await button(page, 'Add Keyless').click()
  await expect(row(page, 'Keyless')).toContainText('invalid_request')
  await page.getByLabel('Key').fill('rk_headless_0001')
  await button(page, 'Add Keyless').click()
  await expect(row(page, 'Keyless')).toContainText('has 0001')
  expect(await pipes.standing('github', user)).toEqual(CONNECTED)

  await button(page, 'Remove GitHub').click()
  await expect(page.locator('output')).toHaveText('github is gone')
  await expect(row(page, 'GitHub')).toContainText('idle')
  expect(await pipes.standing('github', user)).toEqual(NOTHING)
})
