/** The widget as its user finds it: by role and name, in the page and in the window that it opens. */
import type { Locator, Page } from '@playwright/test'

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
