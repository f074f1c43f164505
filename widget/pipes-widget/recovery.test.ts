/** What fails is said, and the widget goes on by itself as soon as it can. */
import { describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { originNotAllowed, refusal, serverError, type WireAnswer } from '../test/fixtures.ts'
import { mount, type Mounted } from '../test/mount.ts'

const button = (name: string) => page.getByRole('button', { name, exact: true })
const failedText = () => page.getByText('Connections could not be loaded', { exact: true })
const expiredText = () => page.getByText('Your session has expired', { exact: true })
const lists = ({ api }: Mounted): number => api.asked('/mine$').length

const LONGEST_MS = 300_000
/** How long it waits for a page to give a session. */
const FOR_A_SOURCE_MS = 10_000

const tooMany: WireAnswer = {
  ...refusal(429, 'rate_limited', 'Too many requests.'),
  headers: { 'retry-after': '90' },
}

describe('a list that cannot be read', () => {
  test.each([
    ['a fault of the server', serverError],
    ['too many questions', tooMany],
    ['another origin than is allowed', originNotAllowed],
    ['no list', { status: 200, body: null }],
    ['a list of another shape', { status: 200, body: { data: { github: {} } } }],
    ['no connection at all', 'network-error' as const],
  ])('because of %s is said, told once, and read again until it comes', async (_why, answer) => {
    const mounted = mount(({ api, browser }) => {
      if (answer === 'network-error') api.next.set('mine', answer)
      api.mine = answer === 'network-error' ? serverError : answer
      browser.retries = true
    })
    await expect.element(failedText()).toBeVisible()
    // It has been read again and again, and looks as it did.
    await expect.poll(() => lists(mounted)).toBeGreaterThan(4)
    await expect.element(failedText()).toBeVisible()
    mounted.api.mine = undefined
    await expect.element(button('Connect Slack')).toBeVisible()
    expect(mounted.events).toMatchObject([{ type: 'pipes-error', slug: null }])
  })

  test('is asked for ever more rarely, and not before the Worker wants it', async () => {
    const mounted = mount(({ api, browser }) => {
      api.mine = tooMany
      browser.retries = true
    })
    const waits = () => mounted.browser.pauses.filter((ms) => ms !== FOR_A_SOURCE_MS)
    await expect
      .poll(() => waits().slice(0, 8))
      .toEqual([...Array(5).fill(90_000), 160_000, LONGEST_MS, LONGEST_MS])
  })
})

describe('a session that is over', () => {
  test('is asked for again when the user, who may have signed in elsewhere, comes back', async () => {
    const { api, browser, events } = mount((mounted) => {
      mounted.api.session = { status: 401, body: null }
    })
    await expect.element(expiredText()).toBeVisible()
    browser.document.dispatchEvent(new Event('visibilitychange'))
    await expect.poll(() => api.asked('/session$')).toHaveLength(2)
    api.session = { status: 200, body: { token: 'token-2' } }
    browser.document.dispatchEvent(new Event('visibilitychange'))
    await expect.element(button('Connect Slack')).toBeVisible()
    expect(events.map(({ type }) => type)).toEqual(['pipes-session-expired'])
  })

  test('goes on with a new getToken', async () => {
    const { widget } = mount((mounted) => {
      mounted.widget.sessionUrl = null
      mounted.widget.getToken = async () => 'old'
      mounted.api.goodTokens = ['new']
    })
    await expect.element(expiredText()).toBeVisible()
    widget.getToken = async () => 'new'
    await expect.element(button('Connect Slack')).toBeVisible()
  })
})

describe('pipes-error has a text for the page’s log', () => {
  test.each([
    ['session_unavailable', 'Error: HTTP 503 of /session', { status: 503, body: null }],
    ['session_unavailable', 'No token in the answer', { status: 200, body: { jwt: 'a' } }],
    ['session_unavailable', 'TypeError: Failed to fetch', 'network-error' as const],
  ])('%s: %s', async (code, message, answer) => {
    const { events } = mount(({ api }) => void (api.session = answer))
    await expect.poll(() => events).toMatchObject([{ type: 'pipes-error', code, message }])
    // The user reads what users can do something with.
    await expect.element(page.getByText(/^This page could not start a session/)).toBeVisible()
    expect(document.body.textContent).not.toContain(message)
  })

  test('whoever gave the session wrongly is told what was thrown', async () => {
    const { events } = mount(({ widget }) => {
      widget.sessionUrl = null
      widget.getToken = () => Promise.reject(new RangeError('no cookie'))
    })
    await expect.poll(() => events).toMatchObject([{ message: 'RangeError: no cookie' }])
    expect(document.body.textContent).not.toContain('no cookie')
  })

  test('a fault of the Worker has its own words, which no user reads', async () => {
    const { events } = mount(({ api }) => void (api.mine = serverError))
    const { message } = serverError.body as { message: string }
    await expect.poll(() => events).toMatchObject([{ code: 'internal_error', message }])
    expect(document.body.textContent).not.toContain(message)
  })

  test('where nobody has said one it is the code', async () => {
    const { browser, events } = mount()
    browser.popupPolicy = 'blocked'
    browser.moreScript = 'missing'
    await button('Connect Slack').click()
    await expect.poll(() => events).toMatchObject([{ code: 'popup_blocked', slug: 'slack' }])
    expect(events).toMatchObject([{ message: 'popup_blocked' }])
  })
})
