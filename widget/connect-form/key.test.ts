import { describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { button, dialog, field, mountForms, press, refusal } from '../test/form.ts'
import { secretRows } from '../test/form-fixtures.ts'
import { wireRow } from '../test/fixtures.ts'
import { expectFocus, rowText, type Mounted } from '../test/mount.ts'

/** Every place in the document from which a script of the page, or a bystander, could read. */
const everythingWritten = ({ widget, events }: Mounted): string =>
  [
    widget.outerHTML,
    widget.shadowRoot?.innerHTML,
    location.href,
    JSON.stringify(events.map((event) => ({ ...event }))),
    JSON.stringify({ ...sessionStorage, ...localStorage }),
  ].join('\n')

const KEY = 'rk_live_canary_0001'

describe('an API key', () => {
  test('is typed by keyboard alone, sent trimmed, and shows its end', async () => {
    const mounted = mountForms()
    await expect.element(button('Connect Stripe')).toBeVisible()
    await userEvent.keyboard('{Tab}{Enter}')
    await expect.element(page.getByRole('dialog', { name: 'Connect Stripe' })).toBeVisible()
    await expect.element(dialog()).toHaveAccessibleDescription(/Payments and customers.*paste it/)
    await expectFocus(field('API key'))
    await userEvent.keyboard(`  ${KEY} {Enter}`)

    await expectFocus(button('Update key of Stripe'))
    expect(mounted.api.asked('/stripe/api-key$')).toMatchObject([
      { method: 'PUT', body: { secret: KEY } },
    ])
    expect(rowText(mounted.widget, 'stripe')).toContain('Connected •••• 0001')
    await expect.element(page.getByText('API key ending in 0001')).toBeInTheDocument()
    await expect.element(page.getByRole('status')).toMatchTextContent(/Stripe is connected\./)
    expect(mounted.events).toMatchObject([
      { type: 'pipes-connected', slug: 'stripe', accountId: 'data_installation_stripe' },
    ])
    expect(everythingWritten(mounted)).not.toContain('canary')
  })

  test('is written nowhere while it is typed, seen, sent and refused', async () => {
    const mounted = mountForms(undefined, ({ api }) => {
      api.put = refusal(409, 'auth_method_mismatch', 'Disconnect it first.')
    })
    await button('Connect Stripe').click()
    await field('API key').fill(KEY)
    await press('Show API key').click()
    await expect.element(field('API key')).toHaveAttribute('type', 'text')
    expect(everythingWritten(mounted)).not.toContain('canary')
    await press('Connect').click()
    await expect.element(page.getByRole('alert')).toBeVisible()
    await expect.element(field('API key')).toHaveAttribute('type', 'password')
    expect(everythingWritten(mounted)).not.toContain('canary')
    expect(mounted.events).toMatchObject([
      { type: 'pipes-error', slug: 'stripe', code: 'auth_method_mismatch' },
    ])
    for (const input of mounted.widget.shadowRoot?.querySelectorAll('input') ?? []) {
      expect([input.name, input.autocomplete]).toEqual(['', 'off'])
    }
  })

  test('brings along what its provider needs beside it', async () => {
    const appId = { key: 'app_id', label: 'Application ID', required: true, pattern: '[A-Z0-9]+' }
    const algolia = wireRow({
      slug: 'algolia',
      name: 'Algolia',
      authMethods: ['api_key'],
      configFields: [{ ...appId, scope: 'installation' }],
    })
    const { api } = mountForms([algolia])
    await button('Connect Algolia').click()
    await field('API key').fill(KEY)
    await field('Application ID').fill('ab')
    await press('Connect').click()
    await expect.element(field('Application ID')).toHaveAttribute('aria-invalid', 'true')
    await field('Application ID').fill('AB12')
    await press('Connect').click()
    await expect
      .poll(() => api.asked('/algolia/api-key$'))
      .toMatchObject([{ body: { secret: KEY, config: { app_id: 'AB12' } } }])
  })

  test('can be seen and hidden again', async () => {
    mountForms()
    await button('Connect Stripe').click()
    await expect.element(field('API key')).toHaveAttribute('type', 'password')
    await press('Show API key').click()
    await expect.element(field('API key')).toHaveAttribute('type', 'text')
    await press('Hide API key').click()
    await expect.element(field('API key')).toHaveAttribute('type', 'password')
  })

  test.each(['{Escape}', 'Cancel'])('is gone after %s, and the focus is back', async (way) => {
    const { widget, api } = mountForms()
    await button('Connect Stripe').click()
    await field('API key').fill(KEY)
    await (way === 'Cancel' ? press(way).click() : userEvent.keyboard(way))
    await expect.element(dialog()).not.toBeInTheDocument()
    await expectFocus(button('Connect Stripe'))
    expect(widget.shadowRoot?.querySelector('input')).toBeNull()
    await button('Connect Stripe').click()
    await expect.element(field('API key')).toHaveValue('')
    expect(api.asked('api-key')).toEqual([])
  })

  test('is not lost to a click beside the dialog', async () => {
    const { widget } = mountForms()
    await button('Connect Stripe').click()
    await field('API key').fill(KEY)
    expect(widget.shadowRoot?.querySelector('dialog')?.getAttribute('closedby')).toBe(
      'closerequest',
    )
  })

  test('is gone when the widget is taken out of the page', async () => {
    const { widget } = mountForms()
    await button('Connect Stripe').click()
    await field('API key').fill(KEY)
    widget.remove()
    await expect.poll(() => widget.shadowRoot?.querySelector('input')).toBeNull()
  })

  test('is replaced where there is one', async () => {
    const { widget, api } = mountForms(secretRows)
    await button('Update key of Stripe').click()
    await expect.element(dialog()).toHaveAccessibleDescription(/ends in 9f3c/)
    await field('New API key').fill('rk_live_0002')
    await press('Update').click()
    await expect.poll(() => rowText(widget, 'stripe')).toContain('•••• 0002')
    expect(api.asked('/stripe/api-key$')).toHaveLength(1)
    await button('Disconnect Stripe').click()
    await press('Disconnect').click()
    await expectFocus(button('Connect Stripe'))
  })

  test('that is no longer accepted can be replaced, too', async () => {
    const { widget } = mountForms(secretRows)
    await button('Update key of Intercom').click()
    // The connection is by key: what else the provider offers is not a choice now.
    await expect.element(page.getByRole('radio')).not.toBeInTheDocument()
    await field('New API key').fill('ic_0003')
    await press('Update').click()
    await expect.poll(() => rowText(widget, 'intercom')).toContain('Connected •••• 0003')
  })
})

describe('what is wrong', () => {
  test('nothing typed is said at the field, which has the focus, and nothing is sent', async () => {
    const { api, events } = mountForms()
    await button('Connect Stripe').click()
    await press('Connect').click()
    await expectFocus(field('API key'))
    await expect.element(field('API key')).toHaveAccessibleDescription('This is needed to connect.')
    await expect.element(field('API key')).toHaveAttribute('aria-invalid', 'true')
    await field('API key').fill('x')
    await expect.element(field('API key')).not.toHaveAttribute('aria-invalid')
    expect(api.asked('api-key')).toEqual([])
    expect(events).toEqual([])
  })

  test('what the Worker finds wrong with the field is said there, in words for people', async () => {
    mountForms(undefined, ({ api }) => {
      api.put = refusal(422, 'invalid_request', 'The request is not valid: secret must be …', [
        { field: 'secret', message: 'must be printable ASCII' },
      ])
    })
    await button('Connect Stripe').click()
    await field('API key').fill('ключ')
    await press('Connect').click()
    await expectFocus(field('API key'))
    await expect.element(field('API key')).toHaveAccessibleDescription(/This was not accepted/)
    await expect.element(field('API key')).toHaveValue('ключ')
    await expect.element(page.getByRole('alert')).not.toBeInTheDocument()
  })

  test.each([
    [refusal(409, 'auth_method_mismatch', 'm'), 'changed elsewhere'],
    [refusal(409, 'account_changed', 'm'), 'changed elsewhere'],
    [refusal(409, 'too_many_connections', 'm'), 'Disconnect one of them first'],
    [refusal(404, 'integration_disabled', 'm'), 'Stripe is switched off'],
    [refusal(429, 'rate_limited', 'm'), 'Try again in a moment'],
    [refusal(503, 'storage_unavailable', 'm'), 'Try again in a moment'],
    [refusal(400, 'a_new_code', 'Ask the makers of this app.'), 'Ask the makers of this app.'],
  ])('%j is said in the dialog, and what was typed stays', async (answer, words) => {
    const { widget, api } = mountForms(undefined, (mounted) => {
      mounted.api.put = answer
    })
    await button('Connect Stripe').click()
    await field('API key').fill(KEY)
    await press('Connect').click()
    await expect.element(page.getByRole('alert')).toMatchTextContent(new RegExp(words))
    await expect.element(field('API key')).toHaveValue(KEY)
    // In the dialog only.
    expect(rowText(widget, 'stripe')).not.toContain(words)

    api.put = undefined
    await press('Connect').click()
    await expect.element(button('Update key of Stripe')).toBeVisible()
  })

  test('a network that fails keeps what was typed', async () => {
    mountForms(undefined, ({ api }) => void api.next.set('api-key', 'network-error'))
    await button('Connect Stripe').click()
    await field('API key').fill(KEY)
    await press('Connect').click()
    await expect.element(page.getByRole('alert')).toMatchTextContent(/could not be reached/)
    await expect.element(field('API key')).toHaveValue(KEY)
    await userEvent.keyboard('{Enter}')
    await expect.element(button('Update key of Stripe')).toBeVisible()
  })

  test('a double click sends once', async () => {
    const { api } = mountForms()
    await button('Connect Stripe').click()
    await field('API key').fill(KEY)
    await press('Connect').dblClick()
    await expect.element(button('Update key of Stripe')).toBeVisible()
    expect(api.asked('api-key')).toHaveLength(1)
  })

  test('a form that cannot be loaded says so in the row, and can be tried again', async () => {
    const { browser, events } = mountForms(undefined, (mounted) => {
      mounted.browser.formScript = 'missing'
    })
    await button('Connect Stripe').click()
    await expect
      .element(button('Connect Stripe'))
      .toHaveAccessibleDescription(/could not be loaded. Reload/)
    expect(events).toMatchObject([{ type: 'pipes-error', code: 'form_unavailable' }])
    browser.formScript = 'there'
    await button('Connect Stripe').click()
    await expect.element(field('API key')).toBeVisible()
  })
})

describe('a dialog that is closed while the key is on its way', () => {
  const begin = async (status: 200 | 409) => {
    const answered = Promise.withResolvers<void>()
    const mounted = mountForms(undefined, ({ api }) => {
      if (status === 409) api.put = refusal(409, 'account_changed', 'm')
      api.putAfter = answered.promise
    })
    await button('Connect Stripe').click()
    await field('API key').fill(KEY)
    await press('Connect').click()
    await expect.element(dialog().getByRole('status')).toHaveTextContent('Connecting…')
    await userEvent.keyboard('{Escape}')
    await expect.poll(() => rowText(mounted.widget, 'stripe')).toContain('Connecting…')
    expect(mounted.widget.shadowRoot?.querySelector('input')).toBeNull()
    answered.resolve()
    return mounted
  }

  test('lets it be connected', async () => {
    const { widget } = await begin(200)
    await expect.poll(() => rowText(widget, 'stripe')).toContain('•••• 0001')
  })

  test('has its refusal in the row', async () => {
    const { widget } = await begin(409)
    await expect.poll(() => rowText(widget, 'stripe')).toContain('changed elsewhere')
    await expectFocus(button('Connect Stripe'))
  })
})
