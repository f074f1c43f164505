/** The consent page of the sandbox provider as a person uses it. */
import type { Page } from '@playwright/test'
import { writeOver } from './write-over.ts'

export type Wishes = {
  /** Whose account; Ada's unless told. */
  readonly account?: string
  /** Permissions that are not granted, as the page words them. */
  readonly without?: readonly string[]
  readonly lifetimeSeconds?: number
  readonly stated?: string
  readonly refreshToken?: string
  readonly trouble?: string
  readonly troubleAt?: string
}

/** Fills in the page, and allows. */
export async function allowAtSandbox(page: Page, wishes: Wishes = {}): Promise<void> {
  if (wishes.account !== undefined) {
    await page.getByLabel('Name of another account').fill(wishes.account)
  }
  for (const permission of wishes.without ?? []) await page.getByLabel(permission).uncheck()
  await page.getByText('Behaviour of this connection').click()
  if (wishes.lifetimeSeconds !== undefined) {
    await writeOver(page.getByLabel('Access token lives'), String(wishes.lifetimeSeconds))
  }
  const choices = [
    ['The answer says', wishes.stated],
    ['Refresh token', wishes.refreshToken],
    ['Trouble', wishes.trouble],
    ['… comes at', wishes.troubleAt],
  ] as const
  for (const [label, choice] of choices) {
    if (choice !== undefined) await page.getByLabel(label, { exact: true }).selectOption(choice)
  }
  await page.getByRole('button', { name: 'Allow', exact: true }).click()
}

export const denyAtSandbox = (page: Page): Promise<void> =>
  page.getByRole('button', { name: 'Deny', exact: true }).click()

/** Whose account the provider's API finds behind a token; `dead` for nobody's. */
export async function whoseToken(url: string, token: string): Promise<string> {
  const response = await fetch(`${url}/sandbox-provider/api`, {
    headers: { authorization: `Bearer ${token}` },
  })
  if (response.status === 401) return 'dead'
  return ((await response.json()) as { readonly account: string }).account
}
