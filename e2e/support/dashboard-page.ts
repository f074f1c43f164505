/** The dashboard by what an operator reads on it. */
import type { Locator, Page } from '@playwright/test'

export const button = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('button', { name, exact: true })

export const link = (page: Page, name: string): Locator =>
  page.getByRole('link', { name, exact: true })

/** Leads to one of the dashboard's pages. */
export const way = (page: Page, name: string): Locator =>
  page.getByRole('navigation', { name: 'Dashboard' }).getByRole('link', { name, exact: true })

/** By its host: what is in it is slotted, and no descendant of the `dialog` itself. */
export const dialog = (page: Page, label: string): Locator =>
  page.locator(`wa-dialog[label="${label}"]`)

export const heading = (page: Page, name: string): Locator =>
  page.getByRole('heading', { name, exact: true })

/** What was done, as the dashboard says it. */
export const said = (page: Page, text: string): Locator =>
  page.getByRole('status').filter({ hasText: text })
