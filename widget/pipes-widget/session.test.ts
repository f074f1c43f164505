import { describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { mount, type Mounted } from '../test/mount.ts'

const button = (name: string) => page.getByRole('button', { name, exact: true })
const rows = () => page.getByRole('listitem')
const expiredText = () => page.getByText('Your session has expired', { exact: true })

const withToken = (give: (mounted: Mounted) => void) =>
  mount((mounted) => {
    mounted.widget.sessionUrl = null
    give(mounted)
  })

describe('the session comes from', () => {
  test('the page’s own endpoint', async () => {
    const { api } = mount()
    await expect.element(rows().first()).toBeVisible()
    expect(api.requests.map(({ method, path, token }) => ({ method, path, token }))).toEqual([
      { method: 'POST', path: '/session', token: null },
      { method: 'GET', path: '/_widgets/DataIntegrations/mine', token: 'token-1' },
    ])
  })

  test('the property authToken', async () => {
    const { api } = withToken(({ widget }) => {
      widget.authToken = 'fixed'
    })
    await expect.element(rows().first()).toBeVisible()
    expect(api.requests[0]?.token).toBe('fixed')
  })

  test('the function getToken, which a page may set again and again', async () => {
    const { widget, api } = withToken((mounted) => {
      mounted.widget.getToken = async () => 'from-function'
    })
    await expect.element(rows().first()).toBeVisible()
    widget.getToken = async () => 'from-function'
    await widget.updateComplete
    expect(api.requests.map((request) => request.token)).toEqual(['from-function'])
  })

  test('nowhere: then the widget says so', async () => {
    withToken(() => {})
    await expect
      .element(page.getByText(/set session-url, authToken or getToken/).first())
      .toBeVisible()
  })
})

describe('a session that expires', () => {
  test('is renewed without a word where the page can', async () => {
    const tokens = ['old', 'new']
    const { events } = withToken(({ widget, api }) => {
      api.goodTokens = ['new']
      widget.getToken = async () => tokens.shift() ?? ''
    })
    await expect.element(rows().first()).toBeVisible()
    expect(events).toEqual([])
  })

  test('and is not renewed is shown, told to the page, and can be tried again', async () => {
    const { api, events } = mount((mounted) => {
      mounted.api.goodTokens = ['token-2']
    })
    await expect.element(expiredText()).toBeVisible()
    expect(events.map((event) => event.type)).toEqual(['pipes-session-expired'])

    api.session = { status: 200, body: { token: 'token-2' } }
    await button('Try again').click()
    await expect.element(rows().first()).toBeVisible()
  })

  test('is over when the page’s endpoint says that nobody is signed in', async () => {
    mount(({ api }) => {
      api.session = { status: 401, body: {} }
    })
    await expect.element(expiredText()).toBeVisible()
  })

  test('goes on with a new authToken', async () => {
    const { widget } = withToken((mounted) => {
      mounted.api.goodTokens = ['new']
      mounted.widget.authToken = 'old'
    })
    await expect.element(expiredText()).toBeVisible()
    widget.authToken = 'new'
    await expect.element(rows().first()).toBeVisible()
  })

  test('in the middle of connecting lets the attempt be completed afterwards', async () => {
    const { api } = mount()
    await button('Connect Slack').click()
    await expect.element(button('Cancel connecting Slack')).toBeVisible()
    api.goodTokens = ['token-2']
    await expect.element(expiredText()).toBeVisible()

    api.settle('pending')
    api.session = { status: 200, body: { token: 'token-2' } }
    await button('Try again').click()
    await expect.element(button('Disconnect Slack')).toBeVisible()
  })

  test('in the middle of connecting is continued by a new authToken, too', async () => {
    const { widget, api } = withToken((mounted) => {
      mounted.widget.authToken = 'old'
    })
    await button('Connect Slack').click()
    await expect.element(button('Cancel connecting Slack')).toBeVisible()
    api.goodTokens = ['new']
    await expect.element(expiredText()).toBeVisible()

    api.settle('pending')
    widget.authToken = 'new'
    await expect.element(button('Disconnect Slack')).toBeVisible()
  })

  test('takes the focus along to what comes instead', async () => {
    const { widget, api } = mount((mounted) => {
      mounted.api.goodTokens = []
    })
    await expect.element(expiredText()).toBeVisible()
    api.goodTokens = null
    await button('Try again').click()
    await expect.element(rows().first()).toBeVisible()
    expect(widget.shadowRoot?.activeElement?.getAttribute('part')).toBe('surface')
  })
})

test('a session that the page cannot start says so, with a way on', async () => {
  mount(({ api }) => {
    api.session = 'network-error'
  })
  await expect.element(page.getByText(/This page could not start a session/).first()).toBeVisible()
  await expect.element(button('Try again')).toBeVisible()
})

test('the token is in no attribute, no text and no storage', async () => {
  const secret = 'secret-token-0123456789'
  const { widget, browser } = withToken((mounted) => {
    mounted.widget.authToken = secret
  })
  await button('Connect Slack').click()
  await expect.element(button('Cancel connecting Slack')).toBeVisible()
  const seen = widget.outerHTML + (widget.shadowRoot?.innerHTML ?? '')
  expect(seen).not.toContain(secret)
  expect([...browser.stored.values()].join()).not.toContain(secret)
})
