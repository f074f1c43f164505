/** The widget as its user finds it: by role and name, in the page and in the window that it opens. */
import type { BrowserContext, Locator, Page } from '@playwright/test'

/** A provider's row; each begins with the provider's name. */
export const row = (page: Page, name: string): Locator =>
  page.getByRole('listitem').filter({ hasText: new RegExp(`^\\s*${name}`) })

export const button = (page: Page, name: string): Locator =>
  page.getByRole('button', { name, exact: true })

/** Presses a button that opens a window, and returns the window. */
export async function pressForWindow(page: Page, name: string): Promise<Page> {
  const opened = page.waitForEvent('popup')
  await button(page, name).click()
  return opened
}

/** Says yes to the question whether to disconnect. */
export async function disconnect(page: Page, name: string): Promise<void> {
  await button(page, `Disconnect ${name}`).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Disconnect', exact: true }).click()
}

/** The browser refuses every window, as a pop-up blocker does. */
export const blockWindows = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    globalThis.open = () => null
  })

/** A window that closes itself cannot be looked at. */
export const keepWindowsOpen = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    globalThis.close = () => undefined
  })
