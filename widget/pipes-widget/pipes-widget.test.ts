import { describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { originNotAllowed, serverError } from '../test/fixtures.ts'
import { mount, rowText } from '../test/mount.ts'

const button = (name: string) => page.getByRole('button', { name, exact: true })
const rows = () => page.getByRole('listitem')

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

  test('says which of what is connected has been switched off', async () => {
    const { widget } = mount(({ api }) => {
      api.rows = api.rows.map((row) => ({ ...row, disabledSource: 'organization' }))
    })
    await expect.poll(() => rowText(widget, 'github')).toContain('GitHub is switched off')
    await expect.element(button('Disconnect GitHub')).toBeVisible()
  })

  test('is busy until it has answered', async () => {
    const { widget } = mount(({ api }) => {
      api.mine = null
    })
    await expect.element(page.getByRole('status')).toMatchTextContent(/Loading connections…/)
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
    await expect.element(button('Try again')).toBeVisible()
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

describe('what the page gives', () => {
  test('a name for the empty window and other words', async () => {
    const { widget } = mount()
    widget.messages = { connect: 'Verbinden', connectName: '{name} verbinden' }
    await expect.element(button('Slack verbinden')).toMatchTextContent(/Verbinden/)
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
