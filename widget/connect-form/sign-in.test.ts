/** What is asked before OAuth, and the choice between ways to connect. */
import { describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { button, dialog, field, mountForms, press, refusal } from '../test/form.ts'
import { secretRows } from '../test/form-fixtures.ts'
import { expectFocus, rowText } from '../test/mount.ts'

describe('a field before a sign-in', () => {
  test('is asked first, and sent with the authorization', async () => {
    const { widget, api, browser } = mountForms()
    await button('Connect Zendesk').click()
    await expectFocus(field('Subdomain'))
    expect(browser.popups).toEqual([])
    await userEvent.keyboard(' acme {Enter}')
    await expect.element(button('Cancel connecting Zendesk')).toBeVisible()
    await expectFocus(button('Cancel connecting Zendesk'))
    expect(api.asked('/zendesk/authorize$')[0]?.body).toMatchObject({
      requireHandoff: true,
      config: { subdomain: 'acme' },
    })
    api.settle('pending')
    await expect.poll(() => rowText(widget, 'zendesk')).toContain('Connected octocat')
  })

  test('opens the window in the click on the dialog’s button, before anything is asked', async () => {
    const { api, browser } = mountForms()
    await button('Connect Zendesk').click()
    await field('Subdomain').fill('acme')
    const before = api.requests.length
    const submit = press('Continue to Zendesk').element() as HTMLButtonElement
    submit.click()
    expect(browser.popups).toHaveLength(1)
    expect(api.requests).toHaveLength(before)
    submit.click()
    expect(browser.popups).toHaveLength(1)
    await expect.element(button('Cancel connecting Zendesk')).toBeVisible()
    expect(api.asked('authorize')).toHaveLength(1)
  })

  test('that is empty opens no window', async () => {
    const { browser } = mountForms()
    await button('Connect Zendesk').click()
    await press('Continue to Zendesk').click()
    await expectFocus(field('Subdomain'))
    expect(browser.popups).toEqual([])
  })

  test('that the Worker refuses closes the window and is said at the field', async () => {
    const { browser } = mountForms(undefined, ({ api }) => {
      const errors = [{ field: 'config.subdomain', message: 'm' }]
      api.next.set('authorize', refusal(422, 'config_invalid', 'Not such a subdomain.', errors))
    })
    await button('Connect Zendesk').click()
    await field('Subdomain').fill('acme')
    await press('Continue to Zendesk').click()
    await expectFocus(field('Subdomain'))
    await expect.element(field('Subdomain')).toHaveAccessibleDescription(/^Not such a subdomain\./)
    await expect.element(field('Subdomain')).toHaveValue('acme')
    expect(browser.popups[0]?.closed).toBe(true)
    await press('Continue to Zendesk').click()
    await expect.element(button('Cancel connecting Zendesk')).toBeVisible()
  })

  test('goes with the redirect where windows are refused', async () => {
    const { api, browser } = mountForms(undefined, (mounted) => {
      mounted.browser.popupPolicy = 'blocked'
    })
    await button('Connect Zendesk').click()
    await field('Subdomain').fill('acme')
    await press('Continue to Zendesk').click()
    await expect.poll(() => browser.left).toHaveLength(1)
    expect(api.asked('authorize')[0]?.body).toMatchObject({ config: { subdomain: 'acme' } })
    await expect.element(dialog()).not.toBeInTheDocument()
  })

  test('is filled in on reauthorizing', async () => {
    mountForms(secretRows)
    await button('Reauthorize Zendesk').click()
    await expect.element(page.getByRole('dialog', { name: 'Reauthorize Zendesk' })).toBeVisible()
    await expect.element(field('Subdomain')).toHaveValue('acme')
  })

  test('that the integration answers is not asked', async () => {
    const { api } = mountForms(undefined, (mounted) => {
      mounted.api.rows = mounted.api.rows.map((row) => ({ ...row, config: { subdomain: 'acme' } }))
    })
    await button('Connect Zendesk').click()
    await expect.element(button('Cancel connecting Zendesk')).toBeVisible()
    expect(api.asked('authorize')[0]?.body).toMatchObject({ config: {} })
  })
})

describe('several ways', () => {
  test('are chosen by arrow keys; the first is the sign-in', async () => {
    const { browser } = mountForms()
    await button('Connect Intercom').click()
    const group = page.getByRole('group', { name: 'How do you want to connect?' })
    await expect.element(group.getByRole('radio')).toHaveLength(3)
    await expectFocus(group.getByRole('radio', { name: 'Sign in to Intercom' }))
    await userEvent.keyboard('{ArrowDown}')
    await expect.element(group.getByRole('radio', { name: 'Enter an API key' })).toBeChecked()
    await expect.element(field('API key')).toBeVisible()
    await userEvent.keyboard('{ArrowUp}')
    await press('Continue to Intercom').click()
    await expect.element(button('Cancel connecting Intercom')).toBeVisible()
    expect(browser.popups).toHaveLength(1)
  })

  test('share no input: a key never turns up in a field that shows it', async () => {
    const { api } = mountForms()
    await button('Connect Intercom').click()
    await page.getByRole('radio', { name: 'Enter an API key' }).click()
    await field('API key').fill('canary')
    await page.getByRole('radio', { name: 'Enter client credentials' }).click()
    await expect.element(field('Client ID')).toHaveValue('')
    await expect.element(field('Client secret')).toHaveValue('')
    await page.getByRole('radio', { name: 'Enter an API key' }).click()
    await field('API key').fill('ic_0001')
    await press('Connect').click()
    await expect.element(button('Update key of Intercom')).toBeVisible()
    expect(api.asked('intercom').map(({ path, body }) => [path.split('/').at(-1), body])).toEqual([
      ['api-key', { secret: 'ic_0001' }],
    ])
  })

  test('take a fault and a refusal with them', async () => {
    mountForms(undefined, ({ api }) => {
      api.put = refusal(409, 'account_changed', 'm')
    })
    await button('Connect Intercom').click()
    await page.getByRole('radio', { name: 'Enter an API key' }).click()
    await field('API key').fill('ic_0001')
    await press('Connect').click()
    await expect.element(page.getByRole('alert')).toBeVisible()
    await page.getByRole('radio', { name: 'Enter client credentials' }).click()
    await expect.element(page.getByRole('alert')).not.toBeInTheDocument()
  })
})

test('a list that is read again leaves an open form as it is', async () => {
  const { widget, api } = mountForms()
  await button('Connect Zendesk').click()
  await field('Subdomain').fill('acme')
  api.rows = api.rows.map((row) => ({ ...row, configFields: [], description: 'Another' }))
  await widget.refresh()
  await expect.poll(() => rowText(widget, 'zendesk')).toContain('Another')
  await expect.element(field('Subdomain')).toHaveValue('acme')
})

test('words of the page take the place of ours', async () => {
  const { widget } = mountForms()
  widget.messages = {
    updateKey: 'Schlüssel ändern',
    form: { key: 'Schlüssel', submit: 'Verbinden' },
  }
  await button('Connect Stripe').click()
  await expect.element(field('Schlüssel')).toBeVisible()
  await expect.element(press('Verbinden')).toBeVisible()
  await expect.element(dialog()).toMatchTextContent(/Stored encrypted/)
})
