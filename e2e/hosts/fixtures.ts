/** Tests with a page of `pages.ts`, which is of the test's own user. */
import type { FrameLocator, Locator, Page } from '@playwright/test'
import { chooseAccount } from '../support/consent.ts'
import { test as base } from '../support/fixtures.ts'
import { startHostPage, type HostPage } from '../support/host-page.ts'
import { hostPages } from './pages.ts'

type OfTest = {
  /** What is bundled, by path; without it there are the pages that need none. */
  readonly scripts: ReadonlyMap<string, string>
  readonly hosts: HostPage
  /** Goes to a page by its name. */
  readonly open: (name: string) => Promise<void>
}

export const test = base.extend<OfTest>({
  scripts: async ({}, use) => use(new Map()),
  hosts: async ({ scripts, world }, use) => {
    const host = await startHostPage(world.pipes, hostPages(scripts))
    await use(host)
    await host.close()
  },
  open: async ({ hosts, page, user }, use) =>
    use(async (name) => {
      await page.goto(`${hosts.origin}/${name}?user=${user}`)
    }),
})

/** Connects GitHub with the button that is in there. */
export async function connectIn(
  page: Page,
  within: Page | FrameLocator | Locator,
  label = 'Connect GitHub',
): Promise<void> {
  const opened = page.waitForEvent('popup')
  await within.getByRole('button', { name: label, exact: true }).click()
  await chooseAccount(await opened, 'octocat')
}
