import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { MANAGER, tokenWith } from '../test/fake-admin-api.ts'
import { button, dialog, field, mountAdmin, press, rowText } from '../test/mount-admin.ts'

const NEW = tokenWith(['widgets:pipes:manage'], 'two')

test('a session that is over at first is told, and can be tried again', async () => {
  const { api, events } = mountAdmin((mounted) => {
    mounted.api.goodTokens = [NEW]
  })
  await expect.element(page.getByText('Your session has expired', { exact: true })).toBeVisible()
  expect(events.map(({ type }) => type)).toEqual(['pipes-session-expired'])
  api.session = { status: 200, body: { token: NEW } }
  await button('Try again').click()
  await expect.element(button('Settings for GitHub')).toBeVisible()
})

test('a session that ends keeps what was typed, and saves it with the next', async () => {
  const { admin, api, events } = mountAdmin()
  await button('Set up Salesforce').click()
  await field('Client ID').fill('3MVG9acme')
  await field('Client secret').fill('secret')
  await press('Next').click()
  await field('My Domain').fill('acme')
  api.goodTokens = [NEW]
  await press('Save').click()
  await expect
    .element(dialog().getByRole('alert'))
    .toMatchTextContent(/session has expired.*still here/)
  expect(events.map(({ type }) => type)).toEqual(['pipes-session-expired'])
  await expect.element(field('My Domain')).toHaveValue('acme')

  api.session = { status: 200, body: { token: NEW } }
  await press('Save').click()
  await expect.element(dialog()).not.toBeInTheDocument()
  await expect.poll(() => rowText(admin, 'salesforce')).toContain('Available')
  expect(api.asked('configuration$', 'PUT').at(-1)?.body).toMatchObject({ client_secret: 'secret' })
  await expect.element(page.getByText('Your session has expired')).not.toBeInTheDocument()
})

test('over the lists it is a banner, which a new token takes away', async () => {
  const { admin, api } = mountAdmin((mounted) => {
    mounted.admin.sessionUrl = null
    mounted.admin.authToken = MANAGER
  })
  await expect.element(button('Settings for GitHub')).toBeVisible()
  api.goodTokens = [NEW]
  await admin.refresh()
  await expect.element(page.getByText('Your session has expired.', { exact: true })).toBeVisible()
  await expect.element(button('Settings for GitHub')).toBeVisible()
  admin.authToken = NEW
  await expect.element(page.getByText('Your session has expired.')).not.toBeInTheDocument()
})

test('it goes on with a new getToken', async () => {
  const { admin, api } = mountAdmin((mounted) => {
    mounted.admin.sessionUrl = null
    mounted.admin.getToken = async () => MANAGER
  })
  await expect.element(button('Settings for GitHub')).toBeVisible()
  api.goodTokens = [NEW]
  await admin.refresh()
  await expect.element(page.getByText('Your session has expired.', { exact: true })).toBeVisible()
  admin.getToken = async () => NEW
  await expect.element(page.getByText('Your session has expired.')).not.toBeInTheDocument()
})

test('in the middle of connecting the attempt is completed afterwards', async () => {
  const { api } = mountAdmin()
  await button('Connect Linear').click()
  await expect.element(button('Cancel connecting Linear')).toBeVisible()
  api.goodTokens = [NEW]
  await expect.element(button('Try again')).toBeVisible()
  api.attemptStatus = 'pending'
  api.session = { status: 200, body: { token: NEW } }
  await button('Try again').click()
  await expect.element(button('Disconnect Linear')).toBeVisible()
})

test('without a source of tokens it says so', async () => {
  mountAdmin(({ admin }) => {
    admin.sessionUrl = null
  })
  await expect
    .element(page.getByText(/set session-url, authToken or getToken/).first())
    .toBeVisible()
})

test('the token is in no attribute, no text and no storage', async () => {
  const { admin, browser } = mountAdmin()
  await button('Connect Linear').click()
  await expect.element(button('Cancel connecting Linear')).toBeVisible()
  expect(admin.outerHTML + (admin.shadowRoot?.innerHTML ?? '')).not.toContain(MANAGER)
  expect([...browser.stored.values()].join()).not.toContain(MANAGER)
})
