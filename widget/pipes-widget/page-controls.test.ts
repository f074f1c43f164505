/** What the page around the element can do with it, and hears of it. */
import { describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { allRows } from '../test/fixtures.ts'
import { limitedAccount } from '../test/more-fixtures.ts'
import { mount, rowText } from '../test/mount.ts'
import type { PipesReauthorizationNeededEvent } from './events.ts'

const slugs = (widget: HTMLElement): readonly (string | undefined)[] =>
  [...(widget.shadowRoot?.querySelectorAll<HTMLElement>('li') ?? [])].map(
    (row) => row.dataset['slug'],
  )

describe('a filter', () => {
  test.each([
    ['slack, github', ['github', 'slack']],
    ['slack github', ['github', 'slack']],
    [['notion'], ['notion']],
    [
      ({ account }: { account: unknown }) => account === null,
      ['slack', 'notion', 'microsoft-outlook'],
    ],
    ['', []],
    [null, allRows.map(({ slug }) => slug)],
  ])('of %s shows these rows only', async (filter, wanted) => {
    const { widget } = mount(({ widget: early }) => void (early.filter = filter))
    await expect.poll(() => widget.shadowRoot?.querySelector('[aria-busy="false"]')).toBeTruthy()
    expect(slugs(widget)).toEqual(wanted)
  })

  test('that changes asks nobody anew', async () => {
    const { widget, api } = mount()
    await expect.poll(() => slugs(widget)).toHaveLength(allRows.length)
    widget.setAttribute('filter', 'slack')
    await expect.poll(() => slugs(widget)).toEqual(['slack'])
    widget.removeAttribute('filter')
    await expect.poll(() => slugs(widget)).toHaveLength(allRows.length)
    expect(api.asked('/mine$')).toHaveLength(1)
  })
})

test('a row that is filtered away while it connects has the end of it said above the list', async () => {
  const { widget, api, events } = mount()
  await page.getByRole('button', { name: 'Connect Slack', exact: true }).click()
  await expect.element(page.getByText('Waiting for Slack…', { exact: true })).toBeVisible()
  widget.filter = 'github'
  await expect.poll(() => slugs(widget)).toEqual(['github'])
  api.settle('failed', { code: 'access_denied', message: 'no' })
  await expect.element(page.getByText(/^Access was declined/).first()).toBeVisible()
  expect(events).toMatchObject([{ type: 'pipes-error', code: 'access_denied', slug: 'slack' }])
})

describe('a connection that is over', () => {
  const mountHearing = () => {
    const heard: PipesReauthorizationNeededEvent[] = []
    const mounted = mount(({ widget }) =>
      widget.addEventListener('pipes-reauthorization-needed', (event) => heard.push(event)),
    )
    return { ...mounted, heard }
  }

  test('is told to the page, once, and again when it is over again', async () => {
    const { api, widget, heard } = mountHearing()
    await expect
      .element(page.getByRole('button', { name: 'Reauthorize: Google Drive' }))
      .toBeVisible()
    const said = {
      slug: 'google-drive',
      accountId: 'data_installation_google-drive',
      accountLabel: 'ada@example.com',
      bubbles: true,
      composed: true,
    }
    expect(heard).toMatchObject([said])
    await widget.refresh()
    expect(heard).toHaveLength(1)
    const before = api.rows
    api.rows = before.filter(({ slug }) => slug !== 'google-drive')
    await widget.refresh()
    api.rows = before
    await widget.refresh()
    expect(heard).toMatchObject([said, said])
  })

  test('is announced, and repaired with one click', async () => {
    const { api, widget } = mountHearing()
    await expect
      .element(page.getByText(/^Connections loaded\. Google Drive has stopped working/))
      .toBeInTheDocument()
    api.attempt = { status: 'pending', error: null }
    await page.getByRole('button', { name: 'Reauthorize: Google Drive' }).click()
    await expect.poll(() => rowText(widget, 'google-drive')).toContain('Connected octocat')
    await expect
      .element(page.getByRole('button', { name: 'Reauthorize: Google Drive' }))
      .not.toBeInTheDocument()
  })
})

describe('the page', () => {
  test('connects, by the row’s own way', async () => {
    const { widget, api, events } = mount()
    await expect.poll(() => slugs(widget)).toHaveLength(allRows.length)
    api.attempt = { status: 'pending', error: null }
    await widget.connect('slack')
    await widget.connect('nowhere')
    expect(events).toMatchObject([{ type: 'pipes-connected', slug: 'slack' }])
    await widget.connect('slack', { add: true })
    expect(api.asked('/authorize$').map(({ body }) => body?.['connection_intent'])).toEqual([
      undefined,
      'add',
    ])
  })

  test('puts its own words above, below, into a row and in place of an empty list', async () => {
    const { api, widget } = mount(({ widget: early, api: earlyApi }) => {
      earlyApi.rows = [limitedAccount]
      early.innerHTML =
        '<b slot="header">Above</b><b slot="footer">Below</b><b slot="row-github">Inside</b><b slot="empty">Nothing</b>'
    })
    for (const text of ['Above', 'Inside', 'Below']) {
      await expect.element(page.getByText(text, { exact: true })).toBeVisible()
    }
    await expect.element(page.getByText('Nothing', { exact: true })).not.toBeVisible()
    api.rows = []
    await widget.refresh()
    await expect.element(page.getByText('Nothing', { exact: true })).toBeVisible()
  })
})

describe('other tabs', () => {
  test('are told of what has changed, and only then', async () => {
    const { widget, api, browser } = mount()
    await expect.poll(() => slugs(widget)).toHaveLength(allRows.length)
    api.attempt = { status: 'failed', error: { code: 'access_denied', message: 'no' } }
    await widget.connect('slack')
    expect(browser.told).toBe(0)
    api.attempt = { status: 'pending', error: null }
    await widget.connect('slack')
    expect(browser.told).toBe(1)
  })

  test('tell, and the list is read again', async () => {
    const { widget, api, browser } = mount()
    await expect.poll(() => slugs(widget)).toHaveLength(allRows.length)
    api.rows = api.rows.slice(0, 1)
    browser.tell()
    await expect.poll(() => slugs(widget)).toEqual(['github'])
  })
})
