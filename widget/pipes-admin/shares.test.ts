import { describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { refusal } from '../test/form.ts'
import {
  button,
  dialog,
  field,
  mountAdmin,
  press,
  rowText,
  type MountedAdmin,
} from '../test/mount-admin.ts'
import { expectFocus } from '../test/mount.ts'

describe('what is shared', () => {
  test('is connected in a window, by the handoff, and completed with the verifier', async () => {
    const { admin, api, browser, events } = mountAdmin()
    await button('Connect Linear').click()
    await expect.element(button('Cancel connecting Linear')).toBeVisible()
    await expectFocus(button('Cancel connecting Linear'))
    expect(browser.popups[0]?.visited).toEqual([
      'https://pipes.example/data-integrations/ticket_linear/authorize-redirect',
    ])
    expect(api.asked('/linear/organization/authorize$')[0]?.body).toEqual({
      requireHandoff: true,
      config: {},
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
    })
    api.attemptStatus = 'pending'
    await expect.element(button('Disconnect Linear')).toBeVisible()
    await expect.poll(() => rowText(admin, 'linear')).toContain('Connected acme-bot')
    expect(events).toMatchObject([
      { type: 'pipes-connected', slug: 'linear', accountLabel: 'acme-bot' },
    ])
    await expect.element(page.getByText('Linear is connected.')).toBeInTheDocument()
  })

  test('opens its window in the click itself, before anything is asked or loaded', async () => {
    const { api, browser } = mountAdmin()
    await expect.element(button('Connect Linear')).toBeVisible()
    const before = api.requests.length
    ;(button('Connect Linear').element() as HTMLButtonElement).click()
    expect(browser.popups).toHaveLength(1)
    expect(api.requests).toHaveLength(before)
  })

  test('can be given up; its window is closed where the script of the flow is missing', async () => {
    const { browser } = mountAdmin()
    await button('Connect Linear').click()
    await button('Cancel connecting Linear').click()
    await expect.element(button('Connect Linear')).toBeVisible()
    expect(browser.popups[0]?.closed).toBe(true)

    const second = mountAdmin((mounted) => {
      mounted.browser.dialogsScript = 'missing'
    })
    await button('Connect Linear').click()
    await expect
      .element(page.getByText(/form for Linear could not be loaded/).first())
      .toBeVisible()
    expect(second.browser.popups[0]?.closed).toBe(true)
  })

  test('that the provider refused says so in its row', async () => {
    const { admin } = mountAdmin(({ api }) => {
      api.always.set('authorize', refusal(409, 'integration_disabled', 'm'))
    })
    await button('Connect Linear').click()
    await expect.element(page.getByText(/Linear is switched off/).first()).toBeVisible()
    await expect.poll(() => rowText(admin, 'linear')).toContain('Not connected')
  })

  test('is a key that is typed, refused at its field, and replaced', async () => {
    const { admin, api } = mountAdmin()
    await button('Update key of Stripe').click()
    await expect.element(dialog()).toMatchTextContent(/The key in use ends in 9f3c/)
    api.next.set(
      'api-key',
      refusal(422, 'invalid_request', 'm', [{ field: 'secret', message: 'm' }]),
    )
    await field('New API key').fill('abc')
    await press('Update').click()
    await expect.element(field('New API key')).toHaveAccessibleDescription(/was not accepted/)
    await field('New API key').fill('rk_new_0002')
    await press('Update').click()
    await expect.element(dialog()).not.toBeInTheDocument()
    await expect.poll(() => rowText(admin, 'stripe')).toContain('•••• 0002')
    expect(api.asked('/stripe/organization/api-key$', 'PUT').at(-1)?.body).toEqual({
      secret: 'rk_new_0002',
    })
    expect(admin.shadowRoot?.innerHTML).not.toContain('rk_new')
  })

  test('is disconnected after the question what everyone loses', async () => {
    const { api, events } = mountAdmin()
    await button('Disconnect Zendesk').click()
    await expect
      .element(dialog())
      .toMatchTextContent(
        /Everyone.* loses the shared Zendesk account support@acme.example at once/,
      )
    await press('Disconnect').click()
    await expect.element(button('Connect Zendesk')).toBeVisible()
    await expectFocus(button('Connect Zendesk'))
    expect(
      api.asked(
        '/organization/installations/data_installation_zendesk\\?supports_multiple_connections=1$',
        'DELETE',
      ),
    ).toHaveLength(1)
    expect(events).toMatchObject([{ type: 'pipes-disconnected', slug: 'zendesk' }])
  })
})

describe('in this tab', () => {
  const blocked = (also: (mounted: MountedAdmin) => void = () => {}) =>
    mountAdmin((mounted) => {
      mounted.browser.popupPolicy = 'blocked'
      also(mounted)
    })

  test('it begins where the browser refuses a window, and is completed on return', async () => {
    const before = blocked()
    await button('Connect Linear').click()
    await expect.poll(() => before.browser.left).toHaveLength(1)
    expect([...before.browser.stored.keys()]).toEqual(['pipes_admin_attempt:attempt_linear'])

    const { browser, events } = mountAdmin((mounted) => {
      mounted.api.attemptStatus = 'pending'
      for (const [key, value] of before.browser.stored) mounted.browser.stored.set(key, value)
      mounted.browser.url =
        'https://app.example/#pipes_attempt=attempt_linear&pipes_completion_code=code_1'
    })
    await expect.element(button('Disconnect Linear')).toBeVisible()
    expect(browser.url).toBe('https://app.example/')
    expect(events).toMatchObject([{ type: 'pipes-connected', slug: 'linear' }])
  })

  test('what <pipes-widget> began is left to it', async () => {
    const fragment = '#pipes_attempt=attempt_1&pipes_completion_code=code_1'
    const { api, browser } = mountAdmin((mounted) => {
      mounted.browser.stored.set('pipes_attempt:attempt_1', '{"slug":"slack","verifier":"v"}')
      mounted.browser.url = `https://app.example/${fragment}`
    })
    await expect.element(button('Connect Linear')).toBeVisible()
    expect(browser.url).toContain(fragment)
    expect(api.asked('complete')).toEqual([])
  })
})
