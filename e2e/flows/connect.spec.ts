/** The main job: a person connects an account in the customer app, and its backend can use it. */
import { chooseAccount } from '../support/consent.ts'
import { expect, test } from '../support/fixtures.ts'
import { CONNECTED, NOTHING } from '../support/pipes-api.ts'
import { button, disconnect, pressForWindow, row } from '../support/widget-page.ts'

const PROVIDERS = [
  { slug: 'github', name: 'GitHub', account: 'octocat', label: 'octocat' },
  { slug: 'google', name: 'Google', account: 'ada@example.com', label: 'ada@example.com' },
  { slug: 'slack', name: 'Slack', account: 'ada@example.com', label: 'Acme/ada' },
  { slug: 'microsoft', name: 'Microsoft', account: 'ada@outlook.com', label: 'ada@outlook.com' },
  { slug: 'linear', name: 'Linear', account: 'ada@example.com', label: 'ada@example.com' },
] as const

for (const { slug, name, account, label } of PROVIDERS) {
  test(`${name} is connected in the customer app, used by its backend, and disconnected`, async ({
    page,
    world,
  }) => {
    const { pipes, stack } = world
    await page.goto(stack.appUrl)
    await page.evaluate(() => Object.assign(globalThis, { isSamePage: true }))
    await expect(row(page, name)).toContainText('Not connected')
    expect(await pipes.standing(slug, stack.userId)).toEqual(NOTHING)

    const window = await pressForWindow(page, `Connect ${name}`)
    await chooseAccount(window, account)
    await expect(row(page, name)).toContainText('Connected')
    await expect(row(page, name)).toContainText(label)
    expect(await pipes.standing(slug, stack.userId)).toEqual(CONNECTED)
    expect(await page.evaluate(() => 'isSamePage' in globalThis)).toBe(true)

    if (slug === 'github') {
      await expect.poll(() => window.isClosed()).toBe(true)
      await expect(page.getByText('octocat/hello-world')).toBeVisible()
      await expect(page.locator('#repositories > li')).toHaveCount(6)
    } else {
      await expect(page.locator(`[data-provider="${slug}"]`)).toContainText('Ada', {
        ignoreCase: true,
      })
    }

    await disconnect(page, name)
    await expect(row(page, name)).toContainText('Not connected')
    await expect(button(page, `Connect ${name}`)).toBeVisible()
    expect(await pipes.standing(slug, stack.userId)).toEqual(NOTHING)
    const shown = slug === 'github' ? '#repositories' : `[data-provider="${slug}"]`
    await expect(page.locator(shown)).toHaveAttribute('data-state', 'not_installed')
  })
}
