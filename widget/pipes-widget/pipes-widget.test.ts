import { beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { originNotAllowed, serverError } from '../test/fixtures.ts'
import { mount, rowText, type Mounted } from '../test/mount.ts'
import { PipesErrorEvent } from './events.ts'

const button = (name: string | RegExp) =>
  page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name })
const rows = () => page.getByRole('listitem')

/** `document.activeElement` sees no further than the widget itself. */
const expectFocus = async (wanted: ReturnType<typeof button>): Promise<void> => {
  await expect
    .poll(() => document.activeElement?.shadowRoot?.activeElement)
    .toBe(await wanted.findElement())
}

describe('the list', () => {
  test('has an item for each provider, which begins with the provider’s name', async () => {
    const { widget } = mount()
    await expect.element(rows().first()).toBeVisible()
    expect(rows().elements()).toHaveLength(6)
    expect(rowText(widget, 'github')).toMatch(
      /^GitHub Repositories.* Connected octocat Disconnect$/,
    )
    expect(rowText(widget, 'slack')).toMatch(/^Slack Messages.* Not connected Connect$/)
    expect(rowText(widget, 'google-drive')).toMatch(
      /^Google Drive .* Requires reauthorization ada@example.com Reauthorize Disconnect$/,
    )
    expect(rowText(widget, 'notion')).toBe('Notion Not connected Connect')
  })

  test('shows the first letter where a picture does not load', async () => {
    const { widget } = mount()
    await expect.element(rows().first()).toBeVisible()
    await expect
      .poll(() => widget.shadowRoot?.querySelector('.logo')?.hasAttribute('data-failed'))
      .toBe(true)
    expect(widget.shadowRoot?.querySelector('img')?.alt).toBe('')
  })

  test('is busy until it has answered', async () => {
    const { widget } = mount(({ api }) => {
      api.mine = null
    })
    await expect.element(page.getByRole('status')).toHaveTextContent(/Loading connections…/)
    expect(widget.shadowRoot?.querySelector('[aria-busy="true"]')).not.toBeNull()
  })

  test('that is empty says so', async () => {
    mount(({ api }) => {
      api.rows = []
    })
    await expect.element(page.getByText('No integrations yet')).toBeVisible()
  })

  test('that failed says what to do, and does it', async () => {
    const { api, events } = mount((mounted) => {
      mounted.api.mine = serverError
    })
    await button('Try again').click()
    expect(events[0]).toMatchObject({ type: 'pipes-error', code: 'internal_error', slug: null })

    api.mine = undefined
    await button('Try again').click()
    await expect.element(rows().first()).toBeVisible()
  })

  test('hides one hiccup of the network', async () => {
    const { events } = mount(({ api }) => void api.next.set('mine', 'network-error'))
    await expect.element(rows().first()).toBeVisible()
    expect(events).toEqual([])
  })

  test('repeats the server’s word on an origin that is not registered', async () => {
    mount(({ api }) => {
      api.mine = originNotAllowed
    })
    await expect
      .element(page.getByText(/^The origin https:\/\/app.example is not registered/))
      .toBeVisible()
  })
})

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
    await expect.element(page.getByRole('status')).toHaveTextContent(/Slack is connected\./)
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
    expect(browser.popups[0]?.closed).toBe(true)
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
      .toHaveTextContent(/Slack is switched off/)
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
    await expect.element(rows().nth(1), { timeout: 5000 }).toHaveTextContent(/could not be reached/)

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
    await expect.element(rows().nth(1)).toHaveTextContent(/not registered as a return address/)
  })

  /** The page as it is loaded again, with what the tab had kept. */
  const comeBack = async (fragment: string): Promise<Mounted> => {
    const before = blocked()
    await button('Connect Slack').click()
    await expect.poll(() => before.browser.left).toHaveLength(1)
    before.api.settle('pending')
    return mount(({ api, browser }) => {
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
    expect(api.asked('/complete$')[0]?.body).toMatchObject({ completion_code: 'code_1' })
    expect(events).toMatchObject([{ type: 'pipes-connected', slug: 'slack' }])
  })

  test('that was denied says so on return', async () => {
    await comeBack('pipes_attempt=attempt_1&pipes_error=access_denied')
    await expect.element(rows().nth(1)).toHaveTextContent(/Access was declined at Slack/)
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

describe('disconnecting', () => {
  test('asks first, and does it on yes', async () => {
    const { widget, api, events } = mount()
    await button('Disconnect GitHub').click()
    const dialog = page.getByRole('dialog', { name: 'Disconnect GitHub?' })
    await expect.element(dialog).toBeVisible()
    await expect.element(dialog).toHaveTextContent(/your GitHub account octocat/)

    await dialog.getByRole('button', { name: 'Disconnect' }).click()
    await expect.element(button('Connect GitHub')).toBeVisible()
    expect(rowText(widget, 'github')).toContain('Not connected')
    expect(api.asked('/installations/data_installation_github$')).toMatchObject([
      { method: 'DELETE' },
    ])
    expect(events).toMatchObject([{ type: 'pipes-disconnected', slug: 'github' }])
  })

  test.each(['{Escape}', '{Enter}'])('%s on the open question leaves it connected', async (key) => {
    const { api } = mount()
    await button('Disconnect GitHub').click()
    await expectFocus(button('Cancel'))
    await userEvent.keyboard(key)
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument()
    await expectFocus(button('Disconnect GitHub'))
    expect(api.asked('/installations/')).toEqual([])
  })

  test('that fails says so in the row, which stays connected', async () => {
    const { events } = mount(
      ({ api }) => void api.next.set('data_installation_github', serverError),
    )
    await button('Disconnect GitHub').click()
    await page.getByRole('dialog').getByRole('button', { name: 'Disconnect' }).click()
    await expect.element(rows().first()).toHaveTextContent(/Something went wrong/)
    await expect.element(button('Disconnect GitHub')).toBeVisible()
    expect(events[0]).toBeInstanceOf(PipesErrorEvent)
  })

  test('what another tab has disconnected already is no failure', async () => {
    const { events } = mount(({ api }) => {
      api.next.set('data_installation_github', {
        status: 404,
        body: { code: 'not_found', message: 'm' },
      })
    })
    await button('Disconnect GitHub').click()
    await page.getByRole('dialog').getByRole('button', { name: 'Disconnect' }).click()
    await expect.poll(() => events.map((event) => event.type)).toEqual(['pipes-disconnected'])
  })
})

describe('the keyboard', () => {
  beforeEach(() => {
    mount()
  })

  test('reaches every button in the order of the rows', async () => {
    await expect.element(button('Disconnect GitHub')).toBeVisible()
    const reached: (string | null)[] = []
    for (let presses = 0; presses < 4; presses++) {
      await userEvent.keyboard('{Tab}')
      const focused = document.activeElement?.shadowRoot?.activeElement
      reached.push(focused?.getAttribute('aria-label') ?? null)
    }
    expect(reached).toEqual([
      'Disconnect GitHub',
      'Connect Slack',
      'Reauthorize Google Drive',
      'Disconnect Google Drive',
    ])
  })

  test('stays in the row while it connects', async () => {
    await button('Connect Slack').click()
    await expectFocus(button('Cancel connecting Slack'))
  })

  test('stays in the row when the pressed button goes', async () => {
    await button('Disconnect Google Drive').click()
    await page.getByRole('dialog').getByRole('button', { name: 'Disconnect' }).click()
    await expectFocus(button('Connect Google Drive'))
  })
})

describe('what the page gives', () => {
  test('a name for the empty window and other words', async () => {
    const { widget } = mount()
    widget.messages = { connect: 'Verbinden', connectName: '{name} verbinden' }
    await expect.element(button('Slack verbinden')).toHaveTextContent(/Verbinden/)
    await expect.element(button('Disconnect GitHub')).toBeVisible()
  })

  test('a theme', async () => {
    const { widget } = mount()
    widget.setAttribute('theme', 'dark')
    expect(getComputedStyle(widget).colorScheme).toBe('dark')
    widget.setAttribute('theme', 'light')
    expect(getComputedStyle(widget).colorScheme).toBe('light')
  })

  test('properties that were set before the element was defined count', async () => {
    const { widget } = mount(({ widget: early }) => {
      early.sessionUrl = null
      Object.defineProperty(early, 'unrelated', { value: 1 })
      early.authToken = 'token-early'
    })
    await expect.element(rows().first()).toBeVisible()
    expect(widget.authToken).toBeNull()
  })
})
