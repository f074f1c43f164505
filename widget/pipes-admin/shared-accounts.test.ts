import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { sharedTwice } from '../test/admin-fixtures.ts'
import { refusal } from '../test/form.ts'
import {
  button,
  dialog,
  mountAdmin,
  press,
  rowText,
  type MountedAdmin,
} from '../test/mount-admin.ts'
import { expectFocus } from '../test/mount.ts'

const open = async (): Promise<MountedAdmin> => {
  const mounted = mountAdmin(({ api }) => void (api.shared = [sharedTwice]))
  await button('Shared accounts at Zendesk').click()
  await expect.element(field(1)).toBeVisible()
  return mounted
}
const field = (index = 0) => page.getByRole('textbox', { name: 'Your name for it' }).nth(index)

test('of several all are in the row, with the one that members use; what is done to one is in the dialog', async () => {
  const { admin } = await open()
  expect(rowText(admin, 'zendesk')).toMatch(/Connected support@acme\.example ?Billing In use/)
  expect(button('Disconnect Zendesk').elements()).toEqual([])
  await expect.element(dialog()).toMatchTextContent(/support@acme.example.*Read tickets.*Billing/)
  await expect.element(field(1)).toHaveValue('Billing')
  await press('Close').click()
  await expectFocus(button('Shared accounts at Zendesk'))
})

test('one is named by Enter, and called as before when the name is emptied', async () => {
  const { admin, api, browser } = await open()
  await field().fill('  Support desk\u202e ')
  await userEvent.keyboard('{Enter}')
  await expect.element(press('Disconnect Support desk')).toBeVisible()
  await expect.element(dialog().getByRole('status')).toMatchTextContent('Saved')
  await expectFocus(field())
  expect(rowText(admin, 'zendesk')).toContain('Support desk')
  const [request] = api.asked('/organization/installations/data_installation_support$', 'PATCH')
  expect(request?.body).toEqual({ nickname: 'Support desk' })
  // The widgets of members hear of it.
  expect(browser.told).toBe(1)
  await field().fill('')
  await press('Save: support@acme.example').click()
  await expect.element(press('Disconnect support@acme.example')).toBeVisible()
  expect(api.asked('installations/', 'PATCH').at(-1)?.body).toEqual({ nickname: null })
})

test('another one is chosen, and the focus stays in the dialog', async () => {
  const { admin, api } = await open()
  await expect.element(press('Use this one: Billing')).not.toBeInTheDocument()
  await press('Use this one: support@acme.example').click()
  await expect.element(press('Use this one: Billing')).toBeVisible()
  expect(rowText(admin, 'zendesk')).toMatch(/support@acme\.example In use ?Billing/)
  expect(api.asked('installations/', 'PATCH')[0]?.body).toEqual({ preferred: true })
  await expectFocus(dialog().getByRole('heading'))
})

test('exactly the one that is meant is disconnected, and the other one stays', async () => {
  const { admin, api, events } = await open()
  await press('Disconnect Billing').click()
  await expect.element(dialog()).toMatchTextContent(/account Billing at once/)
  await expectFocus(press('Cancel'))
  await press('Disconnect').click()
  await expect.poll(() => rowText(admin, 'zendesk')).not.toContain('Billing')
  expect(rowText(admin, 'zendesk')).toContain('support@acme.example')
  expect(api.asked('/organization/installations/data_installation_billing', 'DELETE')).toHaveLength(
    1,
  )
  expect(events).toMatchObject([{ type: 'pipes-disconnected', slug: 'zendesk' }])
})

test('one more is connected in a window of its own', async () => {
  const { api, browser } = await open()
  await press('Add another account of Zendesk').click()
  await expect.element(button('Cancel connecting Zendesk')).toBeVisible()
  expect(browser.popups).toHaveLength(1)
  expect(api.asked('/organization/authorize$')[0]?.body).toMatchObject({ connection_intent: 'add' })
})

test('one that is over says so in the row, and is renewed by itself', async () => {
  const [first = {}, second = {}] = sharedTwice.connected_accounts ?? []
  const over = { ...second, state: 'needs_reauthorization' }
  const { admin, api } = mountAdmin((mounted) => {
    mounted.api.shared = [{ ...sharedTwice, connected_accounts: [first, over] }]
  })
  await expect.poll(() => rowText(admin, 'zendesk')).toContain('Requires reauthorization')
  await button('Shared accounts at Zendesk').click()
  await press('Reauthorize Billing').click()
  await expect.element(button('Cancel connecting Zendesk')).toBeVisible()
  expect(api.asked('/organization/authorize$')[0]?.body).toMatchObject({
    connected_account_id: 'data_installation_billing',
  })
})

test('what is typed outlives a list that is read meanwhile, and a change that is refused', async () => {
  const { admin, api, events } = await open()
  await field().fill('Half a na')
  await admin.refresh()
  await expect.element(field()).toHaveValue('Half a na')
  api.next.set(
    'data_installation_support',
    refusal(409, 'account_changed', 'This was changed elsewhere.'),
  )
  await press('Save: support@acme.example').click()
  await expect.element(dialog().getByRole('alert')).toBeVisible()
  await expect.element(field()).toHaveValue('Half a na')
  expect(events).toMatchObject([{ type: 'pipes-error', code: 'account_changed' }])
})

test('what somebody else has disconnected is not asked about for ever', async () => {
  const { admin, api } = await open()
  await press('Disconnect Billing').click()
  const [first = {}] = sharedTwice.connected_accounts ?? []
  api.shared = [{ ...sharedTwice, connected_accounts: [first] }]
  await admin.refresh()
  await press('Disconnect').click()
  await expect.element(dialog()).not.toBeInTheDocument()
  expect(api.asked('installations/', 'DELETE')).toEqual([])
})
