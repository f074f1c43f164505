/** A second account, access that was not granted at first, and what other tabs and an operator change meanwhile. */
import { expect, test } from '../support/fixtures.ts'
import type { PipesApi } from '../support/pipes-api.ts'
import { allowAtSandbox, denyAtSandbox } from '../support/sandbox-consent.ts'
import { button, pressForWindow, row } from '../support/widget-page.ts'

const NAME = 'Sandbox'
const SLUG = 'sandbox'

const accountsOf = async (pipes: PipesApi, user: string): Promise<readonly unknown[]> => {
  const answer = await pipes.call('GET', `/connected_accounts?user_id=${user}`)
  const { data } = (await answer.json()) as {
    readonly data: readonly { account_identifier: unknown }[]
  }
  return data.map((account) => account.account_identifier)
}

test('a second account is added, shown in every tab, and disconnected alone', async ({
  context,
  host,
  page,
  user,
  world,
}) => {
  const [first, second] = [`${user}@home.example`, `${user}@work.example`]
  await page.goto(host.urlFor(user))
  const other = await context.newPage()
  await other.goto(host.urlFor(user))
  await expect(row(other, NAME)).toContainText('Not connected')

  await allowAtSandbox(await pressForWindow(page, `Connect ${NAME}`), { account: first })
  await expect(row(page, NAME)).toContainText(first)
  await expect(row(other, NAME)).toContainText(first)

  await button(page, `Details of ${NAME}`).click()
  const adding = await pressForWindow(page, `Add another account of ${NAME}`)
  await allowAtSandbox(adding, { account: second })
  await expect(button(page, `Disconnect ${second}`)).toBeVisible()
  await expect(row(other, NAME)).toContainText(second)
  expect(new Set(await accountsOf(world.pipes, user))).toEqual(new Set([first, second]))

  await button(page, `Disconnect ${first}`).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText(first)
  await dialog.getByRole('button', { name: 'Disconnect', exact: true }).click()
  await expect(row(page, NAME)).not.toContainText(first)
  await expect(row(other, NAME)).not.toContainText(first)
  await expect(row(page, NAME)).toContainText(second)
  expect(await accountsOf(world.pipes, user)).toEqual([second])
})

test('access that was not granted is asked for again; who refuses keeps what there is', async ({
  host,
  page,
  user,
  world,
}) => {
  const account = `${user}@example.com`
  const missing = async (): Promise<unknown> => {
    const answer = await world.pipes.vend(SLUG, user)
    return answer.active && answer.access_token.missing_scopes
  }
  await page.goto(host.urlFor(user))
  const window = await pressForWindow(page, `Connect ${NAME}`)
  await allowAtSandbox(window, { account, without: ['Change your files'] })
  await expect(row(page, NAME)).toContainText('More access needed')
  expect(await missing()).toEqual(['files:write'])

  await denyAtSandbox(await pressForWindow(page, `Allow access to ${NAME}`))
  await expect(row(page, NAME)).toContainText('Access was declined')
  await expect(row(page, NAME)).toContainText('More access needed')
  expect(await missing()).toEqual(['files:write'])

  await allowAtSandbox(await pressForWindow(page, `Allow access to ${NAME}`), { account })
  await expect(row(page, NAME)).toContainText('Connected')
  expect(await missing()).toEqual([])
})

test('a provider that is switched off while the user looks says so, and is gone from the list', async ({
  host,
  page,
  user,
  world,
}) => {
  const slug = 'slack'
  const enable = async (enabled: boolean): Promise<void> => {
    const answer = await world.pipes.call('PUT', `/data-integrations/${slug}`, { enabled })
    expect(answer.status).toBe(200)
  }
  await page.goto(host.urlFor(user))
  await expect(row(page, 'Slack')).toContainText('Not connected')
  try {
    await enable(false)
    await pressForWindow(page, 'Connect Slack')
    await expect(row(page, 'Slack')).toBeHidden()
    await expect(page.getByText('Slack is switched off at the moment.').first()).toBeVisible()
  } finally {
    await enable(true)
  }
})

test('where the provider’s administrator has to allow the app, a letter is at hand, and then it works', async ({
  host,
  page,
  user,
  world,
}) => {
  const account = `${user}@example.com`
  const pull = async (string: string, body: unknown): Promise<void> => {
    const path = `/sandbox-provider/accounts/${encodeURIComponent(account)}/${string}`
    expect((await world.pipes.call('POST', path, body)).status).toBe(200)
  }
  await pull('script', {})
  await pull('revoke', { by: 'admin' })
  await page.goto(host.urlFor(user))
  await allowAtSandbox(await pressForWindow(page, `Connect ${NAME}`), { account })
  await expect(row(page, NAME)).toContainText('has to allow this app first')
  await expect(page.getByRole('link', { name: 'Ask my administrator' })).toHaveAttribute(
    'href',
    /^mailto:\?subject=.*&body=.*127\.0\.0\.1/,
  )
  await pull('restore', {})
  await allowAtSandbox(await pressForWindow(page, `Connect ${NAME}`), { account })
  await expect(row(page, NAME)).toContainText('Connected')
})
