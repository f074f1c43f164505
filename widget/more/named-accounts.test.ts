import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { namedAccounts, oneAccount, twoAccounts } from '../test/more-fixtures.ts'
import { expectFocus, mount, rowText } from '../test/mount.ts'
import type { WireRow } from '../test/fixtures.ts'

const button = (name: string) => page.getByRole('button', { name, exact: true })
const field = (index = 0) => page.getByRole('textbox', { name: 'Your name for it' }).nth(index)
const mountWith = (...rows: readonly WireRow[]) => mount(({ api }) => void (api.rows = [...rows]))
const said = (widget: Element): string =>
  widget.shadowRoot?.querySelector('[role="status"]')?.textContent?.trim() ?? ''

test('a name of one’s own stands in the row, with the provider’s beside it where it matters', async () => {
  const { widget } = mountWith(namedAccounts)
  await expect.element(button('Manage GitHub')).toBeVisible()
  await expect
    .poll(() => rowText(widget, 'github'))
    .toMatch(/Connected octocat ?Work ?In use Manage/)
  await button('Manage GitHub').click()
  await expect.element(field(1)).toHaveValue('Work')
  await expect.element(field(0)).toHaveValue('')
  await expect.element(field(0)).toHaveAttribute('placeholder', 'octocat')
  expect(rowText(widget, 'github')).toContain('ada@work.example Connected on')
  await button('Disconnect Work').click()
  await expect
    .poll(() => page.getByRole('dialog').element().textContent)
    .toContain('your GitHub account Work (ada@work.example).')
})

test('an account is named by Enter, and is called as before when the name is emptied', async () => {
  const { api, browser, widget } = mountWith(oneAccount)
  await button('Details of GitHub').click()
  await field().fill('  Work\u202e ')
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => rowText(widget, 'github')).toContain('Connected Work')
  const [request] = api.asked('installations/')
  expect(request).toMatchObject({ method: 'PATCH', body: { nickname: 'Work' } })
  await expect.poll(() => said(widget)).toBe('Saved.')
  // Other tabs hear of it.
  expect(browser.told).toBe(1)
  await field().fill('')
  await button('Save: octocat').click()
  await expect.poll(() => rowText(widget, 'github')).toContain('Connected octocat')
  expect(api.asked('installations/').at(-1)?.body).toEqual({ nickname: null })
})

test('of several one is chosen, which the row says', async () => {
  const { api, widget } = mountWith(namedAccounts)
  await button('Manage GitHub').click()
  await expect.element(button('Use this one: octocat')).toBeVisible()
  await expect.element(button('Use this one: Work')).not.toBeInTheDocument()
  await button('Use this one: octocat').click()
  await expect
    .poll(() => rowText(widget, 'github'))
    .toMatch(/Connected octocat ?In use ?Work Manage/)
  expect(api.asked('installations/')[0]?.body).toEqual({ preferred: true })
  await expect.element(button('Use this one: Work')).toBeVisible()
  await expectFocus(button('Manage GitHub'))
})

test('what is typed outlives a list that is read meanwhile', async () => {
  const { widget, api } = mountWith(namedAccounts)
  await button('Manage GitHub').click()
  await field(0).fill('Half a na')
  const before = api.asked('mine').length
  await widget.refresh()
  expect(api.asked('mine').length).toBe(before + 1)
  await expect.element(field(0)).toHaveValue('Half a na')
})

test('a change that is refused says so, and leaves the row as it is', async () => {
  const { api, events, widget } = mountWith(oneAccount)
  await button('Details of GitHub').click()
  api.next.set('data_installation_github', {
    status: 404,
    body: { code: 'account_not_found', message: 'gone' },
  })
  await field().fill('Work')
  await button('Save: octocat').click()
  await expect.element(page.getByText('This GitHub connection is no longer there.')).toBeVisible()
  expect(events).toMatchObject([{ type: 'pipes-error', code: 'account_not_found' }])
  expect(rowText(widget, 'github')).toContain('Connected octocat')
})

test('a Worker that knows of no choice offers none', async () => {
  mountWith(twoAccounts)
  await button('Manage GitHub').click()
  await expect.element(button('Add another account of GitHub')).toBeVisible()
  expect(page.getByRole('button', { name: /Use this one/ }).elements()).toEqual([])
  expect(page.getByText('In use').elements()).toEqual([])
})

test('a face is shown from the Worker, and a letter in its place when it cannot be had', async () => {
  const { widget } = mountWith(namedAccounts)
  await expect.element(button('Manage GitHub')).toBeVisible()
  const faces = [...(widget.shadowRoot?.querySelectorAll('.account .logo') ?? [])]
  expect(faces.map((face) => face.querySelector('img')?.src)).toEqual([
    'https://pipes.example/account-pictures/1',
    'https://pipes.example/account-pictures/2',
  ])
  const [, second] = faces
  second?.querySelector('img')?.dispatchEvent(new Event('error'))
  expect(second?.hasAttribute('data-failed')).toBe(true)
  expect(second?.getAttribute('data-letter')).toBe('W')
  expect(second?.querySelector('img')?.alt).toBe('')
})

test.each(['http://evil.example/a.png', 'javascript:alert(1)', 'data:image/png;base64,AA', 7])(
  'a face at %s is none',
  async (picture_url) => {
    const account = { ...oneAccount.installation, picture_url } as WireRow['installation']
    const { widget } = mountWith({
      ...oneAccount,
      installation: account,
      connected_accounts: account ? [account] : [],
    })
    await expect.element(button('Disconnect GitHub')).toBeVisible()
    expect(widget.shadowRoot?.querySelector('.account .logo')).toBeNull()
  },
)
