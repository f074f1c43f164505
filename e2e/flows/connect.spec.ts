/** The main job: a person connects an account in the customer app, and its backend can use it, and renew it. */
import { chooseAccount } from '../support/consent.ts'
import { expect, test } from '../support/fixtures.ts'
import { grantEnds, leaveAlone, renewed } from '../support/grant-ends.ts'
import { CONNECTED, NOTHING } from '../support/pipes-api.ts'
import { button, disconnect, pressForWindow, row } from '../support/widget-page.ts'

/** How a grant ends, and whether a token that the provider refuses is renewed before: not without a refresh token. */
const PROVIDERS = [
  {
    slug: 'github',
    name: 'GitHub',
    account: 'octocat',
    label: 'octocat',
    refreshes: false,
    end: 'not_supported',
  },
  {
    slug: 'google',
    name: 'Google',
    account: 'ada@example.com',
    label: 'ada@example.com',
    refreshes: true,
    end: 'revoked',
  },
  {
    slug: 'slack',
    name: 'Slack',
    account: 'ada@example.com',
    label: 'Acme/ada',
    refreshes: false,
    end: 'not_supported',
  },
  {
    slug: 'microsoft',
    name: 'Microsoft',
    account: 'ada@outlook.com',
    label: 'ada@outlook.com',
    refreshes: true,
    end: 'not_supported',
  },
  {
    slug: 'linear',
    name: 'Linear',
    account: 'ada@example.com',
    label: 'ada@example.com',
    refreshes: true,
    end: 'revoked',
  },
] as const

for (const { slug, name, account, label, refreshes, end } of PROVIDERS) {
  test(`${name} is connected in the customer app, used by its backend, and disconnected`, async ({
    page,
    world,
  }) => {
    const { pipes, stack } = world
    await leaveAlone(stack, stack.userId)
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

    if (refreshes) {
      const token = await pipes.accessToken(slug, stack.userId)
      const next = await renewed(pipes, slug, stack.userId, token)
      expect([token, 'needs_reauthorization']).not.toContain(next)
      expect(await pipes.accessToken(slug, stack.userId)).toBe(next)
    }

    await disconnect(page, name)
    await expect(row(page, name)).toContainText('Not connected')
    await expect(button(page, `Connect ${name}`)).toBeVisible()
    expect(await pipes.standing(slug, stack.userId)).toEqual(NOTHING)
    await expect.poll(async () => (await grantEnds(stack, stack.userId))[slug]).toBe(end)
    const shown = slug === 'github' ? '#repositories' : `[data-provider="${slug}"]`
    await expect(page.locator(shown)).toHaveAttribute('data-state', 'not_installed')
  })
}
