import { describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { limitedAccount, oneAccount, twoAccounts } from '../test/more-fixtures.ts'
import { expectFocus, mount, rowText } from '../test/mount.ts'
import type { WireRow } from '../test/fixtures.ts'

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })
const mountWith = (...rows: readonly WireRow[]) => mount(({ api }) => void (api.rows = [...rows]))
const open = async (): Promise<void> => button('Details of GitHub').click()

describe('a user with one account', () => {
  test('sees in the details what it may do, how it fares and when it will need them', async () => {
    const { widget } = mountWith(oneAccount)
    await open()
    await expect.element(button('Add another account of GitHub')).toBeVisible()
    await expect.element(button('Details of GitHub')).toHaveAttribute('aria-expanded', 'true')
    const text = rowText(widget, 'github')
    expect(text).toContain('Connected on Oct 2')
    expect(text).toContain('Last used 4 hours ago')
    expect(text).toContain('Will need you about Apr 1')
    expect(text).toContain('This app may: Full access to repositories Read profile data unheard:of')
    expect(text).not.toContain('also asks for')
    await open()
    await expect.poll(() => rowText(widget, 'github')).not.toContain('This app may')
  })

  test('adds another one, which leaves the first as it is', async () => {
    const { api, widget, events } = mountWith(oneAccount)
    api.attempt = { status: 'pending', error: null }
    await open()
    await button('Add another account of GitHub').click()
    await expect.element(page.getByText('one more').first()).toBeVisible()
    expect(api.asked('/authorize$')[0]?.body).toMatchObject({ connection_intent: 'add' })
    await expect.poll(() => rowText(widget, 'github')).toContain('octocat')
    expect(events).toMatchObject([
      { type: 'pipes-connected', accountId: 'data_installation_github_new' },
    ])
  })

  test('can allow what is missing, and keeps what there is when they refuse', async () => {
    const { api, widget } = mountWith(limitedAccount)
    await expect.element(page.getByText('More access needed')).toBeVisible()
    api.attempt = { status: 'failed', error: { code: 'access_denied', message: 'no' } }
    await button('Allow access to GitHub').click()
    await expect.element(page.getByText(/Access was declined/).first()).toBeVisible()
    expect(api.asked('/authorize$')[0]?.body).toMatchObject({
      connected_account_id: 'data_installation_github_2',
    })
    await expect
      .poll(() => rowText(widget, 'github'))
      .toContain('More access needed ada@work.example')
  })

  test('is told in the details what is missing, in plain words', async () => {
    const { widget } = mountWith(limitedAccount)
    await open()
    await expect.element(button('Allow access to ada@work.example')).toBeVisible()
    await expect
      .poll(() => rowText(widget, 'github'))
      .toContain('This app also asks for: Full access to repositories Create gists')
  })
})

describe('a user with two accounts', () => {
  test('sees both, manages both, and disconnects the one that is meant', async () => {
    const { api, widget, events } = mountWith(twoAccounts)
    await expect.element(page.getByText('octocat').first()).toBeVisible()
    await expect
      .poll(() => rowText(widget, 'github'))
      .toMatch(/Connected octocat ?ada@work.example Manage/)
    await button('Manage GitHub').click()
    await button('Disconnect ada@work.example').click()
    await expect
      .element(page.getByRole('dialog').getByText(/your GitHub account ada@work/))
      .toBeVisible()
    await page.getByRole('dialog').getByRole('button', { name: 'Disconnect' }).click()
    await expect.poll(() => events.map(({ type }) => type)).toEqual(['pipes-disconnected'])
    expect(api.asked('installations/').map(({ path }) => path.split('/').at(-1))).toEqual([
      'data_installation_github_2',
    ])
    await expect.element(button('Disconnect GitHub')).toBeVisible()
    await expectFocus(button('Disconnect GitHub'))
  })

  test('is told which key is meant, where keys have no other name', async () => {
    const [first, second] = twoAccounts.connected_accounts ?? []
    if (!first || !second) throw new Error('two are wanted')
    const nameless = { account_display_name: null, account_identifier: null }
    const key = { ...nameless, auth_method: 'api_key', api_key_last_4: '4242' }
    const other = { ...nameless, auth_method: 'api_key', api_key_last_4: '1111' }
    mountWith({
      ...twoAccounts,
      authMethods: ['api_key'],
      connected_accounts: [
        { ...first, ...key },
        { ...second, ...other },
      ],
    })
    await button('Manage GitHub').click()
    await button('Disconnect API key ending in 1111').click()
    await expect
      .element(page.getByRole('dialog').getByText(/your GitHub account •••• 1111\./))
      .toBeVisible()
  })

  test('is asked to come again for the one that is over, and no other', async () => {
    const [first, second] = twoAccounts.connected_accounts ?? []
    if (!first || !second) throw new Error('two are wanted')
    const over = { ...second, state: 'needs_reauthorization' } as const
    const { api } = mountWith({ ...twoAccounts, connected_accounts: [first, over] })
    await button('Reauthorize GitHub').click()
    await expect.poll(() => api.asked('/authorize$').length).toBe(1)
    expect(api.asked('/authorize$')[0]?.body).toMatchObject({ connected_account_id: over.id })
  })
})

test('an account that another one was signed in to says what happened', async () => {
  const { api } = mountWith(limitedAccount)
  api.attempt = { status: 'failed', error: { code: 'account_mismatch', message: 'other' } }
  await button('Allow access to GitHub').click()
  await expect.element(page.getByText(/with another account, so nothing/).first()).toBeVisible()
})

test('details whose script cannot be had say so, and are asked for again', async () => {
  const { browser } = mountWith(oneAccount)
  browser.moreScript = 'missing'
  await open()
  await expect.element(page.getByText(/could not be reached/).first()).toBeVisible()
  await expect.element(button('Details of GitHub')).toHaveAttribute('aria-expanded', 'false')
  browser.moreScript = 'there'
  await open()
  await expect.element(button('Add another account of GitHub')).toBeVisible()
})

test('where the provider’s administrator has to be asked, a letter to them is at hand', async () => {
  const { api } = mountWith(limitedAccount)
  api.attempt = { status: 'failed', error: { code: 'admin_consent_required', message: 'no' } }
  await button('Allow access to GitHub').click()
  const link = page.getByRole('link', { name: 'Ask my administrator' })
  await expect.element(link).toBeVisible()
  const letter = new URL(link.element().getAttribute('href') ?? '')
  expect([letter.protocol, letter.pathname]).toEqual(['mailto:', ''])
  expect(letter.searchParams.get('subject')).toBe('Please allow this app to use GitHub')
  expect(letter.searchParams.get('body')).toContain('https://app.example/settings?tab=1. It needs')
})
