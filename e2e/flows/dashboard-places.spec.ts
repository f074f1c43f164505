/** Where an operator is: in a list that is longer than what is read of it, and back there again. */
import { expect } from '@playwright/test'
import { heading, way } from '../support/dashboard-page.ts'
import { enter, testElsewhere as test } from '../support/office.ts'

/** More than two pages, behind everything else. */
const LONG_LIST = `
  WITH RECURSIVE n(i) AS (SELECT 100 UNION ALL SELECT i + 1 FROM n WHERE i < 320)
  INSERT INTO connected_accounts (
    id, environment_id, data_integration_id, slug, owner_kind, user_id, organization_id, connection_role, auth_method,
    state, grant_id, scopes, account_display_name, sequence, object_key_id, created_at, updated_at)
  SELECT printf('data_installation_%026d', i), ?, 'data_integration_0', 'sandbox', 'user', printf('user_long_%d', i), '',
    'standard', 'oauth', 'connected', printf('grant_%026d', i), '[]', printf('Account %d', i), 1, '', i, i
  FROM n`

test('whoever comes back to a long list is where they left it, with what they looked for', async ({
  page,
  office,
}) => {
  const database = await office.stack.mf.getD1Database('DB')
  await database.prepare(LONG_LIST).bind(office.stack.environmentId).run()
  await enter(page, office)
  await way(page, 'Connections').click()
  await page.getByRole('combobox', { name: 'Provider' }).click()
  await page.getByRole('option', { name: 'Sandbox' }).click()
  await expect(page).toHaveURL(/\?provider=sandbox$/)
  const row = page.getByRole('row', { name: /^Account 120 / })
  const open = row.getByRole('link')
  await expect(async () => {
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
    await expect(page.getByRole('status').filter({ hasText: /^\d+ connections$/ })).toHaveCount(1, {
      timeout: 500,
    })
  }).toPass()
  await open.scrollIntoViewIfNeeded()
  const top = async () => Math.round((await open.boundingBox())?.y ?? -1)
  let before = await top()
  // All rows are read; those that are drawn for the first time may still be measured.
  await expect.poll(async () => before - (before = await top())).toBe(0)

  const ways: readonly (() => Promise<unknown>)[] = [
    () => page.goBack(),
    () => page.getByRole('main').getByRole('link', { name: 'Connections', exact: true }).click(),
    () => page.keyboard.press('Escape'),
  ]
  for (const goBack of ways) {
    await open.click()
    await expect(heading(page, 'Account 120')).toBeFocused()
    expect(await page.evaluate(() => scrollY)).toBe(0)
    await goBack()
    await expect(open).toBeFocused()
    await expect.poll(top).toBe(before)
    await expect(page).toHaveURL(/\?provider=sandbox$/)
    await expect(page.getByRole('combobox', { name: 'Provider' })).toHaveValue('Sandbox')
  }

  // What has changed meanwhile is seen there, and the way in the menu leads to all of them.
  await open.click()
  await expect(heading(page, 'Account 120')).toBeVisible()
  await database
    .prepare(`UPDATE connected_accounts SET state = 'needs_reauthorization' WHERE user_id = ?`)
    .bind('user_long_120')
    .run()
  await page.keyboard.press('Escape')
  await expect(row).toContainText('To be reauthorized')
  await way(page, 'Connections').click()
  await expect(page).toHaveURL(/\/connections$/)
  await expect(page.getByRole('combobox', { name: 'Provider' })).toHaveValue('Any provider')
})
