import { describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import type { WireAnswer } from '../test/fixtures.ts'
import { mount, rowText, type Mounted } from '../test/mount.ts'

const button = (name: string) => page.getByRole('button', { name, exact: true })
const rows = () => page.getByRole('listitem')

describe('connecting', () => {
  test('turns the row to Connected without a reload, and tells the page', async () => {
    const { widget, api, browser, events } = mount()
    await button('Connect Slack').click()
    await expect.element(page.getByText('Waiting for Slack…')).toBeVisible()
    expect(browser.popups[0]?.visited).toEqual([
      'https://pipes.example/data-integrations/ticket_attempt_1/authorize-redirect',
    ])

    api.settle('pending')
    await expect.element(button('Disconnect Slack')).toBeVisible()
    expect(rowText(widget, 'slack')).toContain('Connected octocat')
    expect(events).toMatchObject([
      {
        type: 'pipes-connected',
        slug: 'slack',
        accountId: 'data_installation_slack',
        accountLabel: 'octocat',
      },
    ])
    await expect.element(page.getByRole('status')).toMatchTextContent(/Slack is connected\./)
  })

  test('asks for the handoff with a challenge, and completes with its verifier alone', async () => {
    const { api } = mount()
    await button('Connect Slack').click()
    await expect.element(button('Cancel connecting Slack')).toBeVisible()
    api.settle('pending')
    await expect.element(button('Disconnect Slack')).toBeVisible()

    expect(api.asked('/slack/authorize$')[0]?.body).toEqual({
      requireHandoff: true,
      config: {},
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
    })
    expect(api.asked('/complete$')[0]?.body).toEqual({
      code_verifier: expect.stringMatching(/^[\w-]{43}$/),
    })
  })

  test('opens the window in the click itself, before anything is asked', async () => {
    const { api, browser } = mount()
    await expect.element(rows().first()).toBeVisible()
    const before = api.requests.length
    const connect = button('Connect Slack').element() as HTMLButtonElement
    connect.click()
    expect(browser.popups).toHaveLength(1)
    expect(api.requests).toHaveLength(before)
  })

  test.each([
    ['failed', { code: 'access_denied', message: 'no' }, 'Access was declined at Slack'],
    ['failed', { code: 'exchange_unknown', message: 'no' }, 'Slack did not answer in time'],
    [
      'failed',
      { code: 'a_new_code', message: 'Ask your administrator.' },
      'Ask your administrator.',
    ],
    ['expired', null, 'the attempt has expired'],
    ['rejected', null, 'not finished where it was started'],
  ])('that %s with %j says why, in the row', async (status, error, sentence) => {
    const { widget, api, browser, events } = mount()
    await button('Connect Slack').click()
    await expect.element(button('Cancel connecting Slack')).toBeVisible()
    api.settle(status, error)
    await expect.element(button('Connect Slack')).toHaveAccessibleDescription(new RegExp(sentence))
    expect(rowText(widget, 'slack')).toContain(sentence)
    expect(events[0]).toMatchObject({ type: 'pipes-error', slug: 'slack' })
    // Its last page says it, too, and closes itself.
    expect(browser.popups[0]?.closed).toBe(false)
  })

  test('can be given up, and tried again', async () => {
    const { api, browser } = mount()
    await button('Connect Slack').click()
    await button('Cancel connecting Slack').click()
    await expect.element(button('Connect Slack')).toBeVisible()
    expect(browser.popups[0]?.closed).toBe(true)

    await button('Connect Slack').click()
    await expect.element(button('Cancel connecting Slack')).toBeVisible()
    api.settle('pending')
    await expect.element(button('Disconnect Slack')).toBeVisible()
  })

  test('is given up at once, however slow the Worker is, and not made after that', async () => {
    const answer = Promise.withResolvers<WireAnswer>()
    const { api, browser } = mount(({ api: early }) => {
      early.next.set('attempt_1', answer.promise)
    })
    await button('Connect Slack').click()
    await expect.poll(() => api.asked('/attempt_1$')).toHaveLength(1)
    await button('Cancel connecting Slack').click()
    await expect.element(button('Connect Slack')).toBeVisible()
    await expect.poll(() => browser.popups[0]?.closed).toBe(true)
    api.settle('pending')
    answer.resolve({ status: 200, body: { id: 'attempt_1', status: 'pending' } })
    await answer.promise
    await button('Connect Slack').click()
    await expect.element(button('Cancel connecting Slack')).toBeVisible()
    api.settle('pending')
    await expect.element(button('Disconnect Slack')).toBeVisible()
    expect(api.asked('/complete$').map(({ path }) => path.split('/').at(-2))).toEqual(['attempt_2'])
  })

  test('two providers at once ends each by itself', async () => {
    const { api, browser } = mount()
    await button('Connect Slack').click()
    await button('Connect Notion').click()
    await expect.element(page.getByText('Waiting for Notion…')).toBeVisible()
    expect(browser.popups).toHaveLength(2)

    api.attempts.get('attempt_2')!.status = 'pending'
    await expect.element(button('Disconnect Notion')).toBeVisible()
    await expect.element(page.getByText('Waiting for Slack…')).toBeVisible()
  })

  test('a refused authorize closes the window and shows the reason', async () => {
    const { browser } = mount(({ api }) => {
      api.next.set('authorize', {
        status: 409,
        body: { code: 'integration_disabled', message: 'x', request_id: 'r' },
      })
    })
    await button('Connect Slack').click()
    await expect
      .element(page.getByRole('listitem').nth(1))
      .toMatchTextContent(/Slack is switched off/)
    expect(browser.popups[0]).toMatchObject({ closed: true, visited: [] })
  })

  test('again after the provider revoked it is called Reauthorize', async () => {
    const { widget, api } = mount()
    await button('Reauthorize Google Drive').click()
    await expect.element(button('Cancel connecting Google Drive')).toBeVisible()
    api.settle('pending')
    await expect.element(button('Disconnect Google Drive')).toBeVisible()
    expect(rowText(widget, 'google-drive')).toContain('Connected octocat')
  })

  test('where the window never answers says so, and uses this tab the next time', async () => {
    const { browser } = mount((mounted) => {
      mounted.browser.popupPolicy = 'silent'
      mounted.api.attempt = { status: 'created', error: null }
    })
    await button('Connect Slack').click()
    await expect
      .element(rows().nth(1), { timeout: 5000 })
      .toMatchTextContent(/could not be reached/)

    await button('Connect Slack').click()
    await expect.poll(() => browser.left).toHaveLength(1)
    expect(browser.popups).toHaveLength(1)
  })
})

describe('connecting in this tab', () => {
  const blocked = (also: (mounted: Mounted) => void = () => {}) =>
    mount((mounted) => {
      mounted.browser.popupPolicy = 'blocked'
      mounted.browser.url = 'https://app.example/settings?tab=1#below'
      also(mounted)
    })

  test('happens by itself when the browser refuses a window', async () => {
    const { api, browser } = blocked()
    await button('Connect Slack').click()
    await expect.poll(() => browser.left).toHaveLength(1)
    expect(api.asked('authorize$')[0]?.body).toMatchObject({
      requireHandoff: false,
      return_to: 'https://app.example/settings?tab=1',
    })
    expect([...browser.stored.keys()]).toEqual(['pipes_attempt:attempt_1'])
    await expect.element(page.getByText('Opening Slack…')).toBeVisible()
  })

  test('says so when this page is not registered as a return address', async () => {
    blocked(({ api }) => {
      const message = 'return_to is not registered.'
      api.next.set('authorize', {
        status: 422,
        body: { code: 'return_to_not_registered', message },
      })
    })
    await button('Connect Slack').click()
    await expect.element(rows().nth(1)).toMatchTextContent(/not registered as a return address/)
  })

  /** The page as it is loaded again, with what the tab had kept. */
  const comeBack = async (
    fragment: string,
    also: (mounted: Mounted) => void = () => {},
  ): Promise<Mounted> => {
    const before = blocked()
    await button('Connect Slack').click()
    await expect.poll(() => before.browser.left).toHaveLength(1)
    before.api.settle('pending')
    return mount((mounted) => {
      const { api, browser } = mounted
      also(mounted)
      for (const [id, attempt] of before.api.attempts) api.attempts.set(id, attempt)
      for (const [key, value] of before.browser.stored) browser.stored.set(key, value)
      browser.url = `https://app.example/settings?tab=1#${fragment}`
    })
  }

  test('is completed on return, after the fragment is gone', async () => {
    const { api, browser, events } = await comeBack(
      'pipes_attempt=attempt_1&pipes_completion_code=code_1',
    )
    expect(browser.url).toBe('https://app.example/settings?tab=1')
    await expect.element(button('Disconnect Slack')).toBeVisible()
    // On the page itself as well.
    expect(browser.left).toEqual(['#below'])
    expect(api.asked('/complete$')[0]?.body).toMatchObject({ completion_code: 'code_1' })
    expect(events).toMatchObject([{ type: 'pipes-connected', slug: 'slack' }])
  })

  test('is completed by an element that does not show the row, and told to the others', async () => {
    const { browser, events } = await comeBack(
      'pipes_attempt=attempt_1&pipes_completion_code=code_1',
      ({ widget }) => void (widget.filter = 'github'),
    )
    await expect.poll(() => events).toMatchObject([{ type: 'pipes-connected', slug: 'slack' }])
    expect(browser.told).toBe(1)
  })

  test('that was denied says so on return', async () => {
    await comeBack('pipes_attempt=attempt_1&pipes_error=access_denied')
    await expect.element(rows().nth(1)).toMatchTextContent(/Access was declined at Slack/)
  })

  test('that another tab began is not completed here', async () => {
    const { api } = await comeBack('pipes_attempt=attempt_9&pipes_completion_code=code_1')
    await expect.element(page.getByText(/not finished where it was started/).first()).toBeVisible()
    expect(api.asked('/complete$')).toEqual([])
  })

  test('that was left by the back button can be begun again', async () => {
    const { browser } = blocked()
    await button('Connect Slack').click()
    await expect.element(page.getByText('Opening Slack…')).toBeVisible()
    browser.window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
    await expect.element(button('Connect Slack')).toBeVisible()
  })
})
