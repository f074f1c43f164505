/** What fails is said, and the element goes on by itself as soon as it can. */
import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { serverError, type WireAnswer } from '../test/fixtures.ts'
import { refusal } from '../test/form.ts'
import { button, dialog, mountAdmin, toggle } from '../test/mount-admin.ts'

test.each([null, [], {}, { data: null }, { data: 'x' }, 'x'])(
  'lists that are %j are no empty ones, and are tried again without a word',
  async (body) => {
    const { api, events } = mountAdmin((mounted) => {
      mounted.api.always.set('organization', { status: 200, body })
      mounted.browser.retries = true
    })
    await expect
      .element(page.getByText('Integrations could not be loaded', { exact: true }))
      .toBeVisible()
    // It has been read again and again, and looks as it did.
    await expect.poll(() => api.asked('configurations$').length).toBeGreaterThan(4)
    await expect
      .element(page.getByText('Integrations could not be loaded', { exact: true }))
      .toBeVisible()
    api.always.clear()
    await expect.element(toggle('Allow GitHub')).toBeVisible()
    expect(events).toMatchObject([{ type: 'pipes-error', code: 'server_error' }])
  },
)

test('lists from which a provider is gone say so where its dialog was open, or its change was refused', async () => {
  const { api, admin } = mountAdmin()
  await button('Set up Salesforce').click()
  await expect.element(dialog()).toBeVisible()
  api.configurations = api.configurations.filter(({ slug }) => slug !== 'salesforce')
  await admin.refresh()
  await expect.element(dialog()).not.toBeInTheDocument()
  await expect
    .element(page.getByText('Salesforce is no longer offered by this app.').first())
    .toBeVisible()
  api.configurations = api.configurations.filter(({ slug }) => slug !== 'notion')
  api.next.set('configuration', refusal(404, 'integration_not_found', 'm'))
  await toggle('Allow Notion').click()
  await expect.element(toggle('Allow Notion')).not.toBeInTheDocument()
  await expect
    .element(page.getByText('Notion is no longer offered by this app.').first())
    .toBeVisible()
})

test('an element that is put back while something is on its way shows what became of it', async () => {
  const answer = Promise.withResolvers<WireAnswer>()
  const { admin, api } = mountAdmin()
  await expect.element(toggle('Allow Notion')).not.toBeChecked()
  api.next.set('configuration', answer.promise)
  await toggle('Allow Notion').click()
  await expect.element(page.getByText('Switching…')).toBeVisible()
  const main = admin.parentElement
  admin.remove()
  await Promise.resolve()
  answer.resolve(serverError)
  await answer.promise
  main?.append(admin)
  await expect.element(toggle('Allow Notion')).not.toHaveAttribute('aria-disabled')
  await toggle('Allow Notion').click()
  await expect.element(toggle('Allow Notion')).toBeChecked()
})

test('a script that cannot be had says so in the row, and can be tried again', async () => {
  const { browser, events } = mountAdmin((mounted) => {
    mounted.browser.dialogsScript = 'missing'
  })
  await button('Settings for GitHub').click()
  await expect.element(page.getByText(/form for GitHub could not be loaded/).first()).toBeVisible()
  expect(events).toMatchObject([{ type: 'pipes-error', code: 'form_unavailable', slug: 'github' }])
  browser.dialogsScript = 'there'
  await button('Settings for GitHub').click()
  await expect.element(dialog()).toBeVisible()
})
