/** What a person does at a provider: at the emulators they choose an account, at oidc-provider they sign in and decide. */
import type { Page } from '@playwright/test'

/** @param account the button's text at the emulator, e.g. "octocat" */
export async function chooseAccount(page: Page, account: string): Promise<void> {
  await page.getByRole('button').filter({ hasText: account }).click()
}

/** Up to the question whether the app may have access. */
export async function signIn(page: Page, login: string): Promise<void> {
  await page.getByPlaceholder('Enter any login').fill(login)
  await page.getByPlaceholder('and password').fill('any')
  await page.getByRole('button', { name: 'Sign-in' }).click()
  await page.getByRole('button', { name: 'Continue' }).waitFor()
}

export async function allow(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Continue' }).click()
}

export async function deny(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Cancel' }).click()
}
